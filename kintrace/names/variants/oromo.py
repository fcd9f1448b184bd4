"""Oromo names."""

SOURCE = "own compilation from common usage"
TO_CHECK = "a native reader of Oromo"

SAME = """
abdisa abdiisaa abdissa አብዲሳ
bedada badhaadhaa badada በዳዳ
bekelech beqelech በቀለች
dinku dinqu dinquu ድንቁ
feyisa fayyisaa feyissa fayisa ፈይሳ
fayine faayinee
gadisa gaddisa gaaddisaa ጋዲሳ
hunde hundee hundie ሁንዴ
ifa ifaa iffa ኢፋ
ibsa ibsaa ኢብሳ
jaleta jalata jallata jaalataa ጃለታ ጀለታ
kedir qedir kadir qadir kedhir ከድር ቀድር
kena qannaa
kuma kumaa qumaa ኩማ
kumsa kumsaa ኩምሳ
lalise lalisee lelise lalisaa ላሊሴ
lelisa leelisaa ሌሊሳ
megersa magarsa magarsaa megarsa መገርሳ
merga margaa marga መርጋ
meti meetii ሜቲ
mosisa moosisa mosissa ሞሲሳ
nagasa nagasaa negassa negasa nagaasaa ነጋሳ
olana olaanaa ollana ኦላና
oljira olijira oljirra ኦልጅራ
regassa ragasa regasa raggasaa ረጋሳ
robe roobee robé ሮቤ
shanko shanqo
sena seenaa seena ሰና
siifan sifan siffan ሲፈን
tadelech taddelech ታደለች
tariku tarikou ታሪኩ
tufa tuufaa ቱፋ
terfa tarfa tarfaa ተርፋ
terefe terefa tarafe ተረፈ
tulu tulluu tullu ቱሉ
wakjira wakgira waaqjiraa waqjira wakijira ዋቅጅራ ዋቅጂራ
waktola waaqtolaa waqtola ዋቅቶላ
wario waarioo wariyo wariyyoo ዋርዮ
"""
