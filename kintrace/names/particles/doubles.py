"""Names of two names in Iran, Afghanistan and Pakistan that are typed solid: Alireza, Amirhossein.

Own compilation from common usage; to be read by a native reader of Dari and one of Persian.
"""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Persian"

FIRSTS = """
ali mohammad mohamad mohammed muhammad muhamad mohamed amir ameer gholam golam ghulam qolam gulam
hamid ahmad ahmed hosein hossein hassan hasan
علي محمد امير غلام حميد احمد حسين حسن عباس قربان رمضان رجب صفر زهرا فاطمه مريم
abbas ghorban qurban ramazan rajab zahra fatemeh maryam
"""
SECONDS = """
reza riza raza rezza rıza hossein hosein hussein husain hussain hosain hasan hassan ali mahdi mehdi
mohammad mohamad muhammad taghi taqi naghi naqi javad jawad amin sadegh sadiq sadeq jafar jaafar
akbar asghar asgar ghasem qasem qasim hadi bagher baqer baqir abbas heidar heydar haidar haider
mortaza murtaza morteza mostafa mustafa nabi rasool rasul rasoul sakhi farooq farouq yahya sarwar
khan jan shah ebrahim ibrahim zaman parsa taha sajjad salar arsalan yusuf yousef sam saleh
erfan kazem yasin saeed matin moin hesam sadra sadat nabi zaman saber amin salim
رضا حسين حسن علي مهدي محمد تقي نقي جواد امين صادق جعفر اكبر اصغر قاسم هادي باقر عباس حيدر مرتضي
مصطفي نبي رسول سخي فاروق يحيي سرور خان جان شاه ابراهيم زمان پارسا طاها سجاد سالار ارسلان يوسف
صالح عرفان كاظم ياسين طه سعيد متين معين حسام صدرا سادات صابر سليم
"""
# Solid, but one name.
NOT_TWO = """
alisam alihan alikhani amirhan alisha alishah hamidi hassani mohammadi alijani ahmadi
"""
# Seconds that nobody's father is likelier to bear, so that two words are one given name.
NOT_A_FATHERS = """
reza riza mahdi mehdi taghi taqi naghi naqi javad sadegh akbar asghar hossein hosein mortaza morteza
رضا مهدي تقي نقي جواد صادق اكبر اصغر حسين مرتضي
"""
