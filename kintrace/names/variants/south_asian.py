"""Names of Bangladesh, India, Pakistan, Nepal and Sri Lanka."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Bengali, one of Urdu, one of Hindi or Punjabi and one of Tamil"

SAME = """
khan xan xaan khaan খান खान خان хан Хан
begum begam baigum begom বেগম बेगम بيگم
akter akhter akhtar aktar akther আক্তার আখতার اختر
khatun khatoon hatun xatun xatûn খাতুন खातून خاتون
bibi beebi bebe বিবি बीबी بی‌بی
miah mia mian miya মিয়া মিঞা मियाँ میاں
singh sing sinh सिंह ਸਿੰਘ সিংহ سنگھ Сингх
kaur kour kor कौर کور
kumar kumaar কুমার कुमार
uddin udin উদ্দিন উদ্দীন
abdul abdel abdoul আব্দুল আবদুল अब्दुल عبدال
jahan jehan জাহান جہان
devi debi দেবী देवी
sultana sultanah সুলতানা سلطانہ
mosammat musammat mst mosamat মোসাম্মৎ মোছাম্মৎ মোছাঃ
islam eslam ইসলাম इस्लाम اسلام
rahman rahaman rehman rohman rahmaan রহমান रहमान رحمان
alam alom aalam আলম आलम عالم
haque haq hoque huq hak হক हक حق
mollah molla mullah মোল্লা
sarkar sarker sircar সরকার सरकार
chowdhury chaudhary choudhury chaudhry chowdhry choudhary chaudhuri chaudry চৌধুরী चौधरी چودھری
talukdar talukder তালুকদার
howlader hawlader haldar হাওলাদার হালদার
mondal mandal mondol মন্ডল मंडल
sikder sikdar shikder সিকদার শিকদার
bhuiyan bhuyan bhuiya bhuiyann ভূঁইয়া ভূইয়া
biswas bishwas বিশ্বাস
das dass দাস दास
roy rai ray রায় राय
ghosh ghose ঘোষ
dutta datta dutt দত্ত
paul pal পাল
saha shaha সাহা
khandaker khondoker khondaker khandakar খন্দকার
matubbar matbar matobbar মাতুব্বর
sheikh shaikh sheikhh শেখ
rafiq rofiq রফিক
rafiqul rofiqul rafikul রফিকুল
shafiqul shofiqul safiqul শফিকুল
nazrul nozrul najrul নজরুল
saiful saifull সাইফুল
shahidul sahidul shohidul শহিদুল
zahidul jahidul জাহিদুল
zahid jahid jaahid zaheed জাহিদ زاہد زاهد
ariful আরিফুল
arif areef aref আরিফ عارف
ashraful asraful আশরাফুল
aminul আমিনুল
anisur anisul আনিসুর
azizul ajijul আজিজুল
aziz ajij ajiz আজিজ अज़ीज़
mizanur mijanur মিজানুর
mizan mijan মিজান ميزان
mofizul mafizul মফিজুল
munir monir moneer মনির
moniruzzaman maniruzzaman moniruzaman মনিরুজ্জামান
mokbul maqbool makbul maqbul মকবুল مقبول
mosharraf musharraf mosharaf মোশাররফ مشرف
motiur matiur motior মতিউর
mujibur mojibur mujibor মুজিবুর
mujib mojib মুজিব مجیب
nurul nurool norul নুরুল
rezaul rejaul reazul রেজাউল
riaz riaj reaz রিয়াজ
ruhul rohul রুহুল
sohag shohag সোহাগ
suhail sohel suhel shohel সোহেল
sumon shumon suman সুমন सुमन
shamim shameem samim শামীম شمیم
shahin shaheen sahin শাহীন
shariful soriful শরিফুল
shakil sakil shakeel শাকিল شکیل
sabbir shabbir সাব্বির شبیر
sajib sojib sajeeb সজীব
salim selim সেলিম
tariqul tarikul তারিকুল
tanvir tanveer tanbir তানভীর تنویر
wahidul ohidul ওয়াহিদুল
ziaur jiaur ziar জিয়াউর
abul abool আবুল
abulkalam abul-kalam আবুলকালাম
kalam kalaam কালাম کلام
kabir kobir kabeer কবির কবীর کبیر
alamgir alomgir aalamgir আলমগীর عالمگیر
babul baabul বাবুল
badal badol বাদল
belayet bilayet বেলায়েত
delwar delowar dilawar delawar dilwar দেলোয়ার دلاور
dulal doolal দুলাল
enamul inamul anamul এনামুল
emdad imdad এমদাদ امداد
faruq faruque farooque ফারুক
gulab golap golab গোলাপ
hafizur hafijur হাফিজুর
haroun harun haroon হারুন
helal hilal হেলাল هلال
jalal jolal জালাল
jahangir jahangeer জাহাঙ্গীর
jasim jashim joshim জসিম
jewel juwel জুয়েল
kamrul qamrul কামরুল
khokon khokan খোকন
khairul khayrul খাইরুল
liton litton লিটন
mahbub mahboob mahbob মাহবুব محبوب
mahbubur mahabubur মাহবুবুর
masum masoom মাসুম معصوم
milon milan মিলন
mintu mintoo মিন্টু
munna মুন্না मुन्ना
nayan noyon nayon নয়ন नयन
nasir nasher নাসির
nizam nijam নিজাম نظام
omar omor ওমর
parviz parvez parvej পারভেজ
rakib raqib rokib raqeeb রাকিব رقیب
raihan rayhan rehan রায়হান ريحان
rajib rajeev rajeeb rojib রাজীব राजीव
ripon repon রিপন
rubel roobel রুবেল
rony roni রনি
sabuj shobuj sobuj সবুজ
saddam sadam সাদ্দাম صدام
sanwar sanowar সানোয়ার
shah শাহ شاہ
shahjahan sahjahan shajahan শাহজাহান شاہجہان
shahadat sahadat shahadot শাহাদাত
siddiqur siddikur সিদ্দিকুর
siddique siddiq siddik সিদ্দিক صدیق
swapan shopon sapan shapan স্বপন
tajul tazul তাজুল
taslima taslema tasleema তাসলিমা
yasin yeasin iasin ইয়াসিন
zaman jaman জামান
abida aabida আবিদা عابدہ
afroza afroja আফরোজা
anjuman anjumon আঞ্জুমান
anwara anowara anoara আনোয়ারা
bilkis bilqis bilkees bilquis বিলকিস بلقيس
champa chompa চম্পা
dilruba dilroba দিলরুবা
farhana farhanah ফারহানা
fahima faheema ফাহিমা
ferdousi firdausi ferdowsi ফেরদৌসী
hasina hosina haseena হাসিনা حسینہ
hosneara husneara hosne-ara হোসনেআরা
jahanara jahanaara জাহানারা
jesmin jasmin জেসমিন
jorina zarina jarina জরিনা زرینہ
kohinoor kohinur কোহিনূর
kulsum kulsoom kolsum kulsuma kalsoom কুলসুম کلثوم
lutfun lutfa লুৎফা
mahmuda mahmooda মাহমুদা محموده
majida majeda মাজেদা
maryam marium morium moriom মরিয়ম
momtaz mumtaz momtaj মমতাজ ممتاز
monireh monira munira মনিরা
morsheda murshida মোর্শেদা
moyna mayna moina ময়না
nasima nasema নাসিমা
nazma najma নাজমা نجمه
nurjahan noorjahan nurjahaan নুরজাহান نورجہان
parul paroul পারুল
rabia rabeya রাবেয়া
rahima rohima raheema রহিমা رحیمہ
rina reena রিনা रीना
rehana raihana rihana রেহানা ریحانہ
roxana roksana ruksana রোকসানা
rozina rojina রোজিনা
ruma rooma রুমা
runa roona রুনা
sabina sabeena সাবিনা
salena saleha সালেহা
sathi shathi সাথী
selina সেলিনা
shahana sahana শাহানা
shahnaz shahnaj শাহনাজ
shamima shameema শামীমা
shefali sefali শেফালী
sharmin sharmeen sarmin শারমিন
shilpi silpi শিল্পী
shiuli sheuli শিউলি
sufia sufiya সুফিয়া
sumi shumi সুমি
taslim tasleem তসলিম
zahra zohora zohura জোহরা
imtiaz imtiyaz ইমতিয়াজ امتیاز
iftikhar iftekhar eftekhar ইফতেখার افتخار
ijaz ejaz aijaz ইজাজ اعجاز
iqbal ikbal eqbal ইকবাল اقبال इक़बाल
erfan irfan irfaan ইরফান عرفان इरफान
ishtiaq ishtiyaq istiaq ইশতিয়াক اشتیاق
khurram khuram خرم
liaqat liaquat liyaqat লিয়াকত لیاقت
muzaffar mozaffar muzafar মোজাফফর مظفر
nawaz navaz nowaz نواز
qaisar kaiser qaiser قیصر
saqib sakib saquib ثاقب
sarfraz sarfaraz سرفراز
shahbaz shehbaz شہباز
shahzad shehzad shahzaad শাহজাদ شہزاد
shuayb shoaib shuaib shoeb شعیب
tufail tofail তোফায়েল طفیل
waqar vaqar وقار
waqas vaqas وقاص
waseem wasim vasim وسیم ওয়াসিম
zeeshan zishan ذیشان
zulfikar zulfiqar zulfaqar zolfaghar জুলফিকার ذوالفقار
nazia naziya نازیہ
saima saimah صائمہ
sajida sajeda ساجده সাজেদা
shabana shabaana شبانہ
shazia shaziya شازیہ
sidra sidrah سدرہ
sumaira sumera سمیرا
uzma ozma عظمی
aarti arti आरती
ajay ajai अजय
amit ameet अमित অমিত
anil anill अनिल
anita aneeta अनीता অনিতা
arjun arjoon अर्जुन
arun aroon अरुण
ashok asok अशोक অশোক
balwinder balvinder बलविंदर
bikash vikas vikash विकास বিকাশ
bishnu vishnu विष्णु
deepak dipak दीपक দীপক
dharmendra dharmender धर्मेंद्र
dinesh dineish दिनेश
ganesh ganeish गणेश
gurpreet gurprit गुरप्रीत
harjit harjeet हरजीत
jagdish jagadish जगदीश
jaswinder jasvinder जसविंदर
kamala kamla कमला
krishna krisna कृष्ण কৃষ্ণ
kuldeep kuldip कुलदीप
lakshmi laxmi lakhsmi lokkhi लक्ष्मी লক্ষ্মী
mahesh maheish महेश
mandeep mandip मनदीप
manjit manjeet मनजीत
manoj monoj मनोज
mohan mohon मोहन মোহন
mukesh mookesh मुकेश
narayan narayana narain नारायण নারায়ণ
narendra narender नरेंद्र
pradeep pradip प्रदीप প্রদীপ
prakash prokash prakas प्रकाश প্রকাশ
priya pria प्रिया
rajesh rajeish राजेश রাজেশ
rajinder rajendra rajender राजेंद्र
rakesh rakeish राकेश
ramesh rameish रमेश
ranjit ranjeet रंजीत রঞ্জিত
ravi rabi रवि
sandeep sandip संदीप
sanjay sanjoy sonjoy संजय সঞ্জয়
santosh sontosh संतोष
satish sateesh सतीश
shanti santi शांति
shiva siva शिव
shyam sham shyaam श्याम
sita seeta सीता
sunil suneel सुनील সুনীল
sunita suneeta सुनीता
suresh sureish सुरेश
surinder surendra surender सुरेंद्र
sushil susheel सुशील
tamang तामांग
tulsi toolsi तुलसी
uma ooma उमा
usha oosha उषा
vijay bijay bijoy vijai विजय বিজয়
vinod binod विनोद
murugan muruhan
selvam selvan
sivakumar shivakumar
thiru
nagarajah nagaraja nagarasa
rajah raja rasa
kumaran kumaar
yogeswaran yogeshwaran
"""
