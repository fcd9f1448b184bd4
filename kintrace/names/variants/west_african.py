"""Names from Senegal and Gambia to Nigeria and Cameroon: French and English writing of one sound.

Few family names and few given names serve millions; what differs is which empire wrote them down.
"""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Wolof, one of Fula, one of Bambara and Mandinka, one of Hausa"

SAME = """
adama adamah
adamou adamu
aminata أميناتا aminatou aminatu amineta aminatta
mamadou مامادو ممادو mamadu mamado mammadu mamodou mamudu mamadi mamady mohamadou mouhamadou
    muhamadu muhammadu mahamadou mamadouh ማማዱ Мамаду
modou modu moudou
amadou امادو amadu ahmadou ahmadu hamadou hamadu ahamadou ahamadu
mahamadi mahamady
mamoudou mamudou mamoutou mahmoudou mahmudu mamudu
alassane alhassane alasan alhassan alasana alhasana lassana lassane alhaasan
lansana lanssana lassana lansena
assane asan hassane hasana
ousseynou ousainou ousainu usainou useini ousseini housseini ouseynou seynou alhousseini fousseyni
    fousseynou fuseini fusseini fousseini
alpha alfa alfah
aliou alieu aliu aliyou aliyu alieuh
abdullah abdoulaye abdoulay abdulai abdulaye abdoulai abdulahi abdullahi abdoullahi abdoullaye
    abdoulaï
abubakr aboubacar abubakar aboubakar abubacarr boubacar bubacarr bubakar aboubakary abubakari
bakary bakari bacary bakarry bokari boukary boukari bukari
boubacar bubacar boubakar bubakarr bubacarr
ansou ansu ansumana ansoumana ansumane
babacar babakar babucarr baboucar babukar
bacar bakar bacarr
binta bintou bintu binetou binto binette bineta
cheikhou seikou sekou sekhou shekou sheku seku seckou
cire sire siré ciré
coumba kumba koumba cumba
dado daado
daouda dauda dawda daoda dawuda
demba dembah
dicko dikko diko
djeneba jeneba jenaba dieneba dienaba djenaba jainaba jeynaba zeinabou zeynabou diénéba yeneba
jibril djibril djibrill jibrin dibril jibrilla jibreel gibril gibrill
dramane dramani draman daramane
fanta fantah fantta
fatou fatu fatuu fatoo fato
fatoumata فاتوماتا fatimata fatumata fatoumatta fatimatou fatimatu fatoumatou fatimetou fatimettou
    fatmata fatimatta fatumatta
fatouma fatuma fadouma
habibou habibu
hamidou hamidu hameedou amidou amidu
harouna haruna arouna aruna harounah
hawa awa hawwa aoua howa hauwa awah haoua hawah
hussaina housseina useina ousseina
ibrahima ibraima ibrahimah ebrima ibrima brahima birahima ebrahima braima ibraïma
idrissa idrisa drissa idrissou idrisu
isatou isata aissatou issatou aissata isatu aisatou isato aïssatou aïssata assiatou aisata aissatu
    aïchatou aichatou haissata
ismaila ismaela smaila ismailou ismaïla ismailah
isa issa issah
issaka isaka issiaka isiaka issaga
issoufou issifou isufu issifu youssoufou yusufu issouf issufi
kadiatou kadiatu khadijatou kadidiatou kadijatou kadija kadjatou khadidiatou kadidia hadizatou
    hadiza hadidjatou kadiadiatou
kalilou khalilou kalilu halilou halilu
karamoko karamokho karamoxo karamo
kebba keba kebbah
koffi kofi kofy
kouadio kwadwo kodjo kojo kwadjo kouadjo
kouakou kwaku kwakou
kouame kwame kwamé kouamé koame
kouassi kwasi kwesi kouasi kwassi kossi kosi
kobenan kwabena kobina kouabenan
yao yaw yaou
ama amma ame
afia afua efua afoua
akissi akosua akosiwa esi
akouba akuba
lamine lamin laminu alamine
madi mady maadi
maimouna maimuna maymouna mamouna maimunah maïmouna meimouna maymuna moumouna mamuna
makan makane
malick malike malique
mariama مريمة mariyama mariame maryama mariamu mariamou
mariatou mariatu maryatou mareatou
moctar moktar muktar mouctar mukhtarr muktarr
modibo modibbo moddibo modibou
mody modi moody
musa moussa musah moussah
nafissatou nafisatu nafi nafisa nafissa nafisatou
nana nanna
ndeye ndey ndèye
nene neneh nenneh
oumar oumarou umaru umarou oumaru omaru
oumou umu oumu umou
oumy umie oumie
ousmane ousman ousmanou usmanu osmanu ousumane ussumane
pape papa pap papah
penda pendah penta
ramata ramatou ramatoulaye ramatulai rahmatou ramatulaye ramatu
rokia rokhaya roukiatou rokiatou rokhia rukayatu rokiatu rugiatu rakia rokaya
rouguiatou rougui rugui rugiatou
safiatou safiatu safietou safiyatu
salamata salamatou salamatu salmata
salimata salimatou salimatu
saliou salihou salihu salu saliu saaliu
samba sambah
sanoussi sanusi senoussi sanousi
seydou saidou seidu saidu seydu sheidu saydou sidou seidou
sidiki siddiki sidike
sira sirra syra
souleymane souleiman souleman sulayman souleimane sulaymane
tidiane tijan tidjane tidiani tijani tidjani tijaan tijane
thierno cherno tierno chierno ceerno thiérno
toumani tumani
yacouba yakuba yakouba yakubu yacoubou yakoubou
yahaya yahayah
yaya yayah
yero yéro yerro
youssouf youssoufa isouf
youssoupha youssoufa yusupha yousoupha
zeinabou zainabu zeynabou zeinabu zenabou zenabu zainabou
zakari zakary zakariyaou
abiodun abiodoun
adebayo adebayor
adeola adéola
babatunde babatoundé babatounde
chinedu tchinedou
chukwu chuku
emeka émeka
kelechi
ngozi ngosi
obinna obina
olufemi oloufemi
oluwaseun seun
sani sanni
shehu chehou chehu sheou
garba garbah
bello bellow
maman mamane
salissou salisu salissu
laouali lawali lawal laoual lawwali
rabiou rabiu
nassirou nasiru nassiru
souley sule
mahaman mahamane muhamman
"""

RELATED = """
salimata ~ salima
mamadou ~ muhammad
amadou ~ ahmad
aliou ~ ali
mamoudou ~ mahmoud
alassane ~ hassan
assane ~ hassan
ousseynou ~ hussein
abdoulaye ~ abdullah
boubacar ~ babacar
bacar ~ boubacar
bakary ~ boubacar
daouda ~ dawud
djeneba ~ zaynab
djibril ~ jibril
fatou ~ fatoumata ~ fatima
fatouma ~ fatima
fatouma ~ fatoumata
habibou ~ habib
hamidou ~ hamid
harouna ~ haroun
hussaina ~ hussein
ibrahima ~ ibrahim
idrissa ~ idris
isatou ~ aisha
awa ~ hawa
ismaila ~ ismail
issaka ~ ishaq
issoufou ~ yusuf
kadiatou ~ khadija
kalilou ~ khalil
lamine ~ amin
mariama ~ maryam
mariatou ~ mariama
moctar ~ mukhtar
nafissatou ~ nafisa
oumar ~ omar
ousmane ~ osman
rokia ~ ruqayya
safiatou ~ safiya
salamata ~ salma
saliou ~ saleh
seydou ~ said
souleymane ~ suleiman
souley ~ souleymane
yacouba ~ yaqub
yaya ~ yahya
yahaya ~ yahya
youssouf ~ yusuf
youssoupha ~ yusuf
zakari ~ zakaria
nassirou ~ nasir
mahaman ~ muhammad
maman ~ muhammad
modou momodou momodu < mamadou
ablaye ablay laye < abdoulaye
bouba < boubacar
ass < assane alassane
ous < ousmane
lass < lassana alassane
vieux < mamadou
aida aïda < isatou
astou assetou assitan < isatou
khady kadi kadia < kadiatou
aminata ~ amina
maty < mariatou
yama < mariama
rama < ramata
sali < salamata
zara < fatoumata
soul < souleymane
youss < youssouf
ibou iba < ibrahima
ibro < ibrahima
alhas < alassane
"""
