"""Names of Afghanistan beside those that it shares with Iran."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Dari and one of Pashto"

SAME = """
aziza azizah azeeza azize عزیزه عزيزة Азиза
ahmadshah ahmadsha احمدشاه
ajmal ajmaal اجمل
amanullah amanollah aman-ullah امان‌الله
asadullah asadollah assadullah assadollah asadulla اسد‌الله Асадулло
aslam aslaam اسلم
atiqullah atiqollah عتیق‌الله
azizullah azizollah azizulla عزیز‌الله
baryalai baryalay bariyalai بریالی
bismillah besmellah bismellah بسم‌الله
enayatullah inayatullah enayatollah inayatollah عنایت‌الله
esmatullah ismatullah esmatollah asmatullah عصمت‌الله
faizullah faizollah fayzullah feizollah فیض‌الله
fazlullah fazlollah فضل‌الله
farida fareeda farideh feride ferida فریده فريدة Фарида
gulab golab گلاب
gulalai golalay gulalay ګلالۍ گلالی
hafizullah hafizollah hafizulla حفیظ‌الله
hamidullah hamidollah hamidulla حمید‌الله
hashmatullah heshmatollah hashmatollah حشمت‌الله
hayatullah hayatollah hayatulla حیات‌الله
hedayatullah hidayatullah hedayatollah هدایت‌الله
ikramullah ekramullah ekramollah اکرام‌الله
jawid jaweed javid javed jawed javeed جاوید জাভেদ
karimullah karimollah کریم‌الله
khalilullah khalilollah خلیل‌الله
lal laal لعل لال
lalzad lalzaad
malalai malala malalay ملالی ملالۍ ملاله
mirwais mirways mirwaiss merwais mir-wais میرویس
mohibullah muhibullah mohibollah محب‌الله
najia najiya najiyya nagia ناجیه نجیه
naqibullah naqeebullah naghibollah نقیب‌الله
nematullah nimatullah nematollah neamatullah nehmatullah نعمت‌الله
noorullah nurullah nurollah noorollah نور‌الله
obaidullah ubaidullah obeidollah obaidollah عبید‌الله
palwasha palwasa palwesha پلوشه
parwana parvaneh parvana پروانه Парвона
rafiullah rafiollah رفیع‌الله
rahimullah rahimollah رحیم‌الله
razia razieh raziya radia radhia راضیه رضیه রাজিয়া
sabera sabira saberah صابره
samiullah samiollah samiulla سمیع‌الله
sanga sangah
shafiqullah shafiqollah شفیق‌الله
shafiq shafik shafeeq chafik شفیق শফিক
shafiqa shafika shafigheh شفیقه
sharifullah sharifollah شریف‌الله
shakrullah shukrullah shokrollah شکر‌الله
shamsia shamsiya shamsieh شمسیه
spozhmai spogmai spozhmay spoghmay سپوږمۍ
tamim tameem temim تمیم
tawab tavab tawaab تواب
torpekai torpekay تورپیکی
waheeda wahida vahideh wahide waheda وحیده
wazir wazeer vazir وزیر
yama yamah یما
zainullah zainollah زین‌الله
zalmai zalmay zalmaay زلمی
zarghona zarghoona zarghuna زرغونه
zia ziya diya zeya ضیا ضیاء زیا Зиё
"""
