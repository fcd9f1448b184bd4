"""Names of Ukraine, Russia, Belarus, Bulgaria, Serbia, Poland; Georgian and Armenian neighbours.

Ukrainian and Russian forms of one name stand in one line: a paper of the one state names its
bearer otherwise than a paper of the other.
"""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Ukrainian, one of Russian, one of Georgian and one of Armenian"

SAME = """
aleksandr oleksandr aleksander alexandr olexandr oleksander alyaksandr aliaksandr aleksandar
    Александр Олександр Аляксандр Александър Александар
aleksandra oleksandra olexandra Александра Олександра
aleksei oleksii alexei alexey oleksiy aleksey oleksij olexiy alexiy aleksiy aliaksei alexej Алексей
    Олексій Аляксей Алексий
anastasia anastasiya anastasiia nastasia anastasija anastassia Анастасия Анастасія
anatolii anatoly anatoli anatoliy anatolij anatoliĭ Анатолий Анатолій
andrei andriy andrey andrii andrij andrej andriĭ Андрей Андрій
angelina anhelina anzhelina angelyna Ангелина Ангеліна Анжелина
anna ganna hanna Анна Ганна Ханна
antonina antonyna Антонина Антоніна
anton antin Антон Антін
arkadii arkady arkadiy arkadij Аркадий Аркадій
arsen arsenii arseniy arseny arsenij Арсен Арсений Арсеній
artem artyom artiom artyem artemii artsiom Артём Артем Артемий
boris borys boryss Борис
bogdan bohdan bogdann Богдан
bogdana bohdana Богдана
vadim vadym wadim Вадим
valentin valentyn walentin Валентин
valentina valentyna walentina Валентина
valerii valery valeriy valerij valeri Валерий Валерій
valeria valeriya valeriia valerija Валерия Валерія
vasilii vasyl vasily vasiliy vasilij vassili vasil wasyl vassily Василий Василь
vera vira wera Вера Віра
veronika Вероника Вероніка
viktor wiktor Виктор Віктор
viktoria viktoriya viktoriia viktorija Виктория Вікторія
vitalii vitaly vitaliy vitalij witali vital Виталий Віталій
vladimir volodymyr wladimir volodimir uladzimir volodymir Владимир Володимир Уладзімір
vladislav vladyslav wladislaw uladzislau Владислав
vlada vladyslava vladislava Влада Владислава
viacheslav vyacheslav viacheslaw vjaceslav wjatscheslaw Вячеслав В'ячеслав
galina halyna galyna halina Галина
grigorii hryhorii grigory hryhoriy grigoriy grigorij hrihoriy grigori ryhor Григорий Григорій
gleb hlib Глеб Гліб
daniil danylo danil danila danyil Даниил Данило Данил
daria dariya dariia darya darija Дарья Дарія Дария
daryna darina Дарина
denis denys Денис
dmitrii dmytro dmitry dmitriy dmitrij dimitri dimitry dmitri dzmitry Дмитрий Дмитро Димитрий
yevgenii yevhen evgeny evgeniy evgenij yevgeny yevgeniy yevhenii evgeni evhen Евгений Євген Євгеній
yevgenia yevheniia evgenia evgeniya yevgeniya yevheniya Евгения Євгенія
yegor yehor egor jegor Егор Єгор
igor ihor ighor Игорь Ігор Игор
ekaterina kateryna yekaterina katerina jekaterina katsiaryna Екатерина Катерина
elena olena yelena jelena olenna alena Елена Олена Алена Алёна
elizaveta yelyzaveta yelizaveta lizaveta jelisaweta Елизавета Єлизавета
zhanna janna schanna jeanna zhana Жанна
zinaida zinayida zynaida sinaida Зинаида Зінаїда
zoya zoia zoja soja Зоя
ivan iwan ywan ivann Иван Іван
ivanna iwanna Иванна Іванна
ilya illia illya ilia ilja Илья Ілля Илия
inna Инна Інна
irina iryna Ирина Ірина
karina karyna Карина Каріна
kirill kyrylo kiril kirilo kyryl kyrill Кирилл Кирило Кирил
konstantin kostiantyn kostyantyn konstantyn kostantyn kanstantsin Константин Костянтин
ksenia kseniya kseniia xenia ksenija Ксения Ксенія
oksana oxana aksana Оксана
larisa larysa larissa Лариса
leonid leonyd Леонид Леонід
lidia lidiya lidiia lidija Лидия Лідія
liliya lilia lilija liliia Лилия Лілія
lyubov liubov lubov ljubow lioubov Любовь Любов
lyudmila liudmyla ludmila liudmila lyudmyla ljudmila ludmyla Людмила
maksim maksym maxim maxym Максим
margarita marharyta margaryta Маргарита
maria mariia mariya marija maryia Мария Марія
marina maryna Марина
mikhail mykhailo mikhailo michail mykhaylo mihail mihailo mychajlo Михаил Михайло
nadezhda nadiia nadiya nadia nadeschda nadejda nadija Надежда Надія
natalia nataliya nataliia natalya natalija natalja natallia Наталья Наталия Наталія
nikita mykyta mikita nykyta Никита Микита
nikolai mykola nikolay mikola nikolaj mikalai nikolaï nicolai nikola Николай Микола Никола
nina nyna Нина Ніна
oleg oleh olegg aleh Олег
olesia olesya olesja lesia lesya alesya Олеся Леся
olga olha volha Ольга
pavel pavlo Павел Павло
petr petro pyotr pjotr Пётр Петро Петр
polina polyna Полина Поліна
raisa rayisa rajisa raissa Раиса Раїса
roman romann Роман
rostislav rostyslav Ростислав
ruslan ruslann Руслан
ruslana Руслана
svetlana svitlana svjetlana swetlana sviatlana Светлана Світлана
sviatoslav svyatoslav swjatoslaw Святослав
semen semyon semion semyen Семён Семен
sergei serhii sergey serhiy sergej serhij sergii siarhei sergiy serghei sergueï Сергей Сергій
snezhana snizhana Снежана Сніжана
sofia sofiya sofiia sofya Софья София Софія
stanislav stanyslav Станислав Станіслав
stepan stjepan Степан
taisia tayisia taisiya Таисия Таїсія
tamara Тамара
taras tarass Тарас
tatiana tetiana tatyana tetyana tatjana tetjana tacciana tatsiana Татьяна Тетяна
timofei tymofii timofey tymofiy Тимофей Тимофій
timur tymur Тимур
ulyana uliana uljana Ульяна Уляна
fedor fyodor fedir feodor fiodor Фёдор Федор Федір
filipp pylyp filip Филипп Пилип
khristina khrystyna kristina hrystyna Кристина Христина Крістіна
yulia yuliya yuliia julija ioulia iulia Юлия Юлія
yurii yury yuriy jurij yuri iurii juri jury iouri Юрий Юрій
yakov yakiv jakow iakov Яков Яків
yana iana Яна
yaroslav iaroslav jaroslaw jaroslav Ярослав
yaroslava iaroslava Ярослава
osip yosyp iosif josyp yosip Осип Йосип Иосиф
evdokia yevdokiia evdokiya Евдокия Євдокія
matvei matvii matvey matviy Матвей Матвій
makar Макар
mark Марк
marko Марко
nazar nazarii nazariy Назар Назарій
ostap Остап
zakhar zahar sachar Захар
lev lew Лев
gennadii hennadii gennady hennadiy gennadiy gennadi Геннадий Геннадій
georgii heorhii georgy georgiy heorhiy Георгий Георгій Георги
eduard Эдуард Едуард
marianna maryana mariyana Марианна Мар'яна
milana mylana Милана Мілана
miroslav myroslav Мирослав
miroslava myroslava Мирослава
oles ales Олесь Алесь
orest Орест
solomiia solomia solomiya Соломия Соломія
stefania stefaniia stefaniya Стефания Стефанія
vasilisa vasylisa Василиса
varvara warwara Варвара
ignat hnat ihnat Игнат Гнат
foma khoma Фома Хома
giorgi giorghi გიორგი Гиорги Георги
davit დავით Դավիթ Давит
nino ნინო Нино
tamar tamari თამარ თამარი Тамар
mariam mariami მარიამ მარიამი Մարիամ
ana ანა Ана
ketevan ქეთევან Кетеван
levan ლევან Леван
irakli ირაკლი Ираклий
luka ლუკა Лука
nika nikoloz ნიკა ნიკოლოზ
zurab zurabi ზურაბ Зураб
armen Արմեն Армен
anahit anahid Անահիտ Анаит
gevorg kevork gevork Գևորգ Геворг
hakob hagop akop Հակոբ Акоп
hovhannes ovanes hovannes ohannes oganes Հովհաննես Ованес Оганес
karen Կարեն Карен
karapet garabed Կարապետ Карапет
sargis sarkis serkis Սարգիս Саргис
tigran dikran Տիգրան Тигран
vardan vartan Վարդան Вардан
grigor krikor Գրիգոր Григор
stepanos Ստեփան Ստեփանոս
aram Արամ Арам
ashot Աշոտ Ашот
hayk haik Հայկ Айк
mkrtich mkrtch mgrdich Մկրտիչ Мкртич
petros bedros Պետրոս Петрос
poghos boghos Պողոս Погос
khachatur khachadour Խաչատուր Хачатур
zaza ზაზა Заза
vakhtang ვახტანგ Вахтанг
"""

RELATED = """
sasha sascha saša sasza Саша < aleksandr aleksandra
sashko Сашко < aleksandr
shura shurik Шура < aleksandr aleksandra
sanya sania Саня < aleksandr
oles < aleksandr
lesya < aleksandra
lyosha lyokha alyosha aliosha lesha aljoscha Лёша Леша Алёша < aleksei
olexa oleksa Олекса < aleksei
nastya nastia nastja Настя < anastasia
tolya tolia tolik Толя Толик < anatolii
andriukha andryusha andriusha Андрюша < andrei
anya ania anja anyuta Аня < anna
hanusya hania hannusya < anna
tonya tonia Тоня < antonina
tosha antosha Антоша < anton
arkasha Аркаша < arkadii
senya senia Сеня < arsen semen
tyoma tema Тёма Тема < artem
borya boria Боря < boris
bodya Бодя < bogdan
valya valia valja Валя < valentina valentin
valera valerik Валера < valerii
lera Лера < valeria
vasya vasia vassia wasja Вася < vasilii
verochka < vera
vika wika Вика Віка < viktoria
vitya vitia vitja vitek Витя < viktor
vitalik Виталик Віталік < vitalii
vova vovka volodya volodia wolodja wowa Вова Володя < vladimir
vlad wlad Влад < vladislav vladimir
vladik Владик < vladislav
slava slavik Слава Славик < viacheslav vladislav stanislav yaroslav rostislav
galya halya galia halia Галя < galina
grisha hrysha grischa hryts Гриша Гриць < grigorii
danya dania danja Даня < daniil
dasha dascha dacha Даша < daria
dima dimka mitya Дима Діма Митя < dmitrii
zhenya zhenia jenya schenja genia Женя < yevgenii yevgenia
katya katia katja Катя < ekaterina
katrusya katrya < ekaterina
lena lenochka Лена < elena
olenka < elena
liza Лиза Ліза < elizaveta
vanya vania wanja vanka Ваня < ivan
ivanko < ivan
ilyusha illiusha Илюша < ilya
ira irka irynka Ира Іра < irina
kostya kostia kostja Костя < konstantin
ksyusha ksiusha xiucha Ксюша < ksenia oksana
lara larochka Лара < larisa
lyonya lenya lionia Лёня Льоня < leonid
lida Лида Ліда < lidia
lilya lilja Лиля < liliya
lyuba luba liuba ljuba Люба < lyubov
lyuda luda liuda mila ljuda Люда < lyudmila
max maks Макс < maksim
rita Рита Ріта < margarita
masha mascha marusya macha Маша Маруся Марійка < maria
marichka Марічка < maria
misha mischa micha mykhas mishka Миша Міша < mikhail
nadya nadja nadia Надя < nadezhda
natasha natascha natalka nata natacha Наташа Наталка < natalia
kolya kolia kolja kolka Коля < nikolai
olezhka < oleg
olya olia olja Оля < olga
pasha pascha pavlik Паша Павлик < pavel
petya petia petja petka Петя < petr
polya Поля < polina
roma romka romchik Рома < roman
rusik < ruslan
sveta sveta svitlanka Света Світланка < svetlana
seryozha serezha serega serioja serjoscha Серёжа Сергійко < sergei
sonya Соня < sofia
stas Стас < stanislav
styopa stepa Стёпа < stepan
toma Тома < tamara
tanya tania tanja tanyusha Таня < tatiana
tima Тима < timofei timur
ulya Уля < ulyana
fedya fedia Федя < fedor
kristya kristia < khristina
yulya julja yulka Юля < yulia
yura jura yurko Юра Юрко < yurii
yasha jascha Яша < yakov
yarik Ярик < yaroslav
gena hena Гена < gennadii
zhora gosha gocha goga Жора < georgii
edik Эдик Едік < eduard
lyova leva Лёва < lev
zina Зина Зіна < zinaida
raya raia Рая < raisa
taya taia Тая < taisia
matviyko < matvei
gio < giorgi
dato data < davit
tata < tamar
keti keto < ketevan
serozh < sargis
gevo < gevorg
vaska < vasilii
giorgi ~ georgii
"""
