"""Short and other forms of names in Iran and Afghanistan."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Dari, one of Persian and one of Pashto"

RELATED = """
mamad mammad mamal ممد < muhammad
hossi < hussein
mehri < mehrnoosh mehrdad
ebi ابی < ibrahim
fati فاطی < fatima
zari < zahra zarmina
masi < masoumeh
esi esmal < ismail
mosi < mustafa
mori < morteza
naji < najibullah najia
mahmad mamat < muhammad
nazi < nazanin nazila
nilu < niloufar
shokri < shukria
sami < samiullah
hamid < hamidullah
rahmat رحمت < rahmatullah
qudrat < qudratullah
hayat < hayatullah
najib < najibullah
habib < habibullah
asad < asadullah
aziz عزیز < azizullah
esmat عصمت < esmatullah
faiz فیض < faizullah
nemat نعمت < nematullah
zabi < zabihullah
ruhi < rohullah
sharif < sharifullah
shafiq < shafiqullah
aman < amanullah
naqib نقیب < naqibullah
obaid < obaidullah
enayat عنایت < enayatullah
karim < karimullah
noor < noorullah
"""
