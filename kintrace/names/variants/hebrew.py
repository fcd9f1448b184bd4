"""Hebrew names, as written in Israel, in Russian, and by European desks."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Hebrew"

SAME = """
abraham avraham avrohom avram אברהם Авраам Аврам
aharon aaron aron אהרן אהרון Аарон Арон
amos עמוס
asher ascher אשר
avi אבי Ави
avigail abigail אביגיל
avner abner אבנר
baruch barukh baroukh ברוך Барух
batsheva bathsheba batseva בתשבע
binyamin benjamin binjamin בנימין Биньямин Вениамин
chaim haim hayim hayyim khaim חיים Хаим
chana hana hannah channa חנה Хана
chava hava חוה Хава
daniel דניאל
david dovid דוד דויד Давид
dina dinah דינה
dov דב Дов
efraim ephraim אפרים Эфраим
eitan ethan etan איתן
eliezer elieser אליעזר
elisheva elischeva אלישבע
eliyahu elijah eliahu elia אליהו Элиягу
esther ester אסתר Эсфирь Эстер
ezra esra עזרא
gad gaad גד
gavriel gabriel גבריאל
gershon gershom גרשון
hadassah hadassa hadas הדסה הדס
hillel hilel הלל
itamar ithamar איתמר
itzhak yitzhak isaac yitzchak izchak icchak yizhak יצחק Ицхак Исаак
leah lea leya לאה Лея
malka malkah מלכה
menachem menahem מנחם Менахем
michael mikhael מיכאל
miriam miryam מרים Мириам
mordechai mordecai mordekhai mordehai מרדכי Мордехай
moshe moses moishe mosche משה Моше Моисей
naftali naphtali נפתלי
nathan natan נתן Натан
nehemia nehemiah נחמיה
noa נעה
noam נועם
ofer עופר
orly orli אורלי
pinchas pinhas פנחס Пинхас
rachel rahel רחל Рахиль
reuven reuben ruben ראובן Рувим
rivka rebecca rebekka רבקה Ревекка
ruth rut רות Руфь
sara sarah שרה Сара
sarit שרית
shalom schalom sholem שלום Шалом
shaul saul שאול Шауль
shimon simeon שמעון Шимон
shira שירה
shlomo solomon schlomo שלמה Шломо Соломон
shmuel samuel schmuel שמואל Шмуэль Самуил
shoshana schoschana שושנה
simcha simha שמחה
tal טל
tamar תמר
tova tovah טובה
tzipora zipora tzippora ציפורה צפורה
tzvi zvi tsvi צבי Цви
uri אורי Ури
yaakov jacob yakov jaakov יעקב Яаков Яков Иаков
yael jael יעל
yair jair יאיר
yehezkel ezekiel jecheskel יחזקאל
yehoshua joshua jehoschua יהושע Иегошуа
yehuda judah jehuda yehudah יהודה Иегуда
yehudit judith jehudit יהודית
yeshayahu isaiah jeschajahu ישעיהו
yirmiyahu jeremiah ירמיהו
yisrael israel jisrael ישראל Исраэль Израиль
yitro יתרו
yoel joel יואל
yohanan jochanan יוחנן
yona jonah יונה
yonatan jonathan יונתן Йонатан
yosef josef joseph יוסף Йосеф Иосиф
zeev zeew זאב Зеэв
zehava sehava זהבה
zion tzion tsion ציון
"""

RELATED = """
avi אבי < abraham
beni benny בני < binyamin
dudi dudu דודי < david
eli אלי < eliyahu eliezer
itzik izik איציק < itzhak
kobi kobby קובי < yaakov
moti motti מוטי < mordechai
moishi moysh < moshe
nati נתי < nathan
rivki ריקי < rivka
ruti רותי < ruth
shimi שימי < shimon
shmulik שמוליק < shmuel
shosh < shoshana
shuki < yehoshua
tzachi < itzhak
yanki yankel יענקל < yaakov
yossi yosi יוסי < yosef
yoni יוני < yonatan
yuda יודה < yehuda
miri מירי < miriam
esti אסתי < esther
tali < tal
"""

FAMILIES = """
cohen kohen kohn כהן Коэн Коган
levy lewi levi לוי
mizrahi mizrachi מזרחי
peretz perez פרץ
biton bitton ביטון
dahan דהן
friedman fridman friedmann פרידמן Фридман
goldberg גולדברג Гольдберг
katz kats כץ Кац
shapiro schapiro szapiro שפירא Шапиро
rosenberg rozenberg רוזנברג Розенберг
"""
