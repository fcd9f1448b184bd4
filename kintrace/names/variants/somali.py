"""Names of Somalia.

Those that come from Arabic stand with the Arabic ones, Somali spellings included.
"""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Somali"

SAME = """
abdi cabdi abdie ዓብዲ አብዲ
abshir absher abshiir abshire
abukar abokor abuukar abucar አቡካር
aden adan aadan adem aaden ኣደን አደን
afrah afrax
amal amaal
anab canab caanab
ardo cardo
asad
awale cawaale awaale awalle
awil cawil awiil
awo cawo
aweys aways aweis awes caways uweis uways
ayan ayaan
barkhad barkhat barqad barkad
barre bare barri baare
barwaaqo barwako barwaqo
bile biile
biixi bihi bixi
bishaar
cawad awad cawed
cige ige cigge
cilmi ilmi elmi cilmii
dahabo dahaba
dahir daahir dahar daaher
deeqa deqa deka deeka
deeq deq
diiriye diriye diriyeh dirie deria
dini diini
dualeh ducaale duale ducale du'ale
egal cigaal igal
ebyan ebiyan
elmi
faarax farah farax faarah farrah
fardowsa fardosa fardousa
farhan farhaan farxaan farxan
farhiya farxiya farhia farhiyo
fartun fartuun fartoun fartuna
fawziya fawsiya foosiya fowsiya fauzia fosia
gedi geedi guedi geddi
geelle gelle gele guelleh geele
guled guuleed gouled guleed
gacal
hibo
hilowle hiloule
hirsi xirsi hersi hirse
hodan hoodan hodhan
habiba xabiiba habibo
hawa xaawo xawo hawo hawwa haawa
hamdi xamdi
hufan hufaan
hibaq hibak hibaaq
ifrah ifraax ifraah
idil iddil
ilhan
jama jaamac jaama djama giama jamac
jibril jibriil djibril jibreel
kaltum kaltuun kaltun kaltoum
khadra qadra khadro kadra
khadar kheder khadir
ladan laadan
liban liiban libaan
liin
luul lul lool
magan magaan
mahad
maryam maryan maryama maryaan
mahmoud mohamud maxamuud mahamud mohamoud mahamoud mohamuud
muhumed muxumed muhumad muhumud
mona muna muuna
mursal mursaal
nasra naasra nasro
naima nacima naciima
nimo nimco nima nimca
nur nuur nour
nuurta nurta
olad
osob cosob
qali qaali
qamar
rage raage ragge raghe
robleh rooble roble roobleh rowble
roda
rahma raxma rahmo raxmo raahma
sacdiyo sadiya saadiya sadio sacdiya
sagal sagaal
sahal sahl
sahra saahra sahara
samatar samater samantar
sharmarke sharmaarke sharmake
shamis shamso shamsa
shire shirie shiire shirre
shukri
sugule sugulle suguule
zuleikha suleekha zuleykha zulaikha suleqa suleikha
ubah ubax ubaah oubah
ugaas ugas ougas
warsame warsama ouarsama warssame
waris waaris
xaali
xasna hasna hasno
yurub yuruub
yusur yusra yusro
zamzam samsam sansam zemzem
"""

FAMILIES = """
sheikhdon shekhdon
"""
