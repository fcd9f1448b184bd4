"""Names of Eritrea and Ethiopia: Tigrinya, Amharic, and Oromo ones that are common beyond.

Names of Muslims there stand with the Arabic ones, Somali spellings included.
"""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Tigrinya, one of Amharic and one of Oromo"

SAME = """
abebe abbebe ababe አበበ
abebech abebetch ababech አበበች
abeba ababa አበባ ኣበባ
aberash abberash አበራሽ
abera aberra abara አበራ
abel abiel አቤል ኣቤል
abiy abiye abiyi አቢይ አብይ ዓቢይ
abraham abreham abrham abriham አብርሃም ኣብርሃም አብረሃም
abrehet abrhet abrehat ኣብረሀት አብረሀት ኣብርሀት
abrha abreha abraha ኣብርሃ አብርሃ
addis adis አዲስ ኣዲስ
haddis hadis ሓዲስ ሃዲስ ሐዲስ
adhanom adhanon አድሃኖም ኣድሓኖም
afewerki afeworki afworki afewerke አፈወርቂ ኣፈወርቂ
alem aalem alam ዓለም አለም ኣለም
alemayehu alemayew alemayhu አለማየሁ ዓለማየሁ
alemitu alemtu አለሚቱ
alemnesh alemenesh ዓለምነሽ አለምነሽ
almaz الماظ almas almaaz አልማዝ ኣልማዝ
aman amaan አማን ኣማን
amanuel امانوئيل امانويل amanual emanuel amannuel immanuel አማኑኤል ኣማኑኤል
amare amaare አማረ ኣማረ
amlesom amleson amlsom ኣምለሶም አምለሶም
andom andeom ዓንዶም አንዶም
aregawi aregawy aregay አረጋዊ ኣረጋዊ
aron aaron aaroon አሮን ኣሮን
asefa assefa aseffa asafa አሰፋ ኣሰፋ
asfaw asfau አስፋው
asmelash asmelsh asmellash አስመላሽ ኣስመላሽ
asmerom asmarom asmorom ኣስመሮም አስመሮም
aster astier astir አስቴር ኣስቴር
aweke aweqe አወቀ
awet awot awat ዓወት አወት ኣወት
ayele ayale aiele አየለ
ayelech ayalech አየለች
ayantu ayyaantuu አያንቱ
azeb azieb አዜብ
azmera azmara ኣዝመራ አዝመራ
bahta bahita bahtta ባህታ
bahru bahiru baharu ባሕሩ ባህሩ
bekele bekelle baqala beqele bakala በቀለ
belay belai በላይ
belaynesh belainesh በላይነሽ
berhane برهاني birhane brhane berhanie ብርሃነ ብርሃኔ በርሃነ ብርሀነ
berhanu birhanu brhanu berhano ብርሃኑ ብርሀኑ
beyene beyenne beiene bayana በየነ
birtukan bertukan brtukan ብርቱካን
biniam binyam beniam benyam binam biniyam bniam ቢንያም ብንያም ቢኒያም ብኒያም
biruk bruk birouk brook ብሩክ
birikti brikti berikti ብርክቲ ብርኽቲ
bisrat bsrat besrat bisirat ብስራት
bontu boontuu ቦንቱ
chaltu caaltuu chaaltu ጫልቱ ጫላቱ
chala caalaa challa ጫላ
dagim dagm dagem ዳግም
dagmawi dagimawi ዳግማዊ
daniel danial danel daniyel danyel dan'el ዳንኤል ዳኒኤል
danait danayt danayit ዳናይት
dawit داويت dawet dawitt dauit ዳዊት
debesay debessay debesai debasay ደበሳይ
debela debelaa ደበላ
degu deggu ደጉ
deborah debora ዴቦራ ደቦራ
demeke demekke demeqe ደመቀ
dereje deraje derege derreje ደረጀ
desale desalle desaale dessale ደሳለ
desta dasta desstaa ደስታ
diribe derebe diribee ድርቤ ድሪቤ
efrem ephrem efraim ephraim efrayem ኤፍሬም እፍሬም
elsa elssa ኤልሳ
eden edien iden ኤደን
elias elyas ielias eliyas eliase ኤልያስ ኢሊያስ
elilta elelta illilta እልልታ
ermias ermiyas ermyas yirmias irmias ኤርምያስ እርምያስ ኤርሚያስ
ephrata efrata ኤፍራታ
eskinder iskinder skender eskindir እስክንድር
estifanos istifanos stefanos stifanos estefanos እስጢፋኖስ ኢስጢፋኖስ
eyerusalem eyerus yerusalem iyerusalem eyrusalem ኢየሩሳሌም እየሩሳሌም
eyob iyob eyoab iob ኢዮብ እዮብ
eyasu iyasu eyassu iyassu eiasu ኢያሱ እያሱ
ezana izana ኢዛና ዒዛና
ezra izra ዕዝራ እዝራ
fasil fasile fassil ፋሲል
fana fanna ፋና
fetsum fitsum fetsem fisum ፍጹም ፍፁም
feven fiven feeven ፌቨን ፈቨን
fikadu fekadu fiqadu feqadu ፍቃዱ ፈቃዱ
fikru fikiru ፍቅሩ
filmon فيلمون philmon felmon filimon filemon philemon ፍልሞን ፊልሞን
fisseha fiseha fesseha feseha fisaha fissiha ፍስሃ ፍስሐ ፍሰሃ ፍስሓ
freweyni freweini frewoini freweyn feriweyni ፍረወይኒ ፍሬወይኒ
frehiwot firehiwot frehiwet frewot ፍሬህይወት ፍሬሕይወት ፍረሂወት
gabriel gebriel gebrieel gebrel ገብርኤል ጋብርኤል
gebeyehu gebayehu ገበየሁ
gebru ghebru gebroo ገብሩ
gelila galila gelilla ገሊላ
gemechu gemmechu gamachu gammachuu gemachu ገመቹ
genet gennet ghenet gienet ገነት
getachew getachow getache getachehu gatachew ጌታቸው
getahun gettahun getaun ጌታሁን
getnet getinet ጌትነት
ghirmay قرماي girmay girmai ghirmai grmay germay ghermay gyrmay ግርማይ
girma girmaa grma ግርማ
giorgis georgis ghiorghis giyorgis gorgis ጊዮርጊስ ግዮርጊስ ጎርጊስ
gizaw gezaw gizau ግዛው
goitom goytom goitiom gwaitom guoitom ጎይቶም
guush goush gush ጉዑሽ ጉኡሽ
gudeta gudata gudeeta ጉደታ
habtamu habtamou ሀብታሙ ሃብታሙ
habtom هبتوم haptom habitom habtoom ሃብቶም ሀብቶም
hadas haddas hadass ሃዳስ ሓዳስ
hadgu hadegu hadigu ሃድጉ ሓድጉ
hadish haddish ሃዲሽ ሓዲሽ ሓድሽ
hadush hadushe ሓዱሽ ሃዱሽ ሐዱሽ
hagos حقوس هقوس hagoss haggos ሓጎስ ሃጎስ ሀጎስ
haimanot haymanot haimanotte hymanot ሃይማኖት
hailu haylu hailou ኃይሉ ሃይሉ ሓይሉ
hana hanna hannah ሃና ሐና ሓና
henok hennok hienok henoc ሄኖክ ሀኖክ
helen helien elen hellen ሄለን ሔለን ሀለን
hermon hiermon ሄርሞን
heruy hiruy herui ኅሩይ ህሩይ ሕሩይ
hirut hrut herut hirute ሂሩት ሕሩት ህሩት
hiwet hiwot hiwat hywet heiwet hiwete ህይወት ሕይወት ሂወት
isaac yisak yisaac yishak isak isaak yisehak yeshaq ይስሃቅ ይስሐቅ ይስሓቅ
isayas isaias isaiyas essaias esayas issayas isayase ኢሳያስ ኢሳይያስ ኢሰያስ
jember jembere jambar ጀምበር ጀምበሬ
kassa kasa kaasa ካሳ ካሣ
kebede kebbede kabada kebedde ከበደ
kebebush kebebushe ከበቡሽ
kelemua qelemua kelemwa ቀለሟ ቀለምዋ
kibrom كبروم kbrom kibroum kebrom ክብሮም
kibret kebret kbret ክብረት
kidane كيداني qidane kidanie kidanne chidane ኪዳነ ኪዳኔ
kidist qidist kidest qedist kidst kidusst ቅድስት
kidus qidus kedus qedus kiduss ቅዱስ
kiflay kflay kiflai kifilay kefley kifley ክፍላይ
kifle kefle kifile kiflie ክፍሌ ክፍለ
kiros kirros kyros ኪሮስ
kirubel kerubel kirubiel ኪሩቤል
kokob kokeb kochob kokobe ኮኾብ ኮከብ
kokobe kokebe ኮኮቤ ኮከቤ
lemlem lemilem lelem ለምለም
lema lemma lammaa ለማ
legesse legese laggese lagasa ለገሰ ለገሠ
leul luel le'ul leuel ልዑል ልኡል
letekidan letekidane letekidanne ለተኪዳን
lensa lensaa leensaa ሌንሳ
lidya lidia lydia lidiya liidya ሊድያ ሊዲያ
liya lia lya ልያ ሊያ
luam lewam luwam luuam luwham ልዋም ሉዋም ሉኣም
lukas lucas luqas luukas ሉቃስ ሉካስ
maaza meaza maeza me'aza maza ማዓዛ መአዛ መዓዛ
makda makeda maqda makida ማክዳ ማኽዳ
makonnen mekonnen mekonen mokonen makonen mokonnen መኮንን
marta martha ማርታ
markos marcos marqos ማርቆስ
mathewos mateos matheos matiwos mattewos matewos maatewos ማቴዎስ ማቲዎስ
matyas matias matthias mathias mattias ማትያስ ማቲያስ
medhanie medhane medhany medhanye medhani መድሃኔ መድሃኒ መድሀኔ መድሃንየ
medhanit medhannit መድሃኒት
medhin medhn medhinn medhen መድህን መድኅን
mehret mihret mehrit meheret mhret ምሕረት ምህረት
mekdes meqdes mekdese mequdes መቅደስ
meles melles meless melese መለስ
melaku mellaku melakou መላኩ
melat mellat ሜላት መላት
melkamu malkamu መልካሙ
mengistu mengstu mengestu mangistu ménguistou መንግስቱ መንግሥቱ
mengesha mengasha ምንገሻ መንገሻ
merhawi merhawie merhaway mirhawi meriawi መርሃዊ መርሓዊ
merhawit merhawite mirhawit መርሃዊት መርሓዊት
meron ميرون mieron merone meiron ሜሮን መሮን
merid meride መሪድ
mersha marsha መርሻ
meseret messeret maserat mesret mesereet መሰረት መሠረት
meskel mesqel mesquel meskal መስቀል
mesfin mesifin mosfin masfin messfin መስፍን
messele mesele masale መሰለ
michael mikael mikiel micael mikeal mikaele michel mikail mihael ሚካኤል ሚኪኤል
mikias mikiyas mekyas mikyas micias ሚክያስ ሚኪያስ
milion million milyon milionn ሚልዮን ሚሊዮን
misgina misghina mesgina misgena mesghena ምስጊና ምስጋና
misgana misganna ምስጋና
mulu muluu ሙሉ
mulualem mulalem muluallem ሙሉዓለም ሙሉአለም
mulugeta mulgeta mulugieta mulageta molugeta ሙሉጌታ
nahom nahum nahoom naom ናሆም
natnael nathnael natinael nathanael natanael natenael natiniel ናትናኤል ናታናኤል ናትናዔል
negash negassh nagash ነጋሽ
negasi negassi negasy negasie negase ነጋሲ
negussie neguse negusse nigusse nigussie negusie nugusse negus nguse ንጉሴ ንጉሤ ንጉሠ ንጉሰ
nebiat nebyat nebyate ነብያት
nebiyu nebyu nebeyu ነቢዩ
netsanet netsannet nesanet natsanet netsenet ነፃነት ነጻነት
nigisti nigsti ngsti negisti nigsty ንግስቲ
nigist negist nigest negest ንግስት ንግሥት
nardos nardoss ናርዶስ
obsa obsaa ኦብሳ
petros pietros betros petross ጴጥሮስ ፔትሮስ
paulos pawlos paulose paulus pawulos ጳውሎስ ፓውሎስ
rahel rahiel raheel rahela ራሄል ራሔል ራኤል
rahwa rahua rahuwa rahewa ራህዋ ራሕዋ
redae redaie reda'e redai ረዳኢ ረዳእ ረዳዒ
rediet rediat redeat radiet ረድኤት
reesom reesome resom risom re'esom riesom ረኢሶም ርእሶም ርዕሶም
robel روبيل robiel rubel ሮቤል ሮበል
rufael rufaiel rufail ሩፋኤል
ruta rutta roota ሩታ
ruth rut ruut ruthe ሩት
saba sabaa sabba ሳባ
salem ሳለም ሳሌም
samson samison samsom ሳምሶን
samrawit semrawit samerawit ሳምራዊት
samuel samiel samuael samuiel samueil ሳሙኤል ሳምኤል
sara sarah saara ሳራ ሣራ
seble sable sebele sebli ሰብለ
segen segenn ሰገን
selam سلام salam selamm selame ሰላም
selamawit selamawite selamawet salamawit selemawit ሰላማዊት
selassie selasie silassie selasse sellassie silasse ስላሴ ሥላሴ ስላሰ
selemon solomon selomon solomone salomon ሰሎሞን ሰለሞን ሶሎሞን
semere semare semerre semre ሰመረ
semhar samhar semhare semihar ሰምሃር ሰምሓር
senait سنايت sennait senayt senayit sinait ሰናይት
senay senai sennay ሰናይ
shewit shwit shewite shiwit ሽዊት ሸዊት
shishay shishai shshay shisay ሽሻይ ሺሻይ
shiferaw sheferaw shifferaw shifera ሽፈራው
simon simeon semon simoon simion ስምኦን ስምዖን ሲሞን ስሞን
simret semret smret simiret ስምረት
sisay sissay sesay sisai ሲሳይ
sofia sofiya sophia sofya ሶፍያ ሶፊያ
solyana soliana solyanna ሶልያና ሶሊያና
sosina sossina soseina ሶስና ሶሲና
tadesse تاديسي tadese taddesse taddese tades tadasa ታደሰ ታደሠ
taye tayye tayé ታዬ ታየ
tedros tewodros teodros theodros tedross teodoros tewedros tewdros ቴዎድሮስ ቴድሮስ
teklay tekley tekelay tecley teklai tekhlay ተክላይ ተኽላይ
tesfu tesfou tesfuu ተስፉ
tesfom tesfum tesfome tesfoum ተስፎም
teshome teshoma tashoma teshomme ተሾመ
tewabech ጠዋበች ተዋበች
tigist tigest tgest tgst tegist tigiste tigisit tegest ትዕግስት ትእግስት ትግስት ትዕግሥት
tirhas trhas tirhass terhas trihas tirhase trehas ትርሓስ ትርሃስ ጥርሓስ
tirunesh tirunish terunesh trunesh ጥሩነሽ ጡሩነሽ
tolosa tolossa tolasa toloosaa tolessa ቶሎሳ ቶለሳ
tola tolaa tolla ቶላ
tsehay tsehaye tsehai sehay tsehaie sahaye tzehaie ፀሃይ ፀሐይ ጸሃየ ፀሃዬ ጸሓይ ፀሐዬ
tsigereda tsgereda sigereda tsegireda ጽጌሬዳ ፅጌረዳ ጽገሬዳ
tsige tsigie sige tsege tsighe tsigié ጽጌ ፅጌ
tsion tsyon sion tsiyon seyon ጽዮን ፅዮን
wagaye wegayehu ዋጋዬ
wondimu wendimu wondemu wandimu wondmu ወንድሙ
wondwosen wondwossen wendwesen wondosen wondwesen wondesen wandwosen ወንድወሰን ወንደሰን ወንዶሰን
wengel wenghel wongel ወንጌል
weini weyni woini weyini woyni ወይኒ
winta wintta wuinta ዊንታ ውንታ
woldu weldu uoldu weldoo ወልዱ
workneh werkneh worqneh warqineh ወርቅነህ
worku werku worqu warquu ወርቁ
worknesh werknesh ወርቅነሽ
yared yarede yard iared ያሬድ
yemane yemanie yemaane yimane iemane yeman የማነ ይማነ የማኔ
yebio yebiyo yebyo iebio የብዮ
yeshi yeshie yashi የሺ
yeshimebet yeshimabet yeshiemebet የሺመቤት
yodit yodith yodite iodit ዮዲት
yohanna yohana yohannah ዮሃና ዮሐና
yohannes يوهانس يوهنس yohanes johannes johanes iohannes yohanis yohannis yohans yohanness ዮሃንስ ዮሐንስ
    ዮሓንስ
yonas يوناس yonass jonas ionas yunas yones ዮናስ
yonatan yonathan jonathan yonaten ዮናታን
yordanos yordannos iordanos yordanose jordanos yeordanos yordaos ዮርዳኖስ
yosef yosief yoseph ioseph yosiyef josef yusief iosief yossief yoseif ዮሴፍ ዮሰፍ ዮሲፍ
yosias yosiyas josias yoseas ዮስያስ ዮሲያስ
zaid zayid zaied zayed ዛይድ ዛዕድ
zekarias zekaryas zecharias zakarias zekariyas zecarias ዘካርያስ ዘካሪያስ ዘከርያስ
zelalem zellalem zelalam zalalem ዘላለም ዘለዓለም ዘለአለም
zemen zemmen ዘመን
zenebech zenebetch zenabech ዘነበች
zenebe zenaba zennebe zenabe ዘነበ
zerai زرآي زراي zeray zeraay zeraye zer'ay zerae zara'y ዘርአይ ዘርኣይ ዘራይ ዘርዓይ
zewdi zeudi zawdi zewdy ዘውዲ
zewdu zawdu zewudu zeudu ዘውዱ
zewde zeude zewdie ዘውዴ
zewditu zauditu zewuditu ዘውዲቱ
"""
