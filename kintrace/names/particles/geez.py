"""Names of two halves in Ethiopia and Eritrea: servant, power, son, plant or gift of somebody holy.

Own compilation from common usage; to be read by a native reader of Tigrinya and one of Amharic.
"""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Amharic and one of Tigrinya"

# First halves: how they are typed, by the one way in which we write them.
HEADS = {
    "gebre": "gebre gebra ghebre ghebra gabra gabre gebri ghebri gebr ghebr guebre gibre",
    "haile": "haile hayle haila hailä hayla hayile haylu heile ayle",
    "wolde": "wolde welde wolda welda walda woldu uolde uelde weldai wold weld woldä uold",
    "tekle": "tekle tekla tecle takla takle teklä teckle",
    "kidane": "kidane kidana chidane kidanä qidane",
    "zere": "zere zera zara zer'a zeraa zeree zar'a",
    "wolete": "wolete welete walatta weleta woleta",
    "habte": "habte habta abte hapte habtä",
    "fikre": "fikre fiqre fkre fekre fikra fikir",
    "tesfa": "tesfa tasfa tesfä",
    "birhane": "birhane berhane brhane berhana birhana",
    "amde": "amde amda amdä",
    "tsige": "tsige tsege sege tsighe tsigie",
    "sahle": "sahle sahla sahlä",
    "okbe": "okbe okba ogbe ogba ukbe ukba uqbe oqbe oqba ugbe uqba ikube okube equbay uqube",
    "mehari": "mehari mehare",
    "laeke": "laeke leake laike liqe",
    "amete": "amete amata",
    "ገብረ": "ገብረ ገብሬ ገ/ገብረ ገብር",
    "ሀይለ": "ኃይለ ሀይለ ሃይለ ሐይለ ኃይሌ ሃይሌ",
    "ወልደ": "ወልደ ወልዴ ወልድ",
    "ተክለ": "ተክለ ተክሌ ተኽለ",
    "ኪዳነ": "ኪዳነ ኪዳኔ",
    "ዘርአ": "ዘርአ ዘርዓ ዘርኣ ዘረ",
    "ወለተ": "ወለተ",
    "ሀብተ": "ሀብተ ሃብተ ሐብተ ሀብቴ",
    "ፍቅረ": "ፍቅረ ፍቕረ",
    "ተስፋ": "ተስፋ ተስፈ",
    "ብርሀነ": "ብርሃነ ብርሀነ በርሀነ በርሃነ ብርሃኔ",
    "አምደ": "አምደ ዓምደ ዐምደ",
    "ጽጌ": "ጽጌ ፅጌ",
    "ሳህለ": "ሳህለ ሣህለ",
    "እቁበ": "ዕቁበ ዑቕበ እቁበ ዑቅበ ዕቑበ ኡቅበ ዑቑባ",
    "መሀሪ": "መሃሪ መሐሪ",
    "ልእከ": "ልዕከ ላዕከ ልኡከ",
    "አመተ": "አመተ",
}
# One letter and a slash, as registers shorten them: G/Meskel, ወ/ማርያም.
SHORT_HEADS = {
    "g": "gebre",
    "gh": "gebre",
    "h": "haile",
    "w": "wolde",
    "t": "tekle",
    "k": "kidane",
    "z": "zere",
    "ገ": "ገብረ",
    "ሀ": "ሀይለ",
    "ወ": "ወልደ",
    "ተ": "ተክለ",
    "ኪ": "ኪዳነ",
    "ዘ": "ዘርአ",
}
# Second halves without their vowels: Mariam, Maryam and Mariyam are "mrm".
LATIN_SECONDS = """
mrm mrym mchl mkl mchel mykl slss sls slsh grgs gyrgs ggs kdn kd mskl msql mscl mdhn mdhn mdn gzbhr
gzbhr gzhr gzbr gzbr hwt hwt hymnt hmnt mnt krsts chrsts crsts krst yss yssus ss iyss sds sdk tsdk
tsdq zdk tsdqn tsdkn mlk yhns yhnns hns bzg bzgh zg zgh lm lbns rfl gbrl gbrl ngs ll brhn tns snbt
hn mrqs mrks tsn tsyn sn wld whd ldt lm msh drs hrt slm dngl dnghl gzyhr
"""
LATIN_SHORT_SECONDS = """
ab abe eab lul leul hanna hana alem lem iyesus yesus eyesus iesus zgi zghi zgiy tsion sion ledet
lidet
"""
ETHIOPIC_SECONDS = """
ማርያም ማሪያም ሚካኤል ሚካእል ሥላሴ ስላሴ ስላሰ ሥላሤ ጊዮርጊስ ጊዮርግስ ግዮርጊስ ጎርጊስ ኪዳን መስቀል መስቀለ መድህን መድኅን መድን
እግዚአብሔር እግዚኣብሄር እግዚእ እግዚሄር እግዛብሄር ህይወት ሕይወት ሂወት ሃይማኖት ሀይማኖት ክርስቶስ ኢየሱስ እየሱስ የሱስ ጻድቅ ጻዲቅ
ፃድቅ ጻድቃን ፃድቃን አምላክ ኣምላኽ ዮሃንስ ዮሐንስ ኣብዝጊ አብዝጊ ዝጊ ዝጊኣብሄር ዓለም አለም አብ ኣብ ሊባኖስ ልባኖስ ሩፋኤል ገብርኤል
ገብሪኤል ንጉሥ ንጉስ ልዑል ብርሃን ትንሳኤ ሰንበት ሃና ሐና ማርቆስ ጽዮን ፅዮን ልደት ልደ ዳንኤል ወሃድ እስጢፋኖስ ድንግል
"""
