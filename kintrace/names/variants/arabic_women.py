"""Names of women from Morocco to Iraq, and in the countries to which they travelled."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Arabic, and one of the Maghreb's French spellings"

SAME = """
maryam mariam meryem mariyam meriem meryam maryan maream mariem مريم Марьям Мариям Марям মরিয়ম
    मरियम مەریەم
fatima faadumo faaduma fatma fatimah fatema fatemeh fatimeh fadumo fadma fatme fatmeh fatime fetima
    fatmah faatima fadhumo fatemah fathema فاطمة فطيمة ፋጢማ ፋጡማ ፋቲማ Фатима Фатма פאטמה ফাতেমা ফাতিমা
    फातिमा फ़ातिमा Φατίμα فاتیمە
zahra zahraa zahra' zehra zahrah zohra زهراء زهرة زهرا ዛህራ Захра זהרה জোহরা ज़हरा زەهرا
khadija khadijah khadeja khadidja hatice khadijeh khadiga xadiijo xadija khadijo khadidia khadicha
    hadija kadija khadiza khodeja خديجة ከድጃ ኸዲጃ ኸድጃ Хадиджа חדיג'ה খাদিজা खदीजा خەدیجە
aisha caasha aicha aysha aischa ayesha aïcha aishah caasho casha caisho ayse ayşe aiche aaisha eisha
    ayesa aayesha aysheh cayshe عائشة عايشة عيشة አይሻ ዓይሻ አኢሻ Айша Аиша עאישה আয়েশা আয়শা आयशा Αΐσα
    عائیشە
zaynab seynab zainab zeinab zineb zeynep zeyneb zenab zaineb zaynabo saynab zeynab zeineb zinab زينب
    ዘይነብ ዜነብ ዛይነብ Зайнаб Зейнаб זיינב জয়নব ज़ैनब زەینەب
amina aminah ameena emine aamina aamino amiina amino أمينة አሚና Амина אמינה আমিনা अमीना ئەمینە
amna amnah آمنة ኣምና
asma asmaa esma asmaa' asmae esmaa casmo asmo أسماء አስማ Асма אסמא আসমা आसमा
halima halimah haleema halime xaliimo xalimo halimo halema حليمة ሀሊማ ሐሊማ Халима חלימה হালিমা हलीमा
salma selma salmah salmaa سلمى ሰልማ Салма Сальма סלמא সালমা सलमा
layla leila laila leyla lejla leylah leïla ليلى ለይላ ሌይላ Лейла Лайла লায়লা লাইলা लैला لەیلا
huda hoda houda huda' هدى ሁዳ Худа হুদা
iman imane eman imaan eeman emaan إيمان ኢማን Иман אימאן ইমান
rania raniya raniah rania' رانيا رانية ራኒያ Рания
nur nour noor nor nûr نور ኑር Нур נור নুর नूर
noura nurah norah noorah نورة نورا ኑራ Нура
samira sameera samirah samiira samiro سميرة ሰሚራ Самира סמירה সামিরা समीरा
sara sarah saara sarrah سارة ሳራ ሣራ Сара שרה সারা सारा Σάρα سارا
hanan hanane hannan حنان ሀናን Ханан
hana hanaa hanae hana' هناء
mona muna mouna moona منى ሙና Муна
nadia nadya nadiya nadija نادية
wafa wafaa ouafa wafae وفاء
safa safaa صفاء
sana sanaa sanae سناء
rim reem rym ريم
rana ranaa رنا
dina deena دينا
dunia dunya donia dounia دنيا
suad souad suaad soad sucaad suaado سعاد ሱዓድ ሱአድ
sumaya sumayya soumaya somaya soumeya sumaia sumeyye sumeya سمية ሱመያ Сумая সুমাইয়া
khawla khaoula khaula hawla kaoula خولة
safiya safiyya safia safiyah safiyo صفية ሶፊያ ሰፊያ Сафия
ruqayya rukayya roqaya roukaya ruqaya rukia ruqiyo rokeya ruqia رقية ሩቅያ ሩቂያ রোকেয়া
jamila jameela djamila jamilah cemile jamiila jamilo جميلة ጀሚላ Джамиля Джамила জামিলা
nawal naoual nawaal نوال ነዋል
najat nagat najet nadjet najaat نجاة
najwa nagwa nedjoua نجوى
latifa latifah lateefa latife لطيفة ለጢፋ লতিফা
karima kareema karimah kerime كريمة ከሪማ করিমা
rashida rachida rasheeda rashidah راشدة رشيدة রাশিদা
yasmin yasmine yasmeen yasemin yasamin ياسمين Ясмин יסמין ইয়াসমিন
ashraf achraf aschraf eşref ashref أشرف አሽረፍ Ашраф אשרף আশরাফ अशरफ
karim kareem karem kerim kariim كريم ከሪም Карим כרים করিম करीम
rahim raheem raxiim rahiim رحيم ረሂም Рахим রহিম
rashid rasheed rachid rashiid reşit raschid رشيد ራሺድ Рашид רשיד রশিদ राशिद
rashed raashid rashid rached راشد রাশেদ Рашед
said saeed saïd saeid sayeed saiid siciid saed seid sait sa'id سعيد ሰዒድ ሰይድ ሰኢድ Саид Сайид סעיד সাঈদ
    সাইদ सईद سەعید
saad sad sacad sead سعد ሰዓድ Саад
"""
