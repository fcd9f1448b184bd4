"""Names of western, southern and central Europe and of Latin America."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Spanish, one of Portuguese, one of Italian and one of Greek"

SAME = """
carmen carmela
ramon ramón
claudia klaudia cláudia
oscar oskar óscar
sarah sara sára
ursula úrsula urszula
consuelo konsuelo
guadalupe
jesus jesús
concepcion concepción
alberto albert
mercedes mercedez
pilar pilár
rosario
soledad
wilson vilson
maicol maikol maykol
vasiliki vassiliki Βασιλική
"""

RELATED = """
alexander aleksander ~ alexandre ~ alessandro ~ alejandro ~ alexandros Αλέξανδρος ~ alexandru ~
    sandor
alexandra aleksandra Αλεξάνδρα ~ alessandra ~ alejandra
alfred ~ alfredo
alice ~ alicia ~ alicja
alphonse ~ alfonso ~ alfons ~ alonso
andrew ~ andreas Ανδρέας ~ andrea ~ andre andré ~ andres andrés ~ andrej ~ andrzej ~ ondrej ~ andras
    ~ anders
angel ángel ~ angelo ~ angelos Άγγελος
angela ~ angelika angélica angelica ~ angeliki Αγγελική
anna ana Άννα ~ anne
anthony antoni ~ antonio antônio antónio ~ antoine ~ anton ~ antonios Αντώνιος ~ antonis Αντώνης
antonia Αντωνία ~ antoinette
augustine ~ augustin ~ agustin agustín ~ agostino
barbara bárbara ~ barbora ~ varvara Βαρβάρα
bartholomew ~ bartolome ~ bartolomeo ~ barthelemy ~ bartłomiej ~ bartosz
basil ~ basilio ~ vasilis vassilis Βασίλης ~ vasilios vasileios Βασίλειος ~ basile ~ vasile
beatrice ~ beatriz ~ beatrix
benedict benedikt ~ benoit ~ benito ~ benedetto
benjamin benjamín ~ beniamino
bernard ~ bernardo ~ bernhard
bridget ~ brigitte ~ brigida ~ brigitta ~ birgit
camille ~ camilla camila kamila
caroline karoline ~ carolina karolina
catherine katherine ~ katharina catarina katarina ~ catalina ~ caterina katerina Κατερίνα ~ kathrin
    ~ katarzyna ~ ekaterini aikaterini Αικατερίνη
cecilia ~ cecile cécile ~ cäcilia
charles ~ carlos ~ carlo ~ karl carl ~ karel ~ karol ~ karoly ~ carles
charlotte ~ carlotta carlota
christian cristian krystian ~ christiano cristiano
christina cristina kristina krystyna Χριστίνα ~ christine
christopher ~ cristobal cristóbal ~ christophe ~ christoph ~ cristoforo ~ krzysztof ~ christoforos
    Χριστόφορος
clara klara ~ claire ~ chiara
claude ~ claudio ~ claudius klaudiusz
clement clément ~ clemente ~ klemens
constantine ~ constantin ~ costantino ~ constantino ~ konstantinos constantinos Κωνσταντίνος
cornelius ~ cornelio ~ cornelis
cyril ~ cirilo cirillo ~ kyrillos Κύριλλος
daniel ~ daniele ~ daniil Δανιήλ
david dawid Δαβίδ ~ davide ~ davi
demetrius ~ dimitrios Δημήτριος ~ dimitris Δημήτρης ~ demetrio ~ dumitru ~ dimitri
denis dénis denys ~ dionisio ~ dionysios Διονύσιος
dominic dominik ~ domingo ~ domenico ~ dominique ~ domingos
dorothy ~ dorothea dorotea ~ dorothée
edmund ~ edmundo ~ edmond ~ edmondo
edward ~ eduardo ~ edouard édouard ~ edoardo ~ eduard ~ duarte
eleanor ~ eleonora ~ leonor ~ eleonore éléonore ~ leonora
elena ~ helena ~ helene hélène ~ elene ~ elen ~ eleni Ελένη
elizabeth elisabeth ~ isabel ~ elisabetta ~ elisabete ~ elżbieta ~ alzbeta ~ erzsebet ~ isabella ~
    isabelle ~ elisavet Ελισάβετ
emil ~ emilio ~ emile émile ~ emilian
emily ~ emilia emília ~ emilie
emmanuel emanuel ~ manuel ~ emanuele ~ emmanouil emmanuil Εμμανουήλ
eric erik ~ erich ~ erico
ernest ~ ernesto ~ ernst
stephen ~ stefan stephan ~ esteban ~ etienne étienne ~ stefano ~ estevao ~ štěpán ~ stephanos
    stefanos Στέφανος ~ istvan ~ szczepan ~ steven
eugene eugène ~ eugenio ~ eugen ~ evgenios
eva ewa ~ eve ève ~ evva Εύα
felix feliks félix ~ felice
ferdinand ~ fernando ~ hernando ~ ferdinando ~ fernand ~ fernão
francis ~ francisco ~ francesco ~ francois françois ~ franz ~ františek ~ franciszek ~ ferenc ~
    franciscus
frances ~ francisca franciszka ~ francesca ~ françoise ~ franziska
frederick frederic frédéric frederik ~ friedrich ~ federico ~ fryderyk
gabriel ~ gabriele ~ gabor
gabriela gabriella ~ gabrielle
george ~ georg ~ georges ~ jorge ~ giorgio ~ jordi ~ jerzy ~ jiri ~ georgios Γεώργιος ~ giorgos
    Γιώργος ~ gheorghe ~ joris
gerard gérard ~ gerardo ~ gerhard ~ gherardo
gregory ~ gregorio ~ gregor ~ gregoire grégoire ~ grzegorz ~ grigorios grigoris Γρηγόρης
hector hektor héctor ~ ettore
henry henri ~ heinrich ~ enrique ~ enrico ~ henrique ~ henryk henrik ~ hendrik
hugh ~ hugo ~ ugo ~ hugues
ignatius ~ ignacio ~ ignazio ~ ignace ~ ignác
irene irène ~ irena ~ eirini Ειρήνη
isidore ~ isidro ~ isidoro
jacob jakob ~ jakub ~ giacobbe ~ jacobo ~ iakovos Ιάκωβος
james ~ jaime ~ santiago ~ jacques ~ giacomo ~ tiago ~ iago ~ jaume
jerome jérôme ~ geronimo ~ jeronimo ~ girolamo ~ hieronymus
joachim ~ joaquin joaquín ~ joaquim ~ gioacchino
joan ~ juana ~ jeanne ~ giovanna ~ joana joanna ~ johanna ~ ioanna Ιωάννα
john ~ juan ~ jean ~ giovanni ~ joão joao ~ jan ~ johann johan ~ johannes ~ ioannis Ιωάννης ~ yannis
    ~ ion ~ jani ~ janos ~ jovan ~ joan ~ giannis Γιάννης
jonathan jonatan ~ gionata
joseph josef józef jozef jozsef ~ jose josé ~ giuseppe ~ iosif Ιωσήφ ~ josip ~ josep
josephine joséphine ~ josefina ~ giuseppina ~ josefa
julia júlia ~ giulia ~ julie ~ julija ~ ioulia Ιουλία
julian julián ~ julien ~ giuliano ~ juliano
julius ~ julio júlio ~ giulio ~ jules
lawrence ~ lorenzo ~ laurent ~ lorenz ~ laurentius ~ lourenço ~ wawrzyniec
leo ~ leon león léon Λέων ~ leone
leonard léonard ~ leonardo ~ leonhard ~ lennart
louis ~ luis luiz luís ~ luigi ~ ludwig ~ lodewijk ~ lajos ~ ludovico
louise ~ luisa luiza ~ luise ~ luigia
lucas lukas łukasz Λουκάς ~ luke ~ luca ~ luc ~ loukas
lucia lucía lúcia ~ lucie ~ lucy ~ łucja
magdalena magdaléna ~ madeleine ~ maddalena ~ magdalini Μαγδαληνή
marcel ~ marcelo marcello
margaret ~ margarita ~ marguerite ~ margherita ~ margarete ~ małgorzata ~ margit ~ margarida ~
    margareta
mary ~ maria maría Μαρία ~ marie
mariana marianna ~ marianne
mark marc ~ marco ~ marcos markos Μάρκος ~ marcus markus ~ marek
martha marta Μάρθα ~ marthe
martin martín ~ martino ~ martinho ~ marcin ~ márton
matthew ~ mateo matteo ~ mathieu matthieu ~ matthias ~ mateus mateusz mattheus matteus ~ matthäus ~
    matej ~ matthaios Ματθαίος
maurice ~ mauricio ~ maurizio ~ moritz ~ maurycy
maximilian ~ maximiliano ~ massimiliano
michael ~ miguel ~ michel ~ michele ~ michal michał ~ mihai ~ mikael ~ mihaly ~ michalis Μιχάλης
    Μιχαήλ ~ mikel
monica monika mónica ~ monique
natalie nathalie ~ natalia natália
nicholas ~ nicolas nicolás nikolas ~ nicola ~ nikolaus ~ nicolau ~ mikołaj ~ miklos ~ nikolaos
    Νικόλαος ~ niklas ~ niccolò ~ nikos Νίκος
oliver ~ olivier ~ oliverio ~ olivero
patrick patrik ~ patricio ~ patrizio ~ patrice
patricia patrícia ~ patrizia ~ patrycja
paul ~ pablo ~ paolo ~ paulo ~ pavel paweł ~ pau ~ pavlos Παύλος ~ pál
paula ~ paola ~ pavla
peter péter ~ pedro ~ pierre ~ pietro ~ piotr ~ petr ~ pieter ~ petrus ~ petros Πέτρος ~ petru
philip philipp filip ~ felipe ~ philippe filipe ~ filippo ~ philippos Φίλιππος
rachel ~ raquel ~ rachele ~ rahel ~ rachela
raphael rafael raphaël ~ raffaele ~ rafał
raymond ~ raimundo ~ ramon ramón ~ raimondo ~ raimund
rebecca ~ rebeca rebekka
richard ~ ricardo ~ riccardo ~ ryszard ~ ricard
robert ~ roberto
roderick ~ rodrigo
roger ~ rogelio ~ ruggero ~ rüdiger
roland ~ rolando ~ orlando
rose ~ rosa róża
rudolph rudolf ~ rodolfo ~ rodolphe
sebastian sebastián ~ sebastiano ~ sébastien ~ sebastião
sergio sérgio ~ serge ~ sergius
simon simón szymon Σίμων ~ simone ~ simão ~ simeon
sophia sofia sofía zofia Σοφία ~ sophie
stephanie stefanie ~ stefania Στεφανία ~ estefania estefanía
susan ~ susana susanna zuzana zuzanna ~ suzanne
sylvester ~ silvestre ~ silvestro
sylvia silvia sílvia ~ silvie
teresa theresa ~ thérèse therese ~ terezija ~ terezie ~ teresia
theodore ~ teodoro ~ theodor teodor ~ theodoros Θεόδωρος
thomas tomas tomasz tomás thomaz Θωμάς ~ tommaso ~ tomé ~ tamas
timothy ~ timoteo ~ timotheus timoteus ~ timothée
valentine ~ valentin valentín ~ valentino
veronica veronika verónica weronika ~ véronique
victor viktor víctor ~ vittorio ~ vítor
victoria viktoria ~ vittoria vitória ~ victoire
vincent ~ vicente ~ vincenzo ~ vincenz ~ wincenty
virginia virgínia ~ virginie
walter walther ~ gualtiero ~ gauthier
william ~ guillermo ~ guillaume ~ wilhelm ~ guglielmo ~ guilherme ~ willem ~ guillem ~ vilmos
xavier ~ javier ~ saverio ~ xaver
zachary ~ zacarias zacarías ~ zaccaria ~ zacharias ~ zacharie
yolanda iolanda ~ jolanda
dolores ~ dolors
jefferson jeferson ~ yeferson yefferson
yeison yeyson ~ jason ~ jeison ~ jayson
yuliana iuliana ~ juliana ~ giuliana
yesenia yessenia ~ jessenia
jessica jesica ~ yessica yesica
jennifer jenifer ~ yenifer yennifer
kevin kevyn ~ keven
brian bryan ~ brayan braian
stiven ~ steeven ~ estiven
panagiotis Παναγιώτης ~ panayiotis ~ panajotis
sotiris Σωτήρης ~ sotirios
spyros spiros Σπύρος ~ spyridon
stavros ~ Σταύρος
thanasis Θανάσης ~ athanasios Αθανάσιος
evangelia ~ evaggelia ~ Ευαγγελία
anastasios Αναστάσιος ~ anastasis
dimitra Δήμητρα ~ demetra
fotini photini ~ Φωτεινή
"""
