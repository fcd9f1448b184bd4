"""Names of Iran, Afghanistan and Tajikistan; Arabic ones stand with the Arabic."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Dari, one of Persian and one of Pashto"

SAME = """
akbar akber akbaar اکبر Акбар আকবর
asghar asgar asghaar اصغر আসগর
rasool rasul rasoul رسول Расул রাসুল
sediqa sediqeh siddiqa sedigheh siddika صدیقه সিদ্দিকা
azam aazam azzam اعظم আজম
mahdia mahdieh mahdiya mahdiyeh مهدیه
tayyeba tayebeh tayyebeh taiba tayyiba طیبه
faeza faezeh faiza fayza فائزه فایزه
kobra kubra cobra کبری কোবরা
mobina mubina مبینا
atefeh atifa atefa عاطفه
soghra sughra sughraa صغری صغرا
maedeh maeda maida مائده
haniyeh haniya hania هانیه
hamida hamideh hameeda hamide حمیده حميدة হামিদা
fahima fahimeh faheema فهیمه
fariba fareeba فریبا
hajar hajer hagar هاجر Хаджар হাজেরা
meysam maysam maisam meisam ميثم میثم
afsaneh afsana afsane efsane افسانه আফসানা
milad meelad milaad میلاد
robabeh rubaba robaba rubab robab ربابه رباب
saida saideh saeeda saeideh saidah saide سعیده سعيدة সাঈদা
mansoureh mansura mansoora منصوره منصورة
motahareh mutahara مطهره
ezzat izzat ezat izat عزت
arezoo arezu arzu arzo arezo آرزو Орзу
shahrbanu sharbanu shahrbanou شهربانو
effat iffat efat عفت
aqdas aghdas اقدس
nosrat nusrat nasrat nosrath نصرت Нусрат
melika melica ملیکا
arefeh arefa arifa عارفه আরিফা
hakima hakimeh hakeema hakime حکیمه حكيمة
hasti hasty هستی
asiya asieh asiyeh asia assia آسیه آسيا آسية ኣስያ Асия আছিয়া
azadeh azada آزاده
moslem muslim moslim muslem مسلم Муслим
danial danyal daniyal دانیال Даниял
atieh atiya atia عطیه
hojjat hujjat hojat حجت
raheleh rahela rahila راحله রাহেলা
ozra uzra azra عذرا
taghi taqi taki تقی
yeganeh yagana یگانه
zinat zeenat zenat zinnat زینت জিনাত
monireh munira moneera منیره منيرة
bahareh bahara bahare بهاره
matin mateen metin متین মতিন
sobhan subhan sobhaan سبحان
bagher baqer baqir baker باقر Бакир
manijeh manizha manija منیژه
parsa paarsa پارسا
aida ayda آیدا Аида
elnaz elnaaz ilnaz الناز
sina sinaa seena سینا
vajiheh wajiha wajeeha وجیهه
azar aazar آذر
pouria pourya puria پوریا
nastaran nasteran نسترن
kimia kimiya کیمیا
habiba habibeh habibah habiibo حبیبه حبيبة হাবিবা ሀቢባ
farkhonda farkhondeh farkhunda farkhanda فرخنده
sima seema سیما সীমা सीमा
farahnaz farahnaaz فرحناز
soodabeh sudaba sodaba سودابه
mahtab mahtaab ماهتاب مهتاب মাহতাব
sanaz sanaaz ساناز
mahshid mahsheed مهشید
ghorban qurban ghurban korban qorban قربان Курбон Курбан কোরবান
mobin mubeen mubin moubine مبین মোবিন
behnaz behnaaz بهناز
hourieh huriya horia houria حوریه حورية
mojdeh muzhda mozhdeh muzda مژده
erfan irfan irfaan عرفان
shiva sheeva شیوا
gohar gowhar gawhar gauhar گوهر
abuzar abouzar abuzer abuthar ابوذر
hediyeh hedya hadia هدیه
hosna husna hosnaa حسنا হোসনা
paria pariya پریا
turan tooran touran توران
forough furugh forugh فروغ
bahar behar bahaar بهار
shaghayegh shaqayeq شقایق
ramin rameen رامین
madina madineh medine madinah مدینه Мадина মদিনা
shaukat shawkat shokat şevket shevket shoukat شوکت Шавкат শওকত
forouzan furuzan forozan فروزان
shayan shaayan chayan شایان
bahjat behjat بهجت
susan sousan sawsan sosan susann سوسن Сусан
farah ferah faraah فرح ফারাহ
hoshang houshang hushang هوشنگ Хушанг
afshin afsheen افشین
zuleikha zulaikha zulekha zoleykha züleyha زلیخا Зулейха জুলেখা
pouran puran pooran پوران
khurshid khorshid khursheed khurshed خورشید Хуршед খুরশীদ
arian aryan ariyan آرین
bita beeta بیتا
samad samed صمد Самад
mahyar mahyaar مهیار
fereydoun faridun fereidoon fraidoon fraydoon فریدون Фаридун
ghazaleh ghazala gazala غزاله গজালা
azita azeeta آزیتا
sepehr sipehr سپهر
shayesta shayesteh shaista شایسته
arman armaan آرمان Арман আরমান
sheida shaida shayda شیدا
ghazal gazal غزل
jafar jaffer جعفر
mirza mirzo mirzaa میرزا Мирзо
nabi nabee naby نبی Наби
naqi naghi naqee نقی
shah sha shaah شاه
shir sher sheer شیر
pacha pasha bacha پاچا
khatera khatereh khatira خاطره
layla laila leylaa لیلا
zuhal zohal zuhaal زحل
wajma wazhma وږمه
muska moska muskaa مسکا
hila heela هیله
brishna breshna bareshna برېښنا بریښنا
khoshal khushal khoshaal خوشحال خوشال
toryalai toryalay turialai توریالی
ghazi gazi غازی
dawud daud dawood داود
temor timur taimur taymour تیمور Темур
samim sameem صمیم
musa moosa موسی
ridha reza riza raza rezaa reşa ریضا رضا رزا Реза Риза রেজা रज़ा
mohsen muhsin mohsin muhsen محسن Мохсен মহসিন
masoud masud masood massoud mas'ud massud masuud mesud مسعود Масуд মাসুদ
mojtaba mujtaba mojtabah مجتبی
morteza murtaza mortaza murteza murtada mourtada mortada مرتضی Муртаза মর্তুজা
navid naveed nawid nawed nowid نوید Навид
omid umid omeed umed omed ummid امید Умед Омид
parviz parwiz parwez perviz parvez pervaiz پرویز Парвиз পারভেজ
payam payaam پیام
pouya poya puya poia پویا
peyman payman paiman پیمان
qais qays kais قیس
behrouz behroz behruz behrooz bihrooz behros بهروز
behnam behnaam بهنام
behzad bihzad behzaad بهزاد Бехзод
bahram bahraam behram bahrom بهرام Бахром
bahman behman بهمن
arash aarash arasch آرش
ardeshir ardashir اردشیر
aria arya ariya آریا
babak baback بابک
cyrus kurosh kourosh koorosh koroush کوروش Куруш
dariush daryoush daryush darius dariusch darioush داریوش
ehsan ihsan ehsaan ihsaan احسان Эхсан
elaheh elahe ilaha elaha الهه الاهه
esfandiar isfandiyar esfandyar اسفندیار
fardin fardeen فردین
farhad ferhad farhaad ferhat farhod فرهاد Фарход Фархад
farzad ferzad farzaad فرزاد
farzana farzaneh ferzane farzaana farzane فرزانه Фарзона ফারজানা
farshid farsheed فرشید
fereshteh fereshta fereshte firishta fareshta freshta ferishta فرشته Фаришта
ferdows firdaus firdous ferdaws فردوس ফেরদৌস
feroz firuz firouz firooz feroze firoz firooze پیروز فیروز Фируз ফিরোজ
golnaz gulnaz gulnaaz گلناز Гулназ
gul gol guul گل Гул
golnar gulnar گلنار Гулнар Гульнара
ghulam gholam golam qolam gulam gholaam غلام Гулам গোলাম
hamed haamed حامد
hamayoun humayun homayoun humayoon homayun hamayun همایون Хумаюн হুমায়ুন
hekmat hikmat hekmet hikmet heckmat حکمت Хикмат হিকমত
hengameh hengama hangama هنگامه
homa huma homaa هما
hormoz hormuz هرمز
iraj eraj ایرج
jahangir jehangir cihangir jahongir جهانگیر Джахангир জাহাঙ্গীর
jamshid jamshed jamsheed cemşid cemsid djamchid جمشید Джамшед
kamran kamraan kamron کامران Камран কামরান
kaveh kawa kawah kava kave کاوه
keyvan kaiwan kayvan kaivan کیوان
khosrow khusraw khosro khusrow khesrow khesraw خسرو Хусрав
kianoush kiyanush kianush کیانوش
ladan laadan لادن
leyli laili lailee لیلی
mahnaz mahnaaz ماهناز مهناز
mahin maheen ماهین مهین
mahsa mahsaa مهسا
mahbouba mahbooba mahbube mahboubeh mahbuba محبوبه
maliha maleeha maliheh ملیحه
mandana mandanaa ماندانا
manouchehr manuchehr manoochehr منوچهر
marjan marjaan مرجان Марджан
marzia marziya marziyeh marzieh marziah marzeya مرضیه Марзия
masouma masooma masuma masoumeh masumeh massoumeh massoma masume ma'suma معصومه Масума মাসুমা
mehran mihran mehraan مهران
mehrdad mehrdaad mihrdad مهرداد
mehrnoosh mehrnoush مهرنوش
mina meena mena مینا Мина মীনা
mitra meitra میترا
mohadeseh mohaddesa muhadisa محدثه
mozhgan mojgan muzhgan mozghan mujgan müjgan مژگان
mursal morsal mursaal مرسل
nahid naheed naaheed نحید ناهید Нахид
najibullah najeebullah najibollah نجیب‌الله
narges nargis nargess nargiz nergis narjis نرگس Наргис নার্গিস
naseem nasim nessim nesim naseeme نسیم Насим
nasima naseema nassima نسیمه Насима
nazanin nazaneen نازنین
nazila nazilla نازیلا
neda nada nedaa ندا
negar nigar negaar nigaar نگار Нигора
negin nagin nigina نگین Нигина
niloufar nilofar niloofar nelofar nilufar nilufer nilüfer nelufar نیلوفر Нилуфар
nima neema نیما
noushin noshin nushin nooshin نوشین
parisa pareesa پریسا Париса
parastoo parasto parastu پرستو
parvin parwin parween parveen parvine parvina پروین Парвин Парвина পারভীন
pari peri paree پری
qudrat qodrat ghodrat قدرت Кудрат
qudratullah ghodratollah qudratollah قدرت‌الله
rahmatullah rahmatollah rahmatulla رحمت‌الله Рахматулло
rohullah ruhollah ruhullah rouhollah roohollah روح‌الله
roya ruya roia رویا Рӯё
roshan rowshan roushan roxan روشن Равшан
roxana rokhsana roksana rukhsana roxane رخسانه روکسانا
rustam rostam rustem rostem رستم Рустам
saba sabaa صبا
sajad sajjad sadjad سجاد
sakina sakineh sakinah sekine sekineh sakeena سکینه Сакина সাকিনা
saman samaan سامان
samaneh samana سمانه
sanaullah sanaollah ثناءالله ثنا‌الله
sardar serdar sardaar سردار Сардор
sarwar sarvar sarwer sorour سرور Сарвар সরোয়ার
sepideh sepida sapida سپیده
setareh setara sitara setarah ستاره Ситора
shabnam shabnaam şebnem chabnam شبنم
shahab shehab shihab chihab شهاب
shahin shaheen şahin chahine شاهین Шахин
shahram shahraam شهرام
shahrzad shaharzad scheherazade sheherzad شهرزاد
shahla shehla شهلا Шахло
shahnaz shahnaaz شهناز Шахноза
shakila shakeela shakeila شکیلا شکیله Шакила শাকিলা
sharareh sharara شراره
shima sheema شیما
shirin shireen sheerin sherine chirine şirin شیرین Ширин
shokufeh shukufa shokofa shekufa شکوفه
shukria shokria shukriya shokrieh شکریه
siavash siawash siyavash siavosh سیاوش Сиёвуш
simin simeen سیمین
sohrab suhrab sohraab سهراب Сухроб
soheila suhaila sohaila soheyla سهیلا Сухайла
tahmina tahmineh tahmine tehmina تهمینه Тахмина তাহমিনা
taj taaj تاج
tahera tahereh tahira tahirah طاهره Тахира
tooba tuba طوبی
wais uwais weys ways owais ویس اویس
yalda jalda yaldaa یلدا
yasaman yasamin yasemin یاسمن
zabihullah zabihollah zabiullah zabiollah ذبیح‌الله
zabi zabee ذبی
zaman zamaan zamon زمان Замон
zari zarri زری
zarmina zarmine zarmeena زرمینه
ziba zeba zibaa زیبا Зебо
zhila jila zhela zhaleh jale ژیلا ژاله
zohreh zohra zuhra zohre زهره Зухра
"""
