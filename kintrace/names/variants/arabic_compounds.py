"""Arabic names of two halves: the servant of, the light of the faith, the gift of God."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Arabic, and one of the Maghreb's French spellings"

SAME = """
abdulmohsen abdulmuhsin abdelmohsen abdulmohsin عبدالمحسن
abdulamir abdulameer abdelamir عبدالأمير
abdulhussein abdulhusain abdelhussein abdolhossein عبدالحسين
abdulilah abdelilah abdulelah عبدالإله
abdullah عبدالله አብደላ አብዱላሂ አብዱላህ Абдулла Абдаллах עבדאללה আব্দুল্লাহ আবদুল্লাহ अब्दुल्लाह عەبدوڵڵا
    Αμπντουλάχ
abdurrahman abdulrahman abdirahman abderrahmane abdurahmon abdulrehman abdiraxmaan abdulrahiman
    عبدالرحمن አብዱራህማን አብዱልራህማን አብዱረህማን Абдуррахман Абдурахман עבדאלרחמן আব্দুররহমান अब्दुर्रहमान
    عەبدولڕەحمان
abdulrahim abdelrahim abderrahim abdirahim abdulraheem abdiraxiim عبدالرحيم አብዱራሂም Абдуррахим
    Абдурахим
abdulkarim abdelkarim abdulkareem abdelkrim abdikarim abdikariim عبدالكريم አብዱልከሪም አብዱከሪም Абдулкарим
    عەبدولکەریم
abdulaziz abdelaziz abdiaziz abdulazeez abdiasis cabdicasiis عبدالعزيز አብዱልአዚዝ አብዱላዚዝ Абдулазиз
abdulkader abdulqadir abdelkader abdulkadir abdikadir abdiqadir abdelkadir cabdiqaadir abdulqader
    abdülkadir عبدالقادر አብዱልቃድር አብዱልቃዲር አብዱቃዲር Абдулкадир Абдулкадыр
abdulhakim abdelhakim abdihakim abdulhakeem cabdixakiim عبدالحكيم አብዱልሀኪም Абдулхаким
abdulhamid abdelhamid abdihamid abdulhameed abdulxamid عبدالحميد አብዱልሀሚድ Абдулхамид
abdulhadi abdelhadi abdihadi عبدالهادي አብዱልሀዲ
abdulsalam abdelsalam abdessalam abdeslam abdisalam abdisalaan abdussalam abdusalam abdesslem
    abdiselam عبدالسلام አብዱሰላም አብዱልሰላም Абдуссалам Абдулсалам
abdulsamad abdelsamad abdussamad abdessamad abdisamad عبدالصمد
abdulnasser abdelnasser abdennacer abdulnasir abdinasir abdinaasir عبدالناصر አብዱልናስር አብዱናስር
abdulmalik abdelmalek abdulmalek abdimalik عبدالملك عبدالمالك አብዱልማሊክ
abdulmajid abdelmajid abdulmajeed abdelmadjid abdulmecid abdimajid عبدالمجيد
abduljalil abdeljalil abduljaleel abdeldjalil abdijalil عبدالجليل
abduljabbar abdeljabbar abduljabar abdeldjebar abdijabar عبدالجبار
abdulbasit abdelbasset abdulbaset abdelbaset abdibasid عبدالباسط
abdulfattah abdelfattah abdelfatah abdifatah abdulfatah abdifataax عبدالفتاح አብዱልፈታህ
abdulghani abdelghani abdulgani abdiqani abdigani عبدالغني
abdulghafur abdulghafoor abdelghafour abdulgafur abdigafur عبدالغفور
abdulhaq abdelhak abdulhak abdelhaq abdulhaque abdihak عبدالحق
abdulhay abdulhai abdelhay abdelhai عبدالحي
abdulkhaliq abdulkhaleq abdelkhalek abdulkhalek عبدالخالق
abdulrazzaq abdelrazek abderrazak abdulrazak abdirazak abdulrazaq abdurrazzaq abdirisaaq عبدالرزاق
    አብዱራዛቅ Абдурразак
abdulrashid abdulrasheed abderrachid abdirashid abdurrashid abdirashiid عبدالرشيد
abdulrauf abdulraouf abderraouf abdelraouf abdurrauf عبدالرؤوف عبدالروف
abdulwahab abdelwahab abdulwahhab abdelouahab abdiwahab عبدالوهاب አብዱልወሃብ
abdulwahid abdelwahed abdulwahed abdelouahed abdiwahid عبدالواحد
abdulwali abdiwali abdiweli abdelwali abdulweli عبدالولي
abdulmunim abdulmonem abdelmonem abdelmoneim abdulmunem عبدالمنعم
abdulmuttalib abdulmutalib abdelmotaleb عبدالمطلب
abdulsattar abdelsattar abdussattar abdisattar عبدالستار
abdullatif abdellatif abdulatif abdillatif abdilatif عبداللطيف አብዱለጢፍ Абдуллатиф
abdinur abdennour abdelnour abdunur عبدالنور
saladin salahuddin salaheddine salahaldin salah-eddin selahattin salahedin selahedin salaheldin
    صلاح‌الدين صلاحالدين ሳላዲን Салахуддин Саладин سەلاحەدین সালাহউদ্দিন সালাউদ্দিন
nureddin nouruddin noureddine nuruddin nordine nurettin nuredin nooruddin nuraldin نورالدين ኑረዲን
    ኑሩዲን Нуреддин Нуруддин Нурудин নুরুদ্দিন نورەدین
shamsuddin shamseddine chamseddine shamsaldin semsettin şemsettin shamsudin شمسالدين Шамсуддин
    Шамсудин শামসুদ্দিন
badruddin badreddine badraldin bedrettin bedreddin بدرالدين በድረዲን Бадруддин
alauddin alaeddine alaaldin alaettin aladdin aladin علاءالدين علاالدين አላዲን Алауддин আলাউদ্দিন
izzuddin ezzeddine azzeddine ezzedine izzaldin izzettin ezzaldin izedin عزالدين ኢዘዲን
jamaluddin jamaleddine djamaleddine cemalettin jamalaldin jamaludin جمالالدين ጀማሉዲን Джамалуддин
    জামালউদ্দিন
kamaluddin kamaleddine kemalettin kamalaldin كمالالدين কামালউদ্দিন
tajuddin tajeddine tadjeddine tacettin tajaldin تاجالدين ታጁዲን Таджуддин
sirajuddin serajuddin sirajeddine siraceddin sirajudin سراجالدين ሲራጁዲን
zainuddin zineddine zinedine zeineddine zaynaldin zeynettin zeinaldin زينالدين ዘይነዲን Зайнуддин
ziauddin ziaeddine ziaulddin ziyaettin zia-ud-din ضياءالدين ضياالدين
fakhruddin fakhreddine fahrettin fakhraldin fakhroddin فخرالدين Фахруддин
najmuddin nejmeddine necmettin najmaldin nadjmeddine najmadin نجمالدين Наджмуддин نەجمەدین
nasiruddin nasreddine nasruddin nasrettin nasiraldin nasredine naseruddin ناصرالدين نصرالدين ነስረዲን
    Насреддин Насруддин
saifuddin saifeddine seyfettin saifaldin seifeddine sayfuddin سيفالدين ሰይፈዲን Сайфуддин
shihabuddin shahabuddin chihabeddine shehabaldin شهابالدين
burhanuddin burhaneddine burhanettin borhaneddine burhanaldin برهانالدين ቡርሀን ቡርሃነዲን
imaduddin imadeddine emadeddin imadaldin emadaldin عمادالدين
muhyiddin mohieddine muhiddin muhittin mohyeddine mohiuddin muhyeddin mohyaldin محيالدين محييالدين
    ሙህዲን
qutbuddin kutbettin qutbeddin kutubuddin قطبالدين
nizamuddin nizameddin nezameddine nizamaldin nizamettin نظامالدين
bahauddin bahaaeddine bahaaldin bahaettin bahaeddin بهاءالدين بهاالدين
nasrallah nasrullah nasrollah nasroullah nasralla نصرالله Насрулла নাসরুল্লাহ
habibullah habibollah habiballah habib-allah حبيبالله Хабибулла হাবিবুল্লাহ
saifullah seifallah saifallah سيفالله সাইফুল্লাহ
fathallah fethullah fathullah فتحالله
atallah ataullah attallah عطاءالله عطاالله
khairallah khayrallah kheirallah khairullah خيرالله
hamdallah hamdullah hamdulla حمدالله حمداللة
rizkallah rizqallah rizkalla رزقالله
jarallah jaralla جارالله
"""
