"""Short and other forms of names in Eritrea, Ethiopia and Somalia."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Tigrinya, one of Amharic, one of Somali and one of Oromo"

RELATED = """
addis ~ haddis
hadish ~ hadush
zewdu ~ zewde
abi አቢ < abiy abebe
abrish < abrha abraham
aby < abebe abiy
biniye biny < biniam
bini ቢኒ < biniam
dani ዳኒ < daniel
dave dawi < dawit
emu < amanuel
eyerus እየሩስ < eyerusalem
eyerusa < eyerusalem
fili < filmon
fre ፍሬ < freweyni frehiwot
gech ጌች < getachew getahun
getu ጌቱ < getachew getahun
ghide < kidane
jerry jery ጄሪ < eyerusalem
jossi josi yossi yosi ዮሲ < yosef
joni jony < yohannes yonas
kiya < kiros
kidu ኪዱ < kidane kidus
kokeb < kokob
lidu < lidya
meri < meron
mesi mesy መሲ < meseret
miki miky ሚኪ < michael mikias
mimi < meron
mulye mule < mulugeta mulu
nati naty ናቲ < natnael
nebi < nebiyu
rahu < rahwa rahel
robi roby < robel
sabi < saba
sami samy < samuel samson
sele < selam selamawit
seli < selam
sol < selemon
sosi < sosina
teddy tedi tedy ቴዲ < tedros tewelde
tekie tekhie ተኪኤ < tekle tekleab
temu < temesgen
tigi ትጊ < tigist
tsegu < tsegay
weldish < woldu
wende ወንዴ < wondwosen wondimu
yoni yony ዮኒ < yonas yohannes yonatan
yordi yordy ዮርዲ < yordanos
zera zere < zerai zeresenay
abdulle cabdulle < abdullah
faadi < fatima
maxad < muhammad mohamud
tesfai ~ tesfa
hirut ~ herut
kiflay ~ kifle
girma ~ ghirmay
zewdi ~ zewditu
zewde ~ zewditu
mulu ~ mulugeta
selam ~ selamawit
nigisti ~ nigist
alem ~ alemayehu
alem ~ alemitu
tadesse ~ tadelech
zerai ~ zeresenay
tewelde ~ teweldebrhan
tewelde ~ teweldemedhin
"""
