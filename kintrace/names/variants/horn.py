"""Names of Eritrea, Ethiopia and Somalia: Tigrinya, Amharic, Somali, Oromo.

Names of Muslims there stand with the Arabic ones, Somali spellings included.
"""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Tigrinya, one of Amharic, one of Somali and one of Oromo"

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
afework afewerk afeworq አፈወርቅ
alem aalem alam ዓለም አለም ኣለም
alemayehu alemayew alemayhu አለማየሁ ዓለማየሁ
alemitu alemtu አለሚቱ
alemnesh alemenesh ዓለምነሽ አለምነሽ
alemseged alemsegd alemsegid ዓለምሰገድ አለምሰገድ
almaz الماظ almas almaaz አልማዝ ኣልማዝ
aman amaan አማን ኣማን
amanuel امانوئيل امانويل amanual emanuel amannuel immanuel አማኑኤል ኣማኑኤል
amare amaare አማረ ኣማረ
amlesom amleson amlsom ኣምለሶም አምለሶም
andebrhan andeberhan andebirhan andeberhane ዓንደብርሃን አንደብርሃን ኣንደብርሃን
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
bereket بركت berekhet bereqet በረከት
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
fikre fikire feqre fikrie ፍቅሬ ፍቅረ
fikremariam fikremaryam ፍቅረማርያም
fikru fikiru ፍቅሩ
filmon فيلمون philmon felmon filimon filemon philemon ፍልሞን ፊልሞን
fisseha fiseha fesseha feseha fisaha fissiha ፍስሃ ፍስሐ ፍሰሃ ፍስሓ
freweyni freweini frewoini freweyn feriweyni ፍረወይኒ ፍሬወይኒ
frehiwot firehiwot frehiwet frewot ፍሬህይወት ፍሬሕይወት ፍረሂወት
gabriel gebriel gebrieel gebrel ገብርኤል ጋብርኤል
gebeyehu gebayehu ገበየሁ
gebre قبري ghebre gebrie ገብረ ገብሬ
gebru ghebru gebroo ገብሩ
gebrehiwot gebrehiwet ghebrehiwet gebrehywet ghebrehiwot gebrhiwet ገብረህይወት ገብረሕይወት ገብረሂወት
gebremariam ghebremariam gebremaryam ghebremaryam ገብረማርያም
gebremedhin قبرمدهن ghebremedhin gebremedhn ghebremedhn gebremeden ghebremedin ገብረመድህን ገብረመድኅን
gebremeskel قبرمسقل قبري‌مسقل ghebremeskel gebremesqel ghebremeskal gebremeskal ገብረመስቀል
gebremichael ghebremichael gebremikael gebremikel ghebremicael ገብረሚካኤል
gebreselassie ghebreselassie gebresilassie gebreselasie ገብረስላሴ ገብረሥላሴ ገብረስላሰ
gebretsadik gebretsadiq ghebretsadik ገብረጻድቅ ገብረፃድቅ
gebretsadkan ghebretsadkan ገብረጻድቃን ገብረፃድቃን
gebreegziabher gebregziabher gebregziabhier ghebregziabher gebrezgabher gebrezgabhier ghebrezgabiher
    gebreziabher gebrezgiabher gebregziabiher gebrezgher ገብረእግዚአብሔር ገብረእግዚኣብሄር ገብረዝጊኣብሄር
gebrekidan ghebrekidan ገብረኪዳን
gebrekristos ghebrekristos gebrechristos gebrekirstos ገብረክርስቶስ
gebreyesus ghebreyesus gebreeyesus gebreyessus ገብረየሱስ ገብረኢየሱስ
gebreyohannes ghebreyohannes gebreyohanes ghebreyohanes ገብረዮሃንስ ገብረዮሐንስ
gebretinsae ghebretinsae gebretensae ghebretensae ገብረትንሳኤ
gebreab ghebreab gebreabe ገብረኣብ ገብረአብ
gebregiorgis ghebregiorgis ghebreghiorghis gebregeorgis gebregiyorgis ገብረጊዮርጊስ ገብረግዮርጊስ
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
habte hapte habtie ሃብተ ሀብቴ ሃብቴ
habtamu habtamou ሀብታሙ ሃብታሙ
habteab haptab habtab habteabe ሃብተኣብ ሀብተአብ
habtegiorgis habtegeorgis habteghiorghis ሀብተጊዮርጊስ
habtemariam haptemariam habtemaryam ሃብተማርያም ሀብተማርያም
habtemichael haptemichael habtemikael ሃብተሚካኤል ሀብተሚካኤል
habteselassie habtesilassie habteslasie ሃብተስላሴ ሀብተስላሴ
habtom هبتوم haptom habitom habtoom ሃብቶም ሀብቶም
hadas haddas hadass ሃዳስ ሓዳስ
hadgu hadegu hadigu ሃድጉ ሓድጉ
hadish haddish ሃዲሽ ሓዲሽ ሓድሽ
hadush hadushe ሓዱሽ ሃዱሽ ሐዱሽ
hagos حقوس هقوس hagoss haggos ሓጎስ ሃጎስ ሀጎስ
haile هايلي هيلي hayle hayla hailie haylie haileh ሃይለ ኃይለ ኃይሌ ሃይሌ ሓይለ
haileab hailab hayleab haileabe ሃይለኣብ ኃይለአብ
haimanot haymanot haimanotte hymanot ሃይማኖት
hailemariam haylemariam hailemaryam hilemariam ኃይለማርያም ሃይለማርያም ሓይለማርያም
hailemichael haylemichael hailemikael haylemikael ኃይለሚካኤል ሃይለሚካኤል
haileselassie haylesilassie haileselasie hailesilassie haileslasse ኃይለሥላሴ ሃይለስላሴ ሃይለስላሰ
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
kahsay kahsai kahssay kahsaye khasay ካሕሳይ ካህሳይ
kassa kasa kaasa ካሳ ካሣ
kebede kebbede kabada kebedde ከበደ
kebebush kebebushe ከበቡሽ
kelemua qelemua kelemwa ቀለሟ ቀለምዋ
kibrom كبروم kbrom kibroum kebrom ክብሮም
kibreab kbreab kibrab kebreab ክብረኣብ ክብረአብ
kibret kebret kbret ክብረት
kidane كيداني qidane kidanie kidanne chidane ኪዳነ ኪዳኔ
kidanemariam kidanemaryam kidane-mariam chidanemariam ኪዳነማርያም
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
letebrhan leteberhan letebirhan letebrehan letabrhan ለተብርሃን
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
mehari مهاري meharie mehary mehare mahari መሃሪ መሓሪ መሐሪ
mehret mihret mehrit meheret mhret ምሕረት ምህረት
mekdes meqdes mekdese mequdes መቅደስ
meles melles meless melese መለስ
melaku mellaku melakou መላኩ
melat mellat ሜላት መላት
melkamu malkamu መልካሙ
mengistu mengstu mengestu mangistu ménguistou መንግስቱ መንግሥቱ
mengisteab mengsteab mengestab mengistab mengistehab መንግስተኣብ መንግስተአብ
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
mihreteab mihretab mhreteab mehretab mehreteab mihrtab mihreteabe ምሕረተኣብ ምህረተአብ ምሕረተአብ
misgina misghina mesgina misgena mesghena ምስጊና ምስጋና
misgana misganna ምስጋና
mulu muluu ሙሉ
mulualem mulalem muluallem ሙሉዓለም ሙሉአለም
mulugeta mulgeta mulugieta mulageta molugeta ሙሉጌታ
mulubrhan muluberhan mulubirhan mulubrehan ሙሉብርሃን
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
tekle تكلي tekla tecle taklie ተክለ ተክሌ
tekleab takleab tecleab teklab teklehab ተክለኣብ ተክለአብ
teklehaimanot teklehaymanot teclehaimanot takleaimanot ተክለሃይማኖት
teklemariam taklemariam teclemariam teklemaryam ተክለማርያም
teklay tekley tekelay tecley teklai tekhlay ተክላይ ተኽላይ
teklu tekilu takluu ተክሉ
temesgen temesghen tamasgen temesgien temesegen tmesgen temsgen ተመስገን
tesfa tasfa tesefa ተስፋ
tesfaalem tesfalem tesfaallem tesfalam tesfaaelem ተስፋኣለም ተስፋዓለም ተስፋለም
tesfagiorgis tesfaghiorghis tesfageorgis tesfagergish ተስፋጊዮርጊስ
tesfahun tesfahunn tesfahon ተስፋሁን
tesfai تسفاي tesfay tesfaye tasfaye tesfaie tesfa'y tesfey tasfai ተስፋይ ተስፋዬ ተስፋየ
tesfalidet tesfaldet tesfaledet tesfalidett tesfaldiet ተስፋልደት ተስፋሊደት
tesfamariam tesfamaryam tesfamariyam ተስፋማርያም
tesfamichael tesfamikael tesfamicael tesfamikiel tesfamikail ተስፋሚካኤል
tesfazghi tesfazgi tesfasghi tesfazghy ተስፋዝጊ
tesfu tesfou tesfuu ተስፉ
tesfom tesfum tesfome tesfoum ተስፎም
teshome teshoma tashoma teshomme ተሾመ
tewelde tewolde tawalde teuolde teuelde tewldde tawolde ተወልደ
teweldebrhan teweldeberhan tewoldebirhan teuoldeberhan tewoldeberhan ተወልደብርሃን
teweldemedhin tewoldemedhin tewoldemedhn teuoldemedhin ተወልደመድህን ተወልደመድኅን
tewabech ጠዋበች ተዋበች
tigist tigest tgest tgst tegist tigiste tigisit tegest ትዕግስት ትእግስት ትግስት ትዕግሥት
tirhas trhas tirhass terhas trihas tirhase trehas ትርሓስ ትርሃስ ጥርሓስ
tirunesh tirunish terunesh trunesh ጥሩነሽ ጡሩነሽ
tolosa tolossa tolasa toloosaa tolessa ቶሎሳ ቶለሳ
tola tolaa tolla ቶላ
tsegay تسجاي tsegai tsegaye segay sagaye tseggay tsegaie tzegai tsagaye ፀጋይ ጸጋይ ጸጋዬ ፀጋዬ ጸጋየ
tsehay tsehaye tsehai sehay tsehaie sahaye tzehaie ፀሃይ ፀሐይ ጸሃየ ፀሃዬ ጸሓይ ፀሐዬ
tsigereda tsgereda sigereda tsegireda ጽጌሬዳ ፅጌረዳ ጽገሬዳ
tsige tsigie sige tsege tsighe tsigié ጽጌ ፅጌ
tsigeweyni tsigewoini tsegeweini tsigeweini ጽጌወይኒ
tsion tsyon sion tsiyon seyon ጽዮን ፅዮን
wagaye wegayehu ዋጋዬ
wondimu wendimu wondemu wandimu wondmu ወንድሙ
wondwosen wondwossen wendwesen wondosen wondwesen wondesen wandwosen ወንድወሰን ወንደሰን ወንዶሰን
wengel wenghel wongel ወንጌል
weini weyni woini weyini woyni ወይኒ
winta wintta wuinta ዊንታ ውንታ
wolde welde woldie uolde ወልደ ወልዴ
woldu weldu uoldu weldoo ወልዱ
woldeab weldeab weldab uoldeab woldab ወልደኣብ ወልደአብ
woldegebriel weldegebriel woldegabriel weldegabriel uoldegabriel ወልደገብርኤል ወልደገብሪኤል
woldegiorgis weldegiorgis woldegeorgis weldeghiorghis woldegiyorgis uoldegiorgis ወልደጊዮርጊስ ወልደግዮርጊስ
woldemariam weldemariam weldemaryam woldemaryam uoldemariam ወልደማርያም
woldemichael weldemichael weldemikael woldemikael uoldemichael ወልደሚካኤል
woldeselassie weldeselassie woldesilassie weldeselasie ወልደስላሴ ወልደሥላሴ ወልደስላሰ
woldeyohannes weldeyohannes weldeyohanes ወልደዮሃንስ ወልደዮሐንስ
woldetsadik weldetsadik ወልደጻድቅ ወልደፃድቅ
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
zeresenay zersenay zeresenai zerisenay ዘርእሰናይ ዘረሰናይ ዘርኢሰናይ
zewdi zeudi zawdi zewdy ዘውዲ
zewdu zawdu zewudu zeudu ዘውዱ
zewde zeude zewdie ዘውዴ
zewditu zauditu zewuditu ዘውዲቱ
abdi cabdi abdie ዓብዲ አብዲ
abshir absher abshiir abshire
abukar abokor abuukar abucar አቡካር
aden adan aadan adem aaden ኣደን አደን
afrah afrax
amal amaal
anab canab caanab
ardo cardo
asad
awale cawaale awaale awalle
awil cawil awiil
awo cawo
aweys aways aweis awes caways uweis uways
ayan ayaan
barkhad barkhat barqad barkad
barre bare barri baare
barwaaqo barwako barwaqo
bile biile
biixi bihi bixi
bishaar
cawad awad cawed
cige ige cigge
cilmi ilmi elmi cilmii
dahabo dahaba
dahir daahir dahar daaher
deeqa deqa deka deeka
deeq deq
diiriye diriye diriyeh dirie deria
dini diini
dualeh ducaale duale ducale du'ale
egal cigaal igal
ebyan ebiyan
elmi
faarax farah farax faarah farrah
fardowsa fardosa fardousa
farhan farhaan farxaan farxan
farhiya farxiya farhia farhiyo
fartun fartuun fartoun fartuna
fawziya fawsiya foosiya fowsiya fauzia fosia
gedi geedi guedi geddi
geelle gelle gele guelleh geele
guled guuleed gouled guleed
gacal
hibo
hilowle hiloule
hirsi xirsi hersi hirse
hodan hoodan hodhan
habiba xabiiba habibo
hawa xaawo xawo hawo hawwa haawa
hamdi xamdi
hufan hufaan
hibaq hibak hibaaq
ifrah ifraax ifraah
idil iddil
ilhan
jama jaamac jaama djama giama jamac
jibril jibriil djibril jibreel
kaltum kaltuun kaltun kaltoum
khadra qadra khadro kadra
khadar kheder khadir
ladan laadan
liban liiban libaan
liin
luul lul lool
magan magaan
mahad
maryam maryan maryama maryaan
mahmoud mohamud maxamuud mahamud mohamoud mahamoud mohamuud
muhumed muxumed muhumad muhumud
mona muna muuna
mursal mursaal
nasra naasra nasro
naima nacima naciima
nimo nimco nima nimca
nur nuur nour
nuurta nurta
olad
osob cosob
qali qaali
qamar
rage raage ragge raghe
robleh rooble roble roobleh rowble
roda
rahma raxma rahmo raxmo raahma
sacdiyo sadiya saadiya sadio sacdiya
sagal sagaal
sahal sahl
sahra saahra sahara
samatar samater samantar
sharmarke sharmaarke sharmake
shamis shamso shamsa
shire shirie shiire shirre
shukri
sugule sugulle suguule
zuleikha suleekha zuleykha zulaikha suleqa suleikha
ubah ubax ubaah oubah
ugaas ugas ougas
warsame warsama ouarsama warssame
waris waaris
xaali
xasna hasna hasno
yurub yuruub
yusur yusra yusro
zamzam samsam sansam zemzem
abdisa abdiisaa abdissa አብዲሳ
bedada badhaadhaa badada በዳዳ
bekelech beqelech በቀለች
dinku dinqu dinquu ድንቁ
feyisa fayyisaa feyissa fayisa ፈይሳ
fayine faayinee
gadisa gaddisa gaaddisaa ጋዲሳ
hunde hundee hundie ሁንዴ
ifa ifaa iffa ኢፋ
ibsa ibsaa ኢብሳ
jaleta jalata jallata jaalataa ጃለታ ጀለታ
kedir qedir kadir qadir kedhir ከድር ቀድር
kena qannaa
kuma kumaa qumaa ኩማ
kumsa kumsaa ኩምሳ
lalise lalisee lelise lalisaa ላሊሴ
lelisa leelisaa ሌሊሳ
megersa magarsa magarsaa megarsa መገርሳ
merga margaa marga መርጋ
meti meetii ሜቲ
mosisa moosisa mosissa ሞሲሳ
nagasa nagasaa negassa negasa nagaasaa ነጋሳ
olana olaanaa ollana ኦላና
oljira olijira oljirra ኦልጅራ
regassa ragasa regasa raggasaa ረጋሳ
robe roobee robé ሮቤ
shanko shanqo
sena seenaa seena ሰና
siifan sifan siffan ሲፈን
tadelech taddelech ታደለች
tariku tarikou ታሪኩ
tufa tuufaa ቱፋ
terfa tarfa tarfaa ተርፋ
terefe terefa tarafe ተረፈ
tulu tulluu tullu ቱሉ
wakjira wakgira waaqjiraa waqjira wakijira ዋቅጅራ ዋቅጂራ
waktola waaqtolaa waqtola ዋቅቶላ
wario waarioo wariyo wariyyoo ዋርዮ
"""

RELATED = """
addis ~ haddis
hadish ~ hadush
zewdu ~ zewde
abi አቢ < abiy abebe
abrish < abrha abraham
aby < abebe abiy
biniye biny < biniam
bini ቢኒ < biniam
dani ዳኒ < daniel
dave dawi < dawit
emu < amanuel
eyerus እየሩስ < eyerusalem
eyerusa < eyerusalem
fili < filmon
fre ፍሬ < freweyni frehiwot
gech ጌች < getachew getahun
getu ጌቱ < getachew getahun
ghide < kidane
jerry jery ጄሪ < eyerusalem
jossi josi yossi yosi ዮሲ < yosef
joni jony < yohannes yonas
kiya < kiros
kidu ኪዱ < kidane kidus
kokeb < kokob
lidu < lidya
meri < meron
mesi mesy መሲ < meseret
miki miky ሚኪ < michael mikias
mimi < meron
mulye mule < mulugeta mulu
nati naty ናቲ < natnael
nebi < nebiyu
rahu < rahwa rahel
robi roby < robel
sabi < saba
sami samy < samuel samson
sele < selam selamawit
seli < selam
sol < selemon
sosi < sosina
teddy tedi tedy ቴዲ < tedros tewelde
tekie tekhie ተኪኤ < tekle tekleab
temu < temesgen
tigi ትጊ < tigist
tsegu < tsegay
weldish < woldu
wende ወንዴ < wondwosen wondimu
yoni yony ዮኒ < yonas yohannes yonatan
yordi yordy ዮርዲ < yordanos
zera zere < zerai zeresenay
abdulle cabdulle < abdullah
faadi < fatima
maxad < muhammad mohamud
tesfai ~ tesfa
hirut ~ herut
kiflay ~ kifle
girma ~ ghirmay
zewdi ~ zewditu
zewde ~ zewditu
mulu ~ mulugeta
selam ~ selamawit
nigisti ~ nigist
alem ~ alemayehu
alem ~ alemitu
tadesse ~ tadelech
zerai ~ zeresenay
tewelde ~ teweldebrhan
tewelde ~ teweldemedhin
"""

FAMILIES = """
sheikhdon shekhdon
"""
