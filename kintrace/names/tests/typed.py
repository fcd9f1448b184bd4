"""Names as desks type them, with what we read in them; invented, in the manner of real ones."""

# As typed | the words compared, with their weight where it is not 1 | the role of each part.
TABLE = """
Ahmad bin Ali bin Hassan al-Halabi | ahmad ali hassan halabi | given father grandfather origin
Ahmad Mohammad Hassan | ahmad mohammad hassan | given father grandfather
أحمد محمد حسن الحلبي | أحمد محمد حسن حلبي | given father grandfather origin
Mahmoud Abu Zaid | mahmoud abuzaid | given family
Abu Ahmad al-Shami | abuahmad shami | kunya origin
Ivanov Ivan Ivanovich | ivanov ivan ivanovich | family given father
Olena Petrivna Shevchenko | olena petrivna shevchenko | given father family
Бойко Тарас Григорович | бойко тарас григорович | family given father
Diallo Mamadou Alpha | diallo mamadou alpha | family given given
Mamadou DIALLO | mamadou diallo | given family
Tesfay Gebremeskel Haile | tesfay gebremeskel haile | given father grandfather
ተስፋይ ገብረ መስቀል ኃይሌ | ተስፋይ ገብረመስቀል ኃይሌ | given father grandfather
Maxamed Cali Xasan "Dheere" | maxamed cali xasan dheere | given father grandfather nickname
Mohamed Ali Hassan Dheere | mohamed ali hassan dheere | given father grandfather nickname
María del Carmen García López | maría carmen garcía lópez | given given family family
João da Silva Santos | joão silva santos | given family family
Mohammad Reza Karimi | mohammad reza karimi | given given family
Məmməd Əli oğlu Əliyev | məmməd əli əliyev | given father family
Ben Miller | ben miller | given family
Ben Salem Ahmed | salem ahmed | family given
Mohamed Ould Abdel Malek | mohamed abdmalek | given father
Fatima mint Ahmed | fatima ahmed | given father
Anna Müller née Schmidt | anna müller schmidt | given family family
Ahmed alias Abu Omar | ahmed abuomar | given nickname
Smith, John | john smith | given family
Gurpreet Kaur | gurpreet kaur:0.35 | given family
Harjit Singh | harjit singh:0.35 | given family
Haji Mohammad Khan | mohammad khan:0.35 | honorific given honorific
Md. Abdul Karim | muhammad:0.5 abdkarim | given given
মোঃ রফিকুল ইসলাম | মুহাম্মদ:0.5 রফিক ইসলাম | given given family
আব্দুর রহমান | আব্দরহমান | given
Abdur Rob Miah | abdrob miah:0.35 | given honorific
Sayed Mohammad Hosseini | sayed:0.35 mohammad hosseini | honorific given family
Dr. Ahmed El-Sayed | ahmed sayed:0.35 | honorific given honorific
W/ro Almaz Haile | almaz haile | honorific given father
Ato Tesfaye W/Michael | tesfaye woldemichael | honorific given father
Noor ul Haq | noor haq | given family
Zia-ur-Rehman | zia rehman | given family
Aziz Ullah | azizallah | given
Nasrat Ullah Khan | nasratallah khan:0.35 | given honorific
Mizanur Rahman | mizan rahman | given family
Aboubakar Sidiki Touré | abubakar sidiki touré | given given family
Abou Bakr | abubakr | given
Umm Khalid | ummkhalid | kunya
أم خالد | امخالد | kunya
عبد الرحمن بن محمد الهاشمي | عبدرحمن محمد هاشمي | given father origin
Хаджи Абдуррахман | абдрахман | honorific given
N'Diaye Fatou | n'diaye fatou | family given
Jean-Pierre Dupont | jean pierre dupont | given given family
O'Brien, Pat | pat o'brien | given family
van der Berg, Jan | jan berg | given family
Jan Kowalski | jan kowalski | given family
Bibi Aisha | bibi:0.35 aisha | honorific given
Gul Jan | gul jan:0.35 | given honorific
Ahmad s/o Mahmood | ahmad mahmood | given father
FNU LNU |  | unknown unknown
Unknown Ahmad | ahmad | unknown given
نامعلوم |  | unknown
محمد غير معروف | محمد | given unknown
Al-Amin Daud | amin daud | given father
علي رضا احمدي | علي رضا احمدي | given given family
امیرحسین رضایی | امیر حسین رضایی | given family
Εμμανουήλ Παπαδόπουλος | εμμανουήλ παπαδόπουλοσ | given family
Abdulrahman | abdrahman | given
Abd el-Rahman | abdrahman | given
Abdur Rahman | abdrahman | given
Abd-ur-Rahman | abdrahman | given
Abdirahman Hassan | abdrahman hassan | given father
Cabdiraxmaan Xasan | abdraxmaan xasan | given father
عبد الرحمن | عبدرحمن | given
عبدالرحمن | عبدرحمن | given
عبد الرحمن علي | عبدرحمن علي | given father
Abdoulaye Diallo | abdallah diallo | given family
Abd Allah | abdallah | given
Abdullahi Jama | abdallah jama | given father
Abdul Wahid Azizi | abdwahid azizi | given family
Abdi Hassan Farah | abdi hassan farah | given father grandfather
عبد الله محمد | عبدالله محمد | given father
Noureddine Benali | nourdin ali | given father
Nour el-Dine Ben Ali | nourdin ali | given father
Salah al-Din | salahdin | given
نور الدين | نوردين | given
علاء الدين الخطيب | علدين خطيب | given family
Jamal Uddin | jamaldin | given
جمال‌الدین | جمالدين | given
Habib Ullah | habiballah | given
Rahmatullah Ahmadzai | rahmatallah ahmadzai | given family
Gebre-Meskel Tesfu | gebremeskel tesfu | given father
Ghebremeskel Tesfu | gebremeskel tesfu | given father
ገብረ መስቀል ተስፉ | ገብረመስቀል ተስፉ | given father
G/Egziabher Hagos | gebreegziabher hagos | given father
ወ/ሮ አልማዝ ኃይሉ | አልማዝ ኃይሉ | honorific given father
Ato Haile Mariam Desta | hailemariam desta | honorific given father
Tekle Berhan | tekleberhan | given
Zere Yohannes | zereyohannes | given
Alireza Hosseini | ali reza hosseini | given family
Ali Reza Hosseini | ali reza hosseini | given given family
Gholamreza Moradi | gholam reza moradi | given family
علیرضا حسینی | علی رضا حسینی | given family
Elsayed Ibrahim | sayed:0.35 ibrahim | given father
Alhalabi Samer | halabi samer | family given
الحلبي سامر | حلبي سامر | family given
Elena Petrova | elena petrova | given family
Elham Rezai | elham rezai | given family
الياس خوري | الياس خوري | given family
الهام احمدي | الهام احمدي | given family
Md Shahidul Islam | muhammad:0.5 shahid islam | given given family
Mohd. Yusuf Khan | muhammad:0.5 yusuf khan:0.35 | given given honorific
Mst. Rokeya Begum | mst:0.35 rokeya begum:0.35 | honorific given honorific
মোছাঃ ফাতেমা খাতুন | মোছাঃ:0.35 ফাতেমা খাতুন:0.35 | honorific given honorific
Shahnaz Akter | shahnaz akter:0.35 | given honorific
Balwinder Singh Gill | balwinder singh:0.35 gill | given family family
Ahmad Ahmad | ahmad | given unknown
FNU Zabihullah | zabihallah | unknown given
Unknown |  | unknown
sconosciuto |  | unknown
غير معروف |  | unknown
نامعلوم نامعلوم |  | unknown unknown
J. A. García | j:0.25 a:0.25 garcía | given given family
А. С. Петров | а:0.25 с:0.25 петров | given given family
Михайло Петрович Коваленко | михайло петрович коваленко | given father family
Наталья Ивановна | наталья ивановна | given father
Kovalenko Ivan Petrovych | kovalenko ivan petrovych | family given father
IVANOV Ivan | ivanov ivan | family given
KEITA Fatoumata | keita fatoumata | family given
Aïssatou BAH | aïssatou bah | given family
Fatou N'Diaye | fatou n'diaye | given family
Cheikh Tidiane Diop | cheikh:0.35 tidiane diop | honorific given family
El Hadji Malick Sy | malick sy | honorific given family
Mohamed Lemine Ould Cheikh | mohamed lemine cheikh:0.35 | given family father
Mariam bint Khalid | mariam khalid | given father
مريم بنت خالد | مريم خالد | given father
أبو بكر التونسي | ابوبكر تونسي | given origin
أبو محمد | ابومحمد | kunya
Ahmad (Abu Omar) al-Masri | ahmad masri abuomar | given origin kunya
"Dheere" Maxamed Cali | maxamed cali dheere | given father nickname
Maxamed Cali Yare | maxamed cali yare | given father nickname
Oleksandr "Sasha" Melnyk | oleksandr melnyk sasha | given family nickname
Maria Fernandes da Costa | maria fernandes costa | given family family
José Luis Rodríguez Pérez | josé luis rodríguez pérez | given given family family
del Carmen, María | maría carmen | given family
O'Connor, Sinéad | sinéad o'connor | given family
Müller geb. Schmidt Anna | müller schmidt anna | family family given
Γιώργος Παπαδόπουλος | γιώργοσ παπαδόπουλοσ | given family
Գևորգ Սարգսյան | գեւորգ սարգսյան | given family
გიორგი ბერიძე | გიორგი ბერიძე | given family
משה בן יעקב | משה יעקב | given father
אברהם כהן | אברהם כהן | given family
राजेश कुमार | राजेश कुमार:0.35 | given honorific
गुरप्रीत कौर | गुरप्रीत कौर:0.35 | given family
Leyla Həsən qızı | leyla həsən | given father
Mullah Nasir | nasir | honorific given
Mawlawi Abdul Kabir | abdkabir | honorific given
Haji Sahib Khan | khan:0.35 | honorific honorific honorific
Bibi Gul | bibi:0.35 gul | honorific given
Jan Mohammad | jan mohammad | given father
Khan | khan | given
Haji | haji:0.35 | honorific
Gul Mohammad Jan | gul mohammad jan:0.35 | given father honorific
Sheikh Hassan | hassan | honorific given
Seyed Ali Mousavi | seyed:0.35 ali mousavi | honorific given family
Mr. John Smith | john smith | honorific given family
Frau Dr. Anna Schmidt | anna schmidt | honorific honorific given family
"""
