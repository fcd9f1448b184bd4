"""Names of families in West Africa, in French and English spelling."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Wolof, one of Fula, one of Bambara and Mandinka, one of Hausa"

FAMILIES = """
ba با bah bâ baah
balde بالدي baldeh baldé baldy
barry باري bari barrie
bojang bodjang
camara كمارا كامارا kamara kamarah camarah
cisse سيسي ceesay sesay cissé sissay cissay sissé ceessay
conde كوندي condé kondeh konde kondé
conteh كونتي konte conté kontey contay konté
coulibaly كوليبالي kulibaly coulibali kulubali coulibally culibali
dabo daboh daboe
darboe darbo
diaby jabbie jabie djabi diabi jaby
diagne jagne diagn
diakite دياكيتي jakite diakité djakite jakité jakiteh
diallo jallow jalloh dialo djalo jalo diallow jallo djallo ዲያሎ Диалло ديالو
diarra ديارا jarra jara diara djara
diatta jatta jata diata djata
diawara jawara diawarra jawarra djawara diaoura
dieng jeng dyeng djeng
diop ديوب jobe diob job dyop jopp
diouf joof juf jouf
dramé درامي drammeh drame darameh drammé
fall faal phall
fofana فوفانا fofanah fofanna
faye fay
gassama gasama
gaye gai
gueye gaye guèye gay geye
jammeh diamé diame jameh djame diammeh
jawo diao diaw jaw jow diawo djau
kaba kabba kabah
kane kan kanneh kanh
kante كانتي kanteh kanté kanthe
keita كيتا keitah kéita keyta
kebe kébé kebbeh kebeh
koita koité koïta koyta
kone كوني koné koneh konneh
kourouma kuruma koroma kurouma
konate كوناتي konateh konaté
kouyate kuyateh kouyaté kuyate
ly lih
mané mane manneh maneh manne
mballo mballow embalo
mbaye mbye mbay mbai embaye
mbow mbo mboh
mendy mendi mendis
ndao ndow ndaw
ndiaye نداي انداي njie ndiay njai ndjay njay njaye ndjaye n'diaye
ndong ndongue
ndour ndure ndur n'dour
niang nyang niangue
niass niasse nyass
saho sahoh
sakho sako sacko saccoh sakko
sall sal saal
samb samba
sane saneh sané sanneh sanne
sangare sangareh sangaré sankareh sangary
sanogo sanoko
sanyang sagna sanian
sarr saar sar
seck sekh sek
seye sey sèye
sidibe سيديبي sidibeh sidibé sidibey
sissoko سيسوكو sissokho sisokho sissoco sissoho
sonko sonkho sonco
sow سو so sowe
suso souso sousso
sy sie sih
sylla سيلا silla sillah syllah syla
tall tal taal
tambadou tambedou tambadu
thiam cham tham thiame chiam
thioune choun chune
tounkara tunkara toungara
touré توري touray turay toure toureh tourey turé
traore تراوري تراوريه trawally traoré trawalle traouré trawallie traorè traori
wade wad
wague waggeh wagué waggué
yade
ouedraogo ouédraogo wedraogo ouedrago
sawadogo savadogo sauadogo
compaore compaoré kompaore
kabore kaboré kabbore
zongo zongho
nikiema nikièma
ouattara watara wattara ouatara
bamba bambah
soro sorho
mensah mensa
owusu owousou
boateng boaten boating
"""
