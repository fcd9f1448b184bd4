"""Short forms of European names."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Spanish, one of Portuguese, one of Italian and one of Greek"

RELATED = """
alex alec < alexander alexandra aleksandra alejandro alejandra alexandre alessandro alessandra
sandro < alessandro alexandre
sandra < alexandra alessandra
alek < alexander
ale < alejandro alejandra alessandro alessandra
xandra < alexandra
andy andi < andrew andreas andres
drew < andrew
toni tony tonio toño < anthony antonio antoine anton antonia
bart < bartholomew bartosz
ben benny < benjamin benedict
beto < roberto alberto
berto < roberto alberto
betty beth liz lisa lizzy lizzie eliza elsbeth betti < elizabeth
bill billy will willy liam < william wilhelm
bob bobby rob robby < robert
cata < catalina
cathy kathy kate katie kati kathi < catherine katharina
charlie charly chuck < charles carlos
chema < jose
chris kris < christian christopher christina christine
tobal < cristobal
chuy < jesús
concha conchita < concepción concepcion
dan danny dani < daniel daniele
dave davey < david
ed eddie eddy edi < edward edmund eduardo eduard
ted teddy < edward theodore
ellie < eleanor elena
fede < federico
fred freddy fritz freddie < frederick friedrich alfred alfredo
paco pancho kiko curro paquito fran < francisco
fanny < frances françoise stefanie
paca paquita < francisca
gabi gaby < gabriel gabriela
guille memo < guillermo
gigi gino < luigi
beppe peppe < giuseppe
pepe pepito < jose
joe joey < joseph
sepp seppl jupp < josef
harry hank < henry
heinz < heinrich
quique kike < enrique
hansi hans hannes < johannes johann
jack johnny jon jhon jhonny < john
juanito juancho < juan
gianni nanni vanni < giovanni
jim jimmy jamie < james
jacky < jacques
jake < jacob
jorgito < jorge
jurgen jürgen juergen < georg
costas kostas dinos Κώστας < konstantinos constantine
larry < lawrence
renzo < lorenzo
leni < helene magdalena
leo < leonard leonardo
lola lolita < dolores
lucho < luis
lupe lupita < guadalupe
maggie peggy meg greta grete gretel margot rita < margaret margarete margherita margarita
lena madalena < magdalena
manolo manu manny lolo < manuel emmanuel
manolis Μανώλης < emmanouil
maruja marita mari mariella mitzi < maria
molly polly < mary
matt mat < matthew matthias
mike mick micky mickey < michael
mimmo < domenico
miki < michael mikel
nacho < ignacio
nick nicky niko nico klaus < nicholas nicolas nikolaus nicola
ninetta < anna
pat paddy < patrick
patty < patricia
pete pit < peter
perico < pedro
phil < philip
rafa raffa < rafael raffaele
ray moncho monchi < raymond ramon
rich rick ricky dick richie < richard
sam sammy < samuel solomon
seb basti < sebastian
steve stevie < stephen steven
steffi steffie < stephanie
sue susi suzie < susan susanna
tere teresita resi < teresa
tim < timothy
tom tommy tomi < thomas
vicky vicki < victoria
vic < victor
vince < vincent
enzo cenzo < vincenzo lorenzo
yannick yann < jean
xavi javi < xavier javier
zé zeca < jose
zezé < jose
theo < theodore theodoros
thodoris Θοδωρής < theodoros
takis mitsos < dimitrios
panos Πάνος < panagiotis
akis < dimitrios
santi chago < santiago
chabela isa bela < isabel
nati < natalia
"""
