"""Names of Kurds and Turks, and of Turkic neighbours in Azerbaijan and Central Asia."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Kurmanji, one of Sorani and one of Turkish"

SAME = """
mehmet mehmed mehemmed memmed məhəmməd mihemed mihemmed Мехмет Мамед Мәммәд محەممەد
ahmad ahmet ehmed ehmet əhməd achmet Ахмет
mustafa mistefa mıstafa مستەفا
ibrahim birahim birahîm brahim ibrahîm
hussein hüseyin huseyin hisên hiseyn hüsên hueseyin hüseyn
hassan hasan hesen hasen həsən
osman osmän
omar ömer emer omer oemer
suleiman süleyman silêman suleyman silêmen
yusuf ûsiv usiv ûsif yûsif
aisha ayşe ayse eyşe eyse eyşê aysche aishe aişe
fatima fatma fatme fatim fetma fadime fatimê
khadija hatice xecê xeco xecîce hatidje hatiche xəticə
amina emine eminê emîne
zaynab zeynep zeyneb zînê
maryam meryem meyrem meyremê
hülya hulya
elif elîf
zahra zehra zehrê zəhra
gülistan gulistan golestan gulîstan گولستان
gul gül gulê gulle
gülsen gulsen gülşen gulşen
gülay gulay
gülcan guldjan gulcan
layla leyla leylâ leylê lejla
sevda sewda sevdə
songül songul
yıldız yildiz
nurcan nurdjan
özlem ozlem
pınar pinar
derya deryâ
deniz
dilan dîlan dilân دیلان
dilara dilare
dilşad dilshad dilsad dilshat dilshod دڵشاد Дильшод
rojda rojdâ
rojin rojîn rozhin روژین ڕۆژین
berivan bêrîvan berîvan بێریڤان
berfin berfîn بەرفین
bese besê
evîn evin ئەڤین
hêvî hevi hivi هیڤی
hêlîn helin helîn هێلین
jiyan jîyan zhyan jian ژیان
jîn jin zhin ژین
newroz nawroz nevruz nowruz navroz newrûz نەورۆز نوروز Навруз
nalîn nalin نالین
nesrin nesrîn
parvin perwîn perwin pervin پەروین
rûken ruken
sakina sakine sekîne sakîne
sorgul sorgül
şîlan shilan şilan silan شیلان
shirin şirin şêrîn شیرین
viyan vian ڤیان
ghazal xezal xazal gazal غزال خەزاڵ
zîlan zilan ziylan زیلان
zozan zozân زۆزان
zelal zelâl
agit egîd egit agîd
alan ئالان
aram ئارام
aras ئاراس
azad azat azaad ئازاد آزاد Азат
baran bârân باران
bahoz bahos باهۆز
barzan berzan بەرزان بارزان
bengin bengîn
botan bohtan بۆتان
can djan
ciwan jwan juwan ciwân جوان
jamil cemîl cemil jemil
cengiz çingiz chingiz genghis Чингиз
delil delîl
diyar diar دیار
diyako dyako دیاکۆ
evren ewren
farhad ferhad ferhat فەرهاد
goran گۆران
hêjar hejar hazhar هێژار هەژار
hêmin hemin hemn هێمن
heval hevall هەڤاڵ
hiwa hîwa هیوا
idris idrîs
karwan kerwan karvan کاروان
kaveh kawa کاوە
luqman lokman loqman
mahsun mehsun
mazlum mezlum mazlûm mazloum مظلوم مەزڵوم
mîran miran میران
murad murat mirad mîrad مراد
musa mûsa mûsâ
nêçîrvan nechirvan nechirwan neçirvan نێچیرڤان
rebîn rebin rebeen ڕێبین
rêbaz rebaz ڕێباز
rêbîn rebwar rêbwar ڕێبوار
renas renâs ڕێناس
rodî rodi rody ڕۆدی
rojhat rojat
serhad serhat sarhad سەرهەد
salim selîm selim
serbest sarbast سەربەست
sardar serdar سەردار
serkan sarkan
sherko şêrko shirko sherco شێرکۆ
şivan shivan shwan شوان شڤان
siyabend siamand siyamend siaband سیابەند سیامەند
soran sorân سۆران
sharif şerîf şerif sherif
zagros zagroz زاگرۆس
zana zânâ زانا
zinar zinâr زنار
khalil xelîl halil khelil xelil خەلیل
khaled xalid halit xalit
xebat khabat xabat خەبات
ali eli elî əli
veli welî weli vəli
veysel weysel veysal
haidar haydar heyder heydar
hıdır xidir xıdır khidr khidir khodr khader hizir خضر خدر
ismet îsmet
ismail îsmaîl simail smail smaîl
kamal kemal kamâl
yılmaz yilmaz
yaşar yasar yashar Яшар
yücel yucel
ümit umit
uğur ugur
tuncay tunjay
turgut turgutt
tariq tarık tarik
shukri şükrü sukru shukru şukrî
shahin şahin sahin
selçuk selcuk seljuk
sedat sedad
recep receb rajab regep recebî rajeb redjep رجب Раджаб Реджеп
ramadan ramazan remezan ramezan remezân
orhan orkhan orxan Орхан
nihat nihad
necati nejati necatî
mahdi mehdi mihdî
levent levend
kaya qaya
kadir qadir kadîr qedir
ilhan ilkhan ilxan
hakan khakan xaqan
gökhan gokhan goekhan
erkan ərkan
erdoğan erdogan erdoghan
engin əngin
emre imre
akram ekrem akrem
doğan dogan doghan
junaid cüneyt cuneyt juneyd cuneyd جنید
jawdat cevdet cewdet jevdet جودت
jalal celal celâl jelal
bülent bulent buelent
bekir bekîr bakir
aydın aydin aidin
aziz ezîz eziz azîz əziz
aytaç aytac aytach
elçin elchin elcin Эльчин
elşad elshad elsad Эльшад
eldar Эльдар Елдар
vüqar vugar vuqar Вугар
rəşad rashad rashat Рашад
narges nərgiz nargiz
günel gunel gyunel Гюнель
aynur aynura Айнур
aygül aygul aigul ajgul Айгуль
golnar gulnara gülnarə gulnora Гульнара
bakhtiyor bakhtiyar bextiyar bahtiyar بختیار بەختیار Бахтияр Бахтиёр
islam islom islaam Ислам اسلام
jasur jasurbek Жасур
nader nodir nadir Нодир
otabek atabek Отабек
rustam rostem rüstəm rustem ڕۆستەم Рустам
sherzod sherzad شیرزاد Шерзод
shukhrat shuhrat shohrat Шухрат
ulugbek ulughbek Улугбек
zafar zafer zaffar ظفر Зафар
feruza firuza feruze فیروزه Феруза
gulchehra gulchehre Гульчехра
malika melike malikah Малика ملیکه
nargiza nargiz Наргиза
umida omida Умида
"""

RELATED = """
mehmet ~ muhammad
memo memê memet < mehmet
mihe miho < mehmet
ehmo < ahmet
heso < hasan
huso hiso < hüseyin
bro biro < ibrahim
silo < süleyman
usko ûso < yusuf
xeco xece < hatice
fato faté < fatma
eyşan eysan < ayşe
emoş < emine
zeyno < zeynep
meyro < meryem
apo < abdullah
evdo evdî < abdullah abdurrahman
kamo < kamal
mistê misto < mustafa
cemo < cemil jamal
elo < ali
izo < izzuddin
salo < saleh
remo < ramazan
reco < recep
ibo < ibrahim
gulê < gulistan
ömür < omar
"""

FAMILIES = """
demir demîr
öztürk ozturk oeztuerk
yıldırım yildirim
çelik celik
şimşek simsek
özdemir ozdemir oezdemir
kılıç kilic
aslan arslan
barzani berzanî بارزانی
talabani talebanî طالبانی
zebari zebarî زێباری
baban bâbân بابان
mammadov mamedov məmmədov mammadow Мамедов Мәммәдов
aliyev aliev əliyev alijew Алиев
huseynov guseinov hüseynov Гусейнов
hasanov gasanov həsənov Гасанов
"""
