"""Small words that tie a name together: son of, father of, the, of, servant of, called.

Own compilation from common usage; to be read by one native reader of each language.
"""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of each language"

# The word after them is the father's name, and the next one his father's.
SON_OF = """
ibn bin ben bint binti binte bent ibnu ibne ebn ibnat bnt walad wald weld wuld ould mint anak
بن ابن بنت ولد ابنة منت فرزند زوي لور کوڕی کچی בן בת ибн бин бен бинт বিন ইবনে বিনতে बिन ወዲ ጓል ቢን
"""
# The word before them is the father's name: Mammad Ali oglu.
SON_BEFORE = """
oglu oglou oğlu oghlu ogly ugli oghli qizi qızı kizi kızı kyzy gizi uulu uly
оглы оглу углы улы уулу кызы гызы кизи углу
"""
# Father or mother of; what follows is a child or a virtue.
KUNYAS = """
abu abou aboo abo bu bou abi aba umm um om oum umu oumou oummou omm ummu
ابو ابي ابا ام أم бу абу умм אבו אום ابوال আবু উম্মে উম্ম अबू
"""
# What stands for "father" and "mother" among them, however it is typed.
KUNYA_HEADS = {
    "abu": "abu abou aboo abo bu bou abi aba abul aboul abol abil",
    "umm": "umm um om oum umu oumou oummou omm ummu umul",
    "ابو": "ابو ابي ابا",
    "ام": "ام أم",
    "абу": "абу бу",
    "умм": "умм",
    "אבו": "אבו",
    "אום": "אום",
    "আবু": "আবু আবুল",
    "উম্ম": "উম্মে উম্ম",
    "अबू": "अबू अबुल",
}
# Father of, with the article in it: Abul Fazl, Abol Hasan are names, not what one is called.
KUNYA_NAMES = """
abul aboul abol abil আবুল अबुल абуль абул
"""
# With them, Abu makes a name given at birth or a family's name: Abu Bakr, Abu Talib.
ABU_AND_ONE_NAME = """
bakr bakar bakir baker bakker bacar beker bekir بكر bakkar бакр бакар بکر טאלב talib taleb طالب
"""
# The article, apart or behind a hyphen, and what it becomes before the letters of the sun.
ARTICLES = """
al el il ul l ال аль эль ель אל উল आल উর ال
"""
SUN_ARTICLES = """
ar er ur or as es us os ash esh ach ech ush ouch an en un oun at et ut ath az ez uz ad ed ud adh
ар ас аш ан ат аз ад эр эс эш эн эт эд эз ур ус уш ун уд
"""
# Of, from, and: European family names.
OF = """
de da do dos das del della dello dei degli delle di la le les lo los las du des von van der den
ter ten zu zum zur vom af av y und och vande vander vanden
"""
# What follows is the name people use, or used before.
ALIASES = """
alias aka dit dite detto detta genannt called nicknamed alyas laqab genoemd zwany прозвище кличка
الملقب الملقبه الشهير المعروف المعروفه ملقب لقب המכונה উর্ফে उर्फ عرف
"""
BORN = """
née nee geb geborene born урожденная урождённая уроджена geboren
"""
ABDS = """
abd abdul abdel abdal abdoul abdool abdol abdil abdur abdar abder abdor abdour abdir abdus abdas
abdes abdos abdous abdis abdun abdan abden abdoun abdin abdush abdash abdech abdach abdesh abdouch
abdut abdat abdet abdit abdoud abdud abded abdad abduz abdaz abdez cabdul cabdil evdil evdul ebdul
abdül eabd
عبد عبدل عەبدول абд абду абдул абдуль абдель абдал абдаль абдур абдус абдус абдуш абдун
আব্দুল আবদুল আব্দুর আবদুর আব্দুস আবদুস আব্দুন আবদুন আব্দু आब्दुल अब्दुल अब्दुर अब्दुस עבד אבד
አብድ አብዱል አብዱር አብደል
"""
# May begin such a name or be one by itself: only with a known attribute behind.
MAYBE_ABDS = """
abdi abdu abdou abdo cabdi evdi abde абди אבדו አብዱ አብዲ
"""
# What Abd is followed by: the names of God, and a few others.
ATTRIBUTES = """
rahman rahmane raxmaan rahmon rehman rahmaan rahim raheem rahiim raxiim karim kareem kariim latif
lateef aziz asis casiis azez kadir qadir kader qader kadr quadir ghader hakim hakeem xakiim hamid
hameed xamiid hadi haadi xaadi salam salaam salem slam selam samad samed nasir nasser naser nacer
naasir malik malek maalik majid majeed maajid jalil jaleel jabbar jabar basit basset baset fattah
fatah fataax ghani qani gani ghafur ghafoor ghafar ghaffar gafar gafoor gafur haq haqq hak haque
hai hay hayy khaliq khalek khaleq khaliiq razzaq razaq razak razeq rezak rashid rashiid rachid
rasheed rauf raouf rafi quddus kuddus qoddus kudus qayum qayyum qayoom sattar satar saboor sabur
sabour salih shakur shakuur shukur shakoor wahab wahhab ouahab wahid wahed waxid waheed wadud
wadood wakil wakiil wali weli baqi baki bari basir baasir batin jawad matin mateen moniem monem
munim mutalib mottaleb muttalib mumin momen moumen mohsen muhsin qahhar qahar rabbo rabbuh rabo
rab rabb sami samee samii tawwab tawab vahid zahir zaher nabi ilah allah manan mannan mujib mojib
mooty muti mouti alim aleem ali ala ahad azim azeem nur nour noor naser qawi rahiman
amir ameer amer elah ouahed ouahid iman oudoud
رحمن الرحمان رحيم كريم لطيف عزيز قادر حكيم حميد هادي سلام صمد ناصر مالك ملك مجيد جليل جبار باسط
فتاح غني غفور غفار حق حي خالق رزاق رشيد رءوف قدوس قيوم ستار صبور شكور وهاب واحد ودود وكيل ولي
باقي باري بصير مطلب منعم محسن قهار ربه رب سميع تواب ظاهر نبي اله منان مجيب عليم احد عظيم نور رؤوف
рахман рахим карим латиф азиз кадыр кадир хаким хамид салам самад насир малик маджид рашид халик
রহমান রহিম করিম লতিফ আজিজ কাদের হাকিম হামিদ সালাম সামাদ মালেক মজিদ জলিল জব্বার বাসেত গফুর খালেক
রাজ্জাক রশিদ রব সাত্তার ওহাব ওয়াহেদ মান্নান হাই হক
"""
DINS = """
din deen dine diin dyn uddin eddin eddine uddeen oddin addin aldin eldin eldine aldeen eldeen ddin
eddeen uldin addine iddin ettin uddine dîn
الدين دين الدین дин ддин উদ্দিন উদ্দীন উদ্দিনের উদদীন दीन उद्दीन דין
"""
ALLAHS = """
allah ullah ollah alla ulla olla ellah oullah illah ullahi الله اللە اللہ اله аллах улла উল্লাহ উল্লা
अल्लाह उल्लाह אללה
"""
# X-ul Y, X-ur Y: the article at the end of the first word, before one of these.
AFTER_UL = """
islam alam alom haque haq hoque hossain hosain hasan hassan karim amin alim arefin arifin abedin
rahman rehman rahaman rashid rahim haider huda hoda kabir kibria ghani
ইসলাম আলম হক হোসেন হাসান করিম আমিন আরেফিন আবেদীন আবেদিন রহমান রশিদ হুদা কবির কবীর গনি
"""
