"""Names of families from Morocco to Iraq: of places, tribes and trades."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Arabic, and one of the Maghreb's French spellings"

FAMILIES = """
halabi halaby حلبي
shami chami شامي
masri masry misri مصري
iraqi iraki عراقي
baghdadi bagdadi بغدادي
hamwi hamawi حموي
homsi humsi حمصي
dimashqi dimashki دمشقي
idlibi edlibi إدلبي
raqqawi رقاوي
mosuli mawsili musuli موصلي
tikriti تكريتي
basri basry بصري
karbalai كربلائي
najafi نجفي
jubouri jabouri jibouri juburi جبوري
dulaimi dulaymi duleimi دليمي
shammari shamari shemmari شمري
tamimi تميمي
zubaidi zubaydi زبيدي
obaidi obeidi ubaidi عبيدي
janabi جنابي
saadi sadi سعدي
rubaie rubai ربيعي
maliki مالكي
hashimi hashemi hachemi هاشمي
hussaini husseini husayni hosseini houssaini حسيني
hassani hasani حسني
qasimi kasimi قاسمي
sudani soudani سوداني
maghribi maghrabi مغربي
tunisi tounsi تونسي
jaziri djaziri جزائري
tarabulsi trabelsi طرابلسي
yamani yemeni يمني
saudi سعودي
khatib khateeb خطيب
najjar naggar nadjar نجار
haddad hadad حداد
khoury khouri خوري
sabbagh صباغ
qassab kassab قصاب
khayyat khayat خياط
hallaq hallak حلاق
attar عطار
darwish darwich darwiche درويش
hamdan hamdane حمدان
hariri حريري
zoubi zoabi zubi زعبي
nasrawi نصراوي
qudsi kodsi قدسي
khalili خليلي
nabulsi naboulsi نابلسي
ghazi غازي
ghazzawi غزاوي
bitar baytar بيطار
"""
