"""How common the commonest name words are: two people of a rare name are one more easily.

Own estimates from common knowledge, to be replaced by counts of the live base: per mille of those
who bear the word anywhere in their name, in the region where it is commonest. The Persian rows are
rounded from the frequencies of github.com/nabidam/persian-names (MIT licence, copyright its
author), which counts given names in Iran; a double name counts for both of its halves.
"""

from functools import cache

from kintrace.names.remembering import remembered
from kintrace.names.variants import classes_of

SOURCE = "own estimates; Persian rows from nabidam/persian-names (MIT)"
TO_CHECK = "counts of the live base, as soon as there are enough"

PER_MILLE = {
    "Arab countries": """
muhammad 160 ahmad 75 ali 55 hassan 40 hussein 38 mahmoud 28 ibrahim 28 khaled 22 omar 20 yusuf 20
abdullah 28 abdurrahman 16 mustafa 18 said 16 ismail 12 saleh 14 salem 10 osman 10 karim 7 samir 8
jamal 8 suleiman 10 abdulkader 5 abdulaziz 5 hamza 7 bilal 5 amir 5 rashid 5 adel 5 tariq 6 musa 9
isa 7 yasin 5 yasir 4 nasir 6 fatima 30 maryam 16 aisha 14 zaynab 11 khadija 9 amina 9 zahra 6
halima 5 layla 6 nur 10 huda 5 iman 6 samira 5 sara 9 salma 5 rania 3 mona 5 haddad 3 khatib 3
halabi 2 masri 3 shami 2 tamimi 2 khalil 7 hamid 7 jasim 5 kazim 3 abbas 6 haidar 4 jabbar 3 daoud 5
""",
    "Eritrea and Ethiopia": """
tesfai 22 haile 18 gebre 12 abraham 14 yohannes 15 mehari 8 berhane 12 tekle 11 kidane 11 solomon 12
daniel 14 samuel 12 michael 10 yonas 9 filmon 6 robel 6 dawit 11 mulugeta 5 getachew 6 abebe 9
kebede 8 bekele 8 tadesse 8 girma 8 ghirmay 8 hagos 8 kahsay 5 gebremariam 5 gebremeskel 4
gebremedhin 4 woldemichael 4 weldu 5 habtom 5 kibrom 4 bereket 5 amanuel 6 tsegay 8 tsehay 6 almaz 5
selam 8 hana 6 helen 6 senait 5 letebrhan 3 freweyni 3 meron 5 saba 5 rahel 5 hiwet 6 mihret 4
genet 4 zerai 4 negash 4 alem 6 desta 4 mengistu 4 muhammad 45 ahmad 25 ali 20 fatima 9
""",
    "Somalia": """
muhammad 190 ahmad 95 ali 90 hassan 75 abdi 60 hussein 50 abdullah 40 omar 38 ibrahim 35 yusuf 32
osman 30 abdirahman 28 mohamud 38 aden 24 nur 28 farah 22 jama 18 warsame 14 abukar 12 ismail 18
isa 14 dahir 8 hirsi 8 elmi 8 sheikh 6 fatima 22 maryan 20 halima 18 amina 16 hawa 14
kaltum 6 sahra 10 khadra 8 hodan 8 ayan 7 ifrah 5 deeqa 4
""",
    "Iran": """
fatima 62 zahra 44 muhammad 85 ali 60 reza 48 hussein 40 mahdi 28 maryam 23 amir 25 masouma 13
zaynab 12 hassan 11 marzia 9 abolfazl 9 mohsen 8 zohreh 7 leyla 7 ahmad 7 tahera 6 abbas 6 sumaya 6
saeed 6 sakina 5 ruqayya 5 morteza 5 narges 5 mustafa 5 khadija 5 majid 5 mojtaba 5 elham 4
mahmoud 4
hamid 8 akram 4 javad 9 batoul 4 ibrahim 4 masoud 3 sara 3 farzana 3 hosseini 20 ahmadi 18
mohammadi 20 rezai 14 karimi 12 moradi 10 jafari 10 rahimi 8
""",
    "Afghanistan": """
muhammad 170 ahmad 80 ali 60 abdullah 30 khan 90 gul 25 jan 40 rahim 16 karim 16 nur 20 hussein 35
reza 28 sayed 40 ghulam 30 mahdi 14 hamid 16 wahid 10 najib 8 najibullah 6 farid 8 zabihullah 5
rahmatullah 7 nematullah 5 hayatullah 4 amanullah 4 fatima 25 zahra 20 maryam 16 masouma 8 ahmadi 22
mohammadi 24 hosseini 22 rahimi 14 karimi 12 rezai 16 haidari 12 noori 10 amiri 8 sharifi 7 jafari 8
alizada 7 akbari 7 rasouli 6 nazari 8 stanikzai 4 ahmadzai 8
""",
    "Pakistan, India, Bangladesh": """
muhammad 150 ahmad 50 ali 60 khan 80 hussein 50 islam 55 rahman 60 begum 40 akter 30 khatun 30
hossain 45 alam 22 miah 25 uddin 30 haque 16 ahmed 40 bibi 30 singh 60 kaur 30 kumar 50 iqbal 12
hasan 25 abdul 25 karim 10 rahim 8 sheikh 14 sarkar 10 chowdhury 9 das 16 roy 8 shah 14 jahan 8
rafiq 7 shafiq 5 kamal 8 jamal 6 fatima 14 ayesha 12 nasreen 6
""",
    "Ukraine and Russia": """
aleksandr 42 sergei 38 vladimir 30 andrei 30 aleksei 24 dmitrii 26 nikolai 22 ivan 26 yurii 18
mikhail 18 viktor 20 oleg 14 igor 16 vasilii 12 maksim 14 roman 12 yevgenii 16 anatolii 12 pavel 12
petr 10 bogdan 8 artem 12 denis 9 ruslan 8 vitalii 10 elena 34 olga 30 tatiana 28 natalia 30
irina 28
svetlana 24 anna 24 maria 22 ekaterina 18 lyudmila 18 galina 16 nadezhda 12 oksana 12 yulia 16
anastasia 16 lyubov 9 valentina 14 nina 9 viktoria 12 ivanov 5 shevchenko 4 melnyk 4 kovalenko 3
bondarenko 3 popov 3 boiko 3 tkachenko 3
""",
    "West Africa": """
diallo 40 bah 22 barry 16 sow 18 camara 22 traore 22 keita 16 toure 14 coulibaly 18 diarra 12
cisse 12 kone 14 konate 8 sylla 10 conde 8 ndiaye 18 diop 16 fall 12 ba 16 sarr 8 faye 8 gueye 8
jammeh 5 balde 9 sidibe 8 fofana 8 konte 6 dramé 6 sissoko 5 mamadou 50 moussa 26 ibrahima 28
ousmane 22 oumar 18 amadou 24 abdoulaye 22 aboubacar 16 alpha 12 lamine 14 souleymane 10 modou 10
boubacar 14 seydou 8 issa 9 fatoumata 28 aminata 18 mariama 20 aissatou 18 fatou 18 kadiatou 10
awa 9 binta 8 hawa 7 ouedraogo 9 sawadogo 5 kouassi 6 kouame 6 kouadio 4 adama 10
""",
    "Kurds and Turks": """
mehmet 40 ahmet 32 mustafa 32 ali 40 hüseyin 26 hasan 28 ibrahim 20 ismail 14 osman 12 yusuf 14
murad 12 ömer 12 ramazan 9 halil 9 süleyman 9 fatma 30 ayşe 28 emine 18 hatice 16 zeynep 16
elif 10 meryem 8 yılmaz 14 demir 9 azad 6 aram 5 rojin 3 berivan 3 dilan 4
""",
    "Latin America and Iberia": """
jose 60 maria 70 juan 45 luis 35 carlos 32 antonio 26 manuel 22 francisco 22 pedro 18 jorge 18
ana 22 carmen 12 rosa 14 garcia 34 rodriguez 34 gonzalez 30 hernandez 28 lopez 28 martinez 28
perez 24 sanchez 20 ramirez 16 silva 24 santos 18 gomez 16 fernandez 14
""",
    "Georgia, Armenia, Greece": """
giorgi 40 nino 30 davit 20 mariam 20 ana 18 levan 12 armen 14 hovhannes 12 gevorg 10 georgios 40
maria 45 konstantinos 25 dimitrios 25 ioannis 28 nikolaos 25 eleni 25
""",
    "Israel": """
david 14 moshe 12 yosef 14 abraham 10 sarah 10 miriam 7 cohen 19 levy 11 yaakov 9 itzhak 7
""",
}


@remembered
def share(word: str) -> float:
    """The share of people who bear it where it is commonest: of "Maxamed" 0.19, of "Zerom" 0."""
    return max((_shares().get(name, 0.0) for name in classes_of(word)), default=0.0)


@cache
def _shares() -> dict[int, float]:
    """Of each name, by number, the greatest share that a region gives to one of its spellings."""
    shares: dict[int, float] = {}
    for table in PER_MILLE.values():
        cells = iter(table.split())
        for word, per_mille in zip(cells, cells, strict=True):
            for name in classes_of(word):
                shares[name] = max(shares.get(name, 0.0), int(per_mille) / 1000)
    return shares
