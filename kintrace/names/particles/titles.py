"""Words before and after a name that say what somebody is, not who: Haji, Ustad, Woizero, Frau.

Own compilation from common usage; to be read by one native reader of each language.
"""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of each language"

# Left out of a comparison, wherever they stand.
TITLES = """
haji hajji hajj haj hadj hadji elhaj elhadj elhadji alhaji alhaj alhadji hajia hajja hagi
haci hecî heci haxhi hac hacı hajiya الحاج حاج حاجي حاجيه الحاجه حاجى ሀጂ хаджи হাজী হাজি
हाजी חאג'
sheikh shaikh shaykh sheik shekh sheekh shiekh shayk seyh şeyh shekha sheikha شيخ الشيخ شيخه ሼህ
ሼክ шейх শেখ शेख
mullah mulla mollah molla mela mele mullo moullah ملا مولا ملاي مەلا мулла মোল্লা
mawlawi maulawi mawlavi molavi maulvi moulvi mevlevi mowlawi molawi مولوي مولانا maulana moulana
mawlana mowlana মাওলানা মৌলভী
mufti moftî qari qaari مفتي قاري
ustad ustaz ustadh ostad oustaz oustad ustath أستاذ الأستاذ استاد استاذ উস্তাদ

agha aqa آقا آقاي aghaye agaye
bey beyefendi effendi efendi efendî بيك
moallim muallim macallin maallim malam mallam oustaze mwalimu معلم
dr doctor doktor docteur doutor doutora dottor dottore dottoressa drs duktur doktora доктор др
دكتور الدكتور دكتوره داكتر ዶ/ር ዶክተር ዶር דר דוקטור ডাক্তার ডা ড डॉ डॉक्टर γιατρός დოქტორი դոկտոր
prof professor professeur professore professora профессор پروفيسور بروفيسور ፕ/ር ፕሮፌሰር অধ্যাপক
engr ingenieur ingeniero mohandes muhandis مهندس المهندس инженер መሃንዲስ ኢንጂነር
mr mrs ms miss mister missus sir madam maam messrs jr ii iii iv
monsieur madame mademoiselle mme mlle mgr maitre maître veuve vve feu
herr frau fraulein fräulein hr dhr mevr mevrouw meneer
signor signora signore signorina sig sigra
señor señora señorita senor senora senorita sr sra srta
senhor senhora
pani gospodin gospozha господин госпожа пан пані
гражданин гражданка товарищ
κύριος κυρία κος κα κυριος κυρια
sayin sayın
kvod adon מר גברת גב' רב הרב
ato wro woizero weizero woyzero wayzaro weyzero wezero woizerit weizerit w/ro w/rt w/o አቶ ወ/ሮ ወይዘሮ
ወ/ሪት ወይዘሪት ወሮ
memhir mamhir memhr memher kes qes qesis keshi qeshi abune abuna emahoy dejazmach dejazmatch
fitawrari grazmach grazmatch kegnazmach qegnazmach kenyazmach bashay blatta lij ዲያቆን መምህር መምህርት
ቄስ ቀሺ አባ አቡነ እማሆይ ደጃዝማች ፊታውራሪ ግራዝማች ቀኛዝማች ብላታ ልጅ መሪጌታ deacon diakon
janab janaab جناب sahib saheb sahab صاحب ساهب সাহেব জনাব मियां साहब साहिब shri smt shrimati
श्री श्रीमती শ্রী শ্রীমতী মিঃ মিসেস
сэр мадам
pastor pasteur reverend rev father brother sister frere soeur отец батюшка
colonel captain general sergeant lieutenant العميد العقيد الرائد النقيب السيده سيده الانسه
marhum merhum marhoom المرحوم مرحوم شهيد الشهيد المرحومه মরহুম
ბატონი ქალბატონი պարոն տիկին պրն տիկ
"""

# Kept, yet they tell little: half of a country bears them, or the desk put them there.
FILLERS = """
begum begam baigum begom বেগম बेगम بيگم بيغم
khatun khatoon khatoun xatun xatûn hatun খাতুন खातून خاتون
akter akhter akhtar aktar akther আক্তার আখতার
mst most mosammat musammat mosammath mosamat mossammat mossamat মোছাঃ মোছা মোসাম্মৎ মোসাঃ মোছাম্মৎ
bibi beebi bebe bibigul بيبي বিবি बीबी
sayed sayyed sayyid seyed seyyed syed sayid seyit seyyid سيد السيد سيدي সৈয়দ
सैयद сейид سەید seyid seyyide sayyida sharifa
sultana সুলতানা khanam খানম miah mian miya মিয়া মিঞা मियाँ ميان
bai बाई devi देवी দেবী kumar कुमार কুমার
cheikh cheick aga hadja adja abba hazrat hadrat حضرت khanom khanum khanim hanim hanım xanim xanım
خانم بانو qadi qazi kazi kadhi قاضي القاضي kumari hoja hodja khoja hoca hodza خواجه
"""
# The same, but only after another word: Jan Kowalski and Khan Mohammad bear them as names.
LATE_FILLERS = """
khan xan xaan khaan mia خان খান खान хан
jan jaan jon djan can جان জান жан
"""
# Kept like fillers; they are what stands on the paper as family name.
EVERYBODYS = """
singh सिंह سنگھ ਸਿੰਘ সিংহ kaur कौर كور
"""
# Somalis call a man by how he looks, and all know him by it: the tall, the small, the dark.
NICKNAMES = """
dheere dhere yare yarey yaray gaab gaabow madoobe madobe madow gurey guray cade adde cadde buur weyn
dhagool dheg afyare jeex buuran indhacade indhaadde dhuubow
"""
# Muhammad, written short before the name one is called by.
SHORT_MUHAMMADS = """
md mohd muhd mohmd mhd muhd mohm mo'd muh'd moh'd mohamd মোঃ মো মুহাঃ মোহাঃ मो मोहम्म मौ
"""
# What a desk writes where nothing is known.
UNKNOWNS = """
unknown unknow unkown unknwon unk fnu lnu mnu n/a n.a nn nil none null nan xxx xx xxxx x tbd tbc
anonymous anonym anonyme anonimo anónimo nameless undefined unnamed noname nobody
inconnu inconnue sconosciuto sconosciuta ignoto ignota desconocido desconocida desconhecido
desconhecida unbekannt unbekannte unbekannter onbekend okänd okand ukjent ukendt tuntematon
nieznany nieznana nieznane neznámý neznámá neznam neznano nepoznat nepoznata nepoznato necunoscut
necunoscută neizvestno neizvesten neizvestna neizvestnyy nevidomo nevidomyy ismeretlen
bilinmiyor bilinmeyen bilinmir belirsiz namalum namaloom namalom nomalum nomaʼlum nenas nenaskirî
haijulikani hajulikani garanmaayo
неизвестно неизвестный неизвестная неизвестен неизвестна неизв невідомо невідомий невідома
непознат непознато номаълум белгисиз
άγνωστος άγνωστο άγνωστη
مجهول مجهوله نامعلوم نامعلومه ناشناس نامشخص ناپیژاند نامالوم نامعروف نەناسراو نەزانراو لايوجد
ያልታወቀ ያልታወቀች አይታወቅም ዘይተፈልጠ ዘይፍለጥ ኣይፍለጥን
অজানা অজ্ঞাত জানিনা अज्ञात नामालूम मालूमनहीं
ידוע אנונימי անհայտ უცნობი უცნობია
"""
# The same in two words.
UNKNOWN_PAIRS = """
not known|not given|not available|not stated|not applicable|no name|no surname|no lastname
name unknown|no information|do not|don't know|sans nom|non connu|non communiqué|pas connu
senza nome|non noto|sin nombre|sem nome|ohne name|kein name|nicht bekannt|geen naam
غير معروف|غير معلوم|غير مذكور|غير معروفه|لا يوجد|لا يعرف|لا اعرف|نا معلوم|نا مشخص|معلوم نیست
معلوم نه|معلوم نہیں|нет данных|не известно|не указано|не знаю|не відомо|без имени|немає даних
לא ידוע|לא ידועה|lama garanayo|lama yaqaan|la aqoon|জানা নেই|मालूम नहीं|δεν γνωρίζω|nav zināms
"""
