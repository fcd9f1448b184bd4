"""Short and other forms of names in South Asia, and names by which a house calls its own."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Bengali, one of Urdu, one of Hindi or Punjabi and one of Tamil"

RELATED = """
babu baboo বাবু < babul
bachchu bacchu বাচ্চু < babul
montu মন্টু < monir
mizan < mizanur
mujib < mujibur
rafiq < rafiqul
aziz < azizul
arif < ariful
nur < nurul
zia < ziaur
khair < khairul
ashraf < ashraful
amin < aminul
kamal < kamaluddin
jamal < jamaluddin
siddique < siddiqur
mahbub < mahbubur
hafiz < hafizur
shafiq < shafiqul
shahid < shahidul
zahid < zahidul
saif < saiful
sharif < shariful
tariq < tariqul
shumi < sumaya
mini < mina
moni মনি < monira monir
runu রুনু < runa rina
shilu শিলু < shilpi
ruby রুবি < rabeya rokeya
raju राजू রাজু < rajesh rajinder
vicky विक्की < vijay bikash
sonu सोनू < sunil
pappu पप्पू < pradeep
guddu गुड्डू < gulab
bablu बबलू < babul
manu < manoj mandeep
"""
