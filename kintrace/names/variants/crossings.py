"""The same name of the Bible and the Quran in another people's mouth: Yusuf and Joseph.

A paper seldom writes the one for the other, yet a school, a church or a desk on the way may.
"""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Arabic and one of Tigrinya"

SAME = """
hawwa hawa hava havva hawaa حواء ሐዋ ሀዋ ሓዋ Хава হাওয়া هەوا
jibril jibreel gibril jibrail jabril djibril jibriil cebrail cibrîl جبريل جبرائيل ጅብሪል Джибрил
    Джебраил জিবরাইল
mikail mikaeel mikaiil mikayil ميكائيل ሚካኢል Микаил
israfil esrafil إسرافيل
nuh nouh noh nooh nuuh nooah نوح ኑህ Нух
lut loot لوط
shuayb shuaib shoaib chouaib شعيب
ilyasa alyasa elisha اليسع
yunan younan jonah يونان
butros boutros botros بطرس
bulus boulos بولس
girgis jirjis guirguis gerges جرجس جورج
hanna yuhanna youhanna yohanna يوحنا حنا
mikhail mikhael ميخائيل
marqus morcos morkos markos مرقس
matta mattai متى
luqa louka لوقا
tuma touma توما
sham'un shamoun chamoun simaan sem'an شمعون سمعان
istifan estephan اسطفان
ishoa isho yeshua ishu يشوع إيشو
"""

RELATED = """
abraham ~ ibrahim ~ አብርሃም ~ avraham ~ Авраам
yusuf ~ joseph ~ yosef ~ ዮሴፍ ~ Иосиф
maryam ~ maria ~ miriam ~ mariam ማርያም ~ mariami ~ Мария
musa ~ moses ~ mussie ሙሴ ~ moshe
isa ~ jesus jesús ~ yesus የሱስ
yusha ~ eyasu ~ joshua
dawud ~ david ~ dawit ~ davit ~ Давид
suleiman ~ solomon ~ selemon ~ shlomo ~ Соломон
yaqub ~ jacob ~ yaakov ~ yakob ያዕቆብ ያቆብ ~ hakob ~ Яков ~ james
ishaq ~ isaac ~ ይስሃቅ ~ itzhak
ismail ~ ishmael
yunus ~ yonas ~ jonah ~ yunan
yahya ~ john ~ yohannes ~ hovhannes ~ yuhanna ~ ivan ~ yohanan ~ giannis
zakaria ~ zekarias ~ zachary
haroun ~ aron ~ aharon
ayoub ~ eyob ~ job
ilyas ~ elias ~ eliyahu ~ ilya
enoch ~ henok
nuh ~ noah ~ noe noé ኖህ
jibril ~ gabriel ~ gebriel ~ gavriel
mikail ~ michael ~ ሚካኤል ~ mikhail ~ Михаил
daniel ~ danyal ~ Даниил ~ danylo
imran ~ amram
hawwa ~ eve ~ chava ~ heywan ሄዋን ~ eva
sara ~ sarah ~ ሳራ
hana ~ hannah ~ anna ~ chana
adam ~ addam አዳም Адам אדם Αδάμ
butros ~ peter ~ petros ~ petr
bulus ~ paul ~ paulos ~ pavel
girgis ~ george ~ giorgis ~ georgii ~ giorgi ~ gevorg
marqus ~ mark ~ markos
matta ~ matthew ~ mathewos ~ matvei
luqa ~ lucas ~ lukas
tuma ~ thomas ~ foma
sham'un ~ simon ~ ስምኦን ~ shimon ~ semen
istifan ~ stephen ~ estifanos ~ stepan
iskandar iskander skandar اسكندر إسكندر ~ alexander ~ eskinder ~ oleksandr
elena ~ helen ~ Елена
ekaterina ~ catherine
sofia ~ Софья ~ safiya
nikolai ~ nicholas ~ nikoloz
andrei ~ andrew
grigorii ~ gregory ~ grigor
aleksei ~ alexis
filipp ~ philip
konstantin ~ constantine
vasilii ~ basil
dmitrii ~ demetrius
fedor ~ theodore ~ tedros
timofei ~ timothy
yevgenii ~ eugene
viktor ~ victor
yelizaveta ~ elizabeth ~ elisheva
yulia ~ julia
anastasia ~ anastasios
natalia ~ natalie
margarita ~ margaret
christina ~ khristina
rachel ~ rahel ~ raheel
ruth ~ rut ~ Руфь
rivka ~ rebecca ~ rafqa رفقة
esther ~ aster ~ ester
yehudit ~ yodit ~ judith
tsion ~ zion
shmuel ~ samuel ~ Самуил
yonatan ~ jonathan
emmanuel ~ amanuel
estifanos ~ stefanos
christopher ~ kristofor
benjamin ~ biniam ~ binyamin ~ bünyamin
reuven ~ robel ~ ruben
efrem ~ ephraim ~ efraim
isayas ~ isaiah ~ yeshayahu
ermias ~ jeremiah ~ yirmiyahu
hizkiel ሕዝቅኤል ~ ezekiel ~ yehezkel
mikias ~ micah מיכה
nahom ~ nahum
ezra ~ uzair عزير
khadija ~ hatice
aisha ~ ayşe
fatima ~ fatma
zaynab ~ zeynep
osman ~ othman
"""

FAMILIES = ""
