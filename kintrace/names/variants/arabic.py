"""Names from Morocco to Iraq, as Arabic, French, English, Italian and German desks write them."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Arabic, and one of the Maghreb's French spellings"

SAME = """
abbas abas cabbaas abbass عباس ዓባስ አባስ Аббас আব্বাস
kazim kadhim kadhem kazem kadim kathem كاظم ካዚም Казим কাজিম
jabbar jabar gabbar djebar جبار
sayed sayyid sayyed seyed syed seyyed سيد السيد سەید সৈয়দ सैयद Сайид
tamim tameem تميم
nafisa nafissa nafeesa nefise نفيسة ነፊሳ নাফিসা
sultan soltan sultaan سلطان ሱልጣን Султан সুলতান
sabiha sabeeha صبيحة
majida majeda ماجدة
khairi khayri kheiri خيري
shafi shafie شافعي
muawiya mouaouia معاوية
thamer tamer ثامر
aqil akil aqeel agil عقيل
abulfazl abolfazl abulfadl abolfadl abu-al-fadl abulfazal ابوالفضل Абулфазл
abulqasim abolghasem abulqasem abolqasem abulkasim أبوالقاسم আবুলকাসেম
abulhasan abolhassan abulhassan abolhasan أبوالحسن
zulfikar dhulfiqar zulfiqar zolfaghar ذوالفقار
muhammad mohammed mohamed mohammad mohamad muhammed mohamet mahammad muhamed mouhamed mouhammad
    mohammod mohd md muhamad maxamed maxamad mahamed mahamad mehemed محمد መሀመድ መሐመድ ሙሀመድ ማህመድ
    Мухаммад Мохаммед Магомед Мухамед Мохамед מוחמד মোহাম্মদ মুহাম্মদ মোহাম্মাদ मोहम्मद मुहम्मद
    Μοχάμεντ Μωχάμεντ Մուհամմադ მუჰამედი مەحەمەد موحەممەد
ahmad ahmed ahmet ahmadd achmed achmad axmed axmad ehmed ahamed ehmad أحمد አህመድ አሕመድ Ахмад Ахмед
    אחמד আহমেদ আহমদ আহাম্মেদ अहमद Αχμέντ ئەحمەد احمت
mahmoud mahmud mahmood mehmood mahmut mahmoed maxamuud mehmud mahmmoud محمود ማህሙድ መሀሙድ Махмуд מחמוד
    মাহমুদ महमूद مەحموود
mustafa mustapha mostafa moustafa moustapha mostapha mustafe mistefa mostofa mustaffa مصطفى ሙስጠፋ
    ሙስታፋ Мустафа מוסטפא মোস্তফা মুস্তফা मुस्तफ़ा मुस्तफा مستەفا
ali aly alli cali elî علي ዓሊ አሊ Али עלי আলী আলি अली Αλί عەلی
hassan hasan hacene hacen hassane xasan hesen hassen hasen hesan حسن ሀሰን ሐሰን Хасан Гасан חסן হাসান
    हसन Χασάν حەسەن
hussein huseyn hüseyn guseyn husayn hussain husain hossein hosein hossain hosain hussien hussin
    houssein hocine houcine hossien xuseen huseyin hüseyin husseyin hisen hisên huseen hussen حسين
    ሁሴን ሑሴን Хусейн Гусейн Хуссейн חוסיין হোসেন হোসাইন হুসাইন हुसैन Χουσεΐν حوسێن حسێن
ibrahim ibraheem ebrahim brahim ibrahem ibrahime ibraahim ibraahiim ebrahem birahim berahim إبراهيم
    ኢብራሂም Ибрагим Ибрахим איברהים ইব্রাহিম ইব্রাহীম इब्राहिम ئیبراهیم برایم
yusuf youssef yousef yousif yusef yousuf youssouf yusif yosuf yousof yosof youcef yussuf yuusuf
    iusuf jusuf jusef yosif usuf يوسف ዩሱፍ የሱፍ Юсуф Юсеф Юсиф יוסוף ইউসুফ यूसुफ Γιουσούφ یوسێف
ismail ismael ismaeel ismaïl smail esmail esmaeil esmaeel ismaiil ismaaciil smaïn ismayil ismayl
    إسماعيل اسماعیل اسمعيل እስማኤል ኢስማኢል Исмаил אסמאעיל ইসমাইল इस्माइल ئیسماعیل سمایل
omar umar omer omær cumar omr 'umar ömer oemar عمر ዑመር ኡመር ኦማር Омар Умар Омер עומר ওমর উমর उमर Ομάρ
    عومەر
amr amro amrou amru عمرو
osman othman uthman usman ousman outhman osmane othmane cismaan cusmaan cosman otman athman ausman
    osmaan عثمان ዑስማን ኡስማን ኦስማን Осман Усман עותמאן ওসমান उस्मान عوسمان
khaled khalid chaled kaled halid halit xalid khalad xaalid khalled khaalid kalid خالد ኻሊድ ካሊድ ሃሊድ
    Халед Халид חאלד খালেদ खालिद Χάλεντ خالید
salah sala salaah صلاح ሳላህ Салах
saleh salih salekh saalax salix صالح ሳሊህ ሷሊህ Салех Салих סאלח সালেহ
salim saleem selim saliim slim سليم ሰሊም Салим Селим סלים সেলিম सलीम
salima saleema selima سليمة سالمة
salem saalim سالم ሳሊም Салем
salman selman salmaan سلمان ሰልማን Салман সালমান सलमान
suleiman sulaiman sulayman suleyman soliman solaiman sleiman slimane soulaymane saleban saleebaan
    suleman süleyman silêman souleiman sulieman سليمان ሱለይማን ሱሌማን Сулейман Сулайман סולימאן
    সোলায়মান সুলাইমান सुलेमान سلێمان
dawud daoud dawood daud dawoud davud davut daauud daawuud dawod daood داود داوود ዳውድ Дауд Давуд דאוד
    দাউদ
musa mousa moussa moosa mussa muuse muse موسى ሙሳ Муса מוסא মুসা मूसा Μούσα مووسا
isa issa eissa essa eisa ciise îsa عيسى ዒሳ ኢሳ Иса Исса עיסא ঈসা ईसा عیسا
yahya yahia yehia yahye yahyaa yehya yahiya يحيى ያህያ ያሕያ Яхья Яхъя יחיא ইয়াহিয়া یەحیا
zakaria zakariya zakariyya zakarya zekeriya sakariye zakaryia zakarie زكريا ዘካሪያ Закария জাকারিয়া
yaqub yaqoub yacoub yakub yakoub yaqoob yakup yaaquub yaacoub ya'qub yacub يعقوب ያዕቁብ ያቁብ Якуб Якуп
    ইয়াকুব याकूब یەعقوب
yunus younes younis yunis yunes younous yuunis younus yonis younas يونس ዩኑስ ዩኒስ Юнус Юнис יונס ইউনুস
    यूनुस یونس
ayoub ayyub ayub ayyoub ayob eyub eyup eyüp ayuub ayoob أيوب አዩብ Айюб Аюб আইয়ুব अय्यूब
idris idriss idrees driss edris idriis edriss إدريس እድሪስ ኢድሪስ Идрис אידריס ইদ্রিস इदरीस
ilyas eliyas iliyas liyas ilyaas ilyes elyas lyes إلياس ኢሊያስ እልያስ Ильяс Ильас ইলিয়াস इलियास
haroun harun haroon haroune haaruun هارون ሀሩን Харун הארון হারুন हारून
imran emran imraan عمران ኢምራን Имран ইমরান इमरान
bilal belal bilaal bileal bélal بلال ቢላል Билал בלאל বিলাল বেলাল बिलाल
hamza hamzah hamsa hamze xamse hamzeh hemza حمزة ሀምዛ Хамза חמזה হামজা हमज़ा
anas anass enes أنس አናስ Анас আনাস
anis anees aniss أنيس አኒስ Анис আনিস
tariq tarek tarik tareq tarak taariq tarig طارق ጣሪቅ ታሪቅ Тарик Тарек טארק তারেক तारिक
jamal gamal djamel jamel jamaal djamal jemal djemal cemal jemel جمال ጀማል Джамал Джамаль גמאל জামাল
    जमाल جەمال
kamal kamaal kemal كمال ከማል Камал Камаль Кемаль כמאל কামাল कमाल کەمال
kamel kamil kemel kaamil كامل ካሚል Камиль
jamil jameel gamil djamil jemil cemil jamiil جميل ጀሚል Джамиль Джамил ג'מיל জামিল
sharif cherif chérif sherif shareef charif shariif scherif serif şerif شريف ሸሪፍ Шариф Шериф שריף
    শরীফ शरीफ
wahid ouahid waheed wahed waxiid vahid وحيد ወሂድ Вахид
walid oualid waleed weled velid waliid valid وليد ወሊድ Валид וליד ওয়ালিদ
yasin yassin yassine yaseen yasseen yacine yassen yaasiin ياسين ያሲን Ясин ইয়াসিন
yasir yasser yaser yassir yacer yaasir ياسر ያሲር Ясир Ясер יאסר ইয়াসির
nasir naser nasser nacer naasir nassir ناصر ናስር ናሲር Насир Насер נאסר নাসির नासिर
nasr نصر ነስር
munir mounir mouneer muneer monir muniir منير ሙኒር Мунир মুনির
samir sameer smir samiir سمير ሰሚር Самир סמיר সমীর
samer سامر
sami samy saami سامي ሳሚ Сами
amir ameer emir amiir أمير አሚር Амир আমির
amin ameen amine emin amiin أمين አሚን Амин অমিন আমিন अमीन ئەمین
amer aamir عامر
ammar cammaar amaar عمار አማር Аммар আম্মার
adil adel caadil aadil عادل ዓዲል አዲል Адил Адель আদিল
adnan adnane cadnaan عدنان ኣድናን Аднан আদনান
adam aadam آدم
akram akrem أكرم አክረም Акрам আকরাম
anwar anouar enver anwer anvar anwaar أنور አንዋር Анвар আনোয়ার अनवर
ayman aymen aiman aymane eymen ايمن أيمن አይመን Айман
basel bassel باسل
bashar bachar beşar بشار Башар
bashir bachir basheer bashiir besir beşir beshir bechir bashier بشير በሽር በሺር Башир בשיר বশির बशीर
bassam basam bessam بسام
fadi fady فادي
fadil fadel fazel fadhil fazil faadil فاضل ፋዲል
fahd fahad fahed فهد ፈህድ
faisal faysal feisal fayçal faical feysal faysel faycel فيصل ፈይሰል Фейсал Файсал ফয়সাল फैसल
fares faris fares' faares farès فارس ፋሪስ Фарис
faruq farouk farooq faruk farouq faarooq faaruuq فاروق ፋሩቅ Фарук ফারুক फारूक
farid fareed ferid ferit fariid فريد ፈሪድ Фарид
fawzi fouzi faouzi fawzy fevzi فوزي ፈውዚ
fuad fouad fuat fowad foued fu'ad fo'ad فؤاد ፉአድ Фуад ফুয়াদ
ghassan gassan ghasan rassan غسان
habib habeeb habiib xabiib حبيب ሀቢብ ሐቢብ Хабиб হাবিব हबीब
hadi hady haadi xaadi هادي ሃዲ
hafiz hafez hafedh xaafid حافظ ሃፊዝ হাফিজ
haidar haydar heider haider heydar حيدر ሀይደር Хайдар Гейдар হায়দার हैदर حەیدەر
hakim hakeem xakiim حكيم ሀኪም Хаким
hamid hameed hamiid حميد ሀሚድ Хамид Гамид হামিদ हामिद
hamdi hamdy xamdi حمدي ሃምዲ
hani hany haani هاني ሃኒ
hashim hashem hachem haschem haashim haşim هاشم ሃሺም Хашим Гашим হাশেম
hatem hatim xaatim حاتم
haitham haytham haithem hitham هيثم
hisham hicham hesham hischam hishaam هشام ሂሻም Хишам
husam hossam hussam houssam husaam hosam حسام
imad emad imed emaad cimaad عماد ኢማድ
ihab ehab iheb إيهاب
isam issam essam esam cisaam عصام
ishaq ishak ishaaq isxaaq ishac إسحاق اسحق ኢስሃቅ ኢስሓቅ Исхак ইসহাক
jaber jabir gaber djaber jaabir جابر ጃቢር জাবের
jafar jaafar gaafar djaafar jacfar cafer jaffar ja'far djafar جعفر ጃዕፈር ጃፈር Джафар Джаффар জাফর जाफर
jalal galal djalal celal jalaal jelal جلال ጀላል Джалал জালাল
jasim jassem jasem jassim جاسم
jawad jawwad javad djaouad jaouad gawad cevat jawaad جواد ጀዋድ Джавад
jihad gihad djihad jehad cihad جهاد ጂሃድ
khalil chalil kalil khaleel halil xaliil khelil خليل ኸሊል ካሊል Халил Халиль ח'ליל খলিল खलील
khalifa khelifa khalifah halife خليفة ኸሊፋ
lutfi lotfi loutfi lütfi lutfy لطفي
luqman lokman loqman lukman luqmaan loukmane لقمان ሉቅማን Лукман লোকমান
magdi majdi magdy majdy medjdi مجدي
mahdi mehdi mahdy mehdy mahadi مهدي ማህዲ Махди Мехди মাহদি
mahir maher maahir ماهر ማሂር
majid madjid mecit majeed mejid مجيد ማጂድ Маджид Меджид
majed maged maajid majid ماجد
malik malek melik maalik مالك ማሊክ Малик মালিক मलिक
mansur mansour mansoor mensur mansuur mansor منصور መንሱር Мансур মনসুর मंसूर
marwan merwan marouane marwane merouane mervan marwaan مروان መርዋን Марван
mazen mazin مازن
mubarak mobarak moubarak embarek mbarek mubarek mbareck مبارك ሙባረክ Мубарак মোবারক
muhannad mohannad mohanad muhanad مهند
mukhtar mokhtar moktar mouhtar muhtar moctar mukhtaar مختار ሙክታር ሙኽታር Мухтар মোখতার
munther munzir monzer mundhir منذر
murad mourad morad murat muraad مراد ሙራድ Мурад Мурат মুরাদ
mutaz moataz motaz mo'taz muataz معتز
muin mouin moin mueen معين
nabil nabeel nebil nabiil نبيل ነቢል Набиль Набил নাবিল
nader nadir naadir نادر ናዲር Надир Надер
nadim nadeem nedim نديم
naim naeem neim naiim نعيم ነኢም নাঈম
najib nagib nadjib necip najeeb najiib nejib نجيب ነጂብ Наджиб নাজিব
nizar nezar nizaar نزار
numan noman nouman nu'man nuumaan نعمان ኑዕማን নোমান
qasim qassem kacem kassem qasem kasim qassim kassim gasim kasem qaasim kaasim ghasem ghassem قاسم
    ቃሲም Касим Касым কাসেম कासिम
qusay qusai kusay koussay قصي
rafiq rafik rafeeq refik rafiiq رفيق ረፊቅ রফিক
rafi rafea rafee رافع
raed raid rayed رائد
rami ramy rammy rami' رامي ራሚ
ramadan ramazan ramzan ramadhan ramdane ramadaan رمضان ረመዳን ሮመዳን Рамадан Рамазан Рамзан রমজান रमज़ान
rauf raouf raoof rauuf رؤوف
rayan rayyan rayane rayaan ريان
ridha rida reda redha réda rıza رضا
ridwan redouane radwan ridouane radouane redwan rizwan rıdvan ridwaan رضوان ሪድዋን রিজওয়ান
riyad riad riyadh reyad ryad riyaad رياض ሪያድ
saber sabir saabir صابر ሳቢር সাবের
sabri sabry sabrî صبري ሰብሪ
sadiq sadek sadik sadeq saadiq sadok sadegh صادق ሳዲቅ Садик Садык
safwan safouane صفوان
saif sayf seif saef seyf saïf سيف ሰይፍ Сайф
saqr sakr sager صقر
shadi chadi shady شادي
shakir shaker chaker shaakir شاكر
shaaban shaban chaaban shabaan şaban شعبان ሻዕባን Шабан
shawqi shawki chawki shauki شوقي
suhail suhayl souheil suheil sohail suhel سهيل সোহেল
suhaib souhaib sohaib suhayb صهيب
taha tahaa طه ጣሃ Таха তাহা
tahir taher tahar taahir طاهر ጣሂር ታሂር Тахир তাহের ताहिर
talal tallal طلال
talib taleb طالب Талиб
tamer tamir tamr تامر
taufiq tawfik tewfik toufik tawfiq taoufik tofik tevfik toofiq taofiq توفيق ተውፊቅ Тауфик তৌফিক
tayyib tayeb taieb tayib tayyeb tayip taib طيب ጠይብ
ubayd obeid obaid oubeid ubaid عبيد ዑበይድ
ubayda obaida obeida oubeida عبيدة
uday oday udai عدي
usama osama oussama ousama usaama أسامة ኡሳማ Усама Осама ওসামা उसामा
wael wail ouail وائل
wisam wissam ouissam wesam وسام
yazan yazen يزن
yazid yezid yazeed yaziid يزيد
zaki zaky zeki zakki زكي ዘኪ
zaher zahir zahr ظاهر زاهر
zayd zaid zeid زيد ዘይድ Зейд Зайд জায়েদ
zayed zaied زايد
ziad zyad ziyad zied siyaad ziyaad زياد ዚያድ Зияд
zubair zubayr zoubir zober zubeyr subeer زبير ዙበይር Зубайр জোবায়ের
abubakr aboubakar abubakar abubaker abubakir aboubacar aboubaker abubekir ebubekir abobakr abubeker
    boubaker boubakar bubakar boubacar bubacarr abuubakar أبوبكر አቡበከር አቡበክር Абубакр Абубакар אבובכר
    আবুবকর ابابکر
aws aous أوس
alaa ala allaa علاء
ahlam ahlem أحلام
amal amel amaal أمل آمال አማል
amani amany أماني
bushra bouchra boshra büşra بشرى ቡሽራ
batoul batool betül betul بتول
ghada غادة
hafsa hafsah xafsa hafza حفصة ሀፍሳ
haifa hayfa هيفاء
hind hend hindo هند
ibtisam ebtisam ibtissam ebtesam ibtisaam ابتسام
ikram ikrame ikraam ekram إكرام ኢክራም
ilham elham ilhem ilhaam إلهام
inas enas إيناس
intisar entisar intissar intisaar انتصار
israa esraa isra إسراء ኢስራ
kawthar kaouthar kawsar kevser kowsar kauther كوثر
lamia lamya lamiya لمياء
lina leena لينا
maha mahaa مها
manal manel manaal منال
marwa maroua merve marwo مروة ማርዋ
maysa maissa maysaa ميساء
nahla nehla نهلة
najla najlaa nagla nejla نجلاء
nesrin nisrin nesrine nisreen nasrin nasreen nasrine نسرين Насрин নাসরিন
qamar kamar qamer kamer قمر
rabia rabiah rabi'a rabiya rabica رابعة ربيعة ረቢያ রাবেয়া
raja rajaa raga rajae رجاء
rawan rawane روان
rasha racha رشا
sabah sabaah صباح
sabrin sabreen sabriin صابرين
sahar sahr سحر
shaima shaimaa chaima chaimaa shaymaa شيماء
shahd shahad شهد
shahida chahida شهيدة
siham seham sihem سهام
suha soha سهى
thuraya soraya thoraya souraya süreyya ثريا
umaima oumaima omaima أميمة
widad ouidad wedad widaad وداد
zakia zakiya zakiyya zekiye zakiyo زكية ዘኪያ
zahida zahidah زاهدة
zubaida zoubida zubeyde zobaida zubayda زبيدة ዙበይዳ
"""

RELATED = """
hamada hamoudi hamouda حمادة حمودي حمودة < muhammad ahmad
hammoudi حمودى < muhammad
abboud aboud abood عبود < abdullah abdulrahman
abed عابد < abdullah
abdo abdou abdu عبده አብዱ < abdullah abdulrahman
sallouh < salah
hassouna حسونة < hassan
fattoum fattoumeh fattouma فطوم < fatima
aichouche aichoucha < aisha
zouzou < zainab
mimi ميمي < maryam amina
khaloud < khaled
yaya < yahya
yasmina < yasmin
"""
