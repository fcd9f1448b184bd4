"""Signs of the Ethiopic script, as a consonant and the vowel of its order (₀ to ₆)."""

SOURCE = "geezorg/data (CC BY-SA 4.0), single names; GeoNames (CC BY 4.0), towns; own list of names"
TO_CHECK = "native readers of Amharic and Tigrinya"
# Two letters that may spell one sound.
PAIRS = ""
# Letters that sound otherwise at the beginning (^) or at the end ($) of a word.
CHANGING = "₀₁₂₃₄₅₆"
# How each is written in Latin letters, the commonest way first, as we learnt it; "-" is not at all.
ROMAN = """
ሀ=h ለ=l መ=m ረ=r ሰ=s ሸ=sh ቀ=q,k በ=b ቨ=v ተ=t ቸ=ch ነ=n ኘ=gn,ny አ=- ከ=k ኸ=kh,h ወ=w ዘ=z ዠ=zh የ=y
ደ=d ጀ=j ገ=g,gh ጠ=t ጨ=ch ጰ=p ጸ=ts,s ፈ=f ፐ=p ₀=e,a ₁=u ₂=i ₃=a ₄=e,ie ₅=-,i ₆=o
"""
# The letter, its share of all; then spellings in Latin letters, and the share of each. "-" is none.
SHARES = """
₀ .11589 e .427 a .366 a^ .136 o .025 - .020 gn .005 i .005 u .004
₅ .10752 - .660 e .229 i .095 a .009
₅$ .07771 - .941 e$ .040 ch$ .011
₃ .06053 a .923 aa .035 e .019 - .010 o .004
ረ .04410 r 1.000
መ .04309 m .995
ሰ .04179 s .986 c .008 th .004
ነ .03892 n .998
ለ .03725 l .983 - .017
አ .03457 - .868 e^ .081 i^ .015 c .014 a^ .012
ደ .03142 d .972 t .017 dh .005
በ .03106 b .988 p .010
₂ .03073 i .711 e .087 i^ .051 - .045 ee .033 ii .030 e^ .019 a .011 y .007
ተ .02902 t .980 th .017
የ .02819 y .419 i .184 y^ .136 y$ .102 - .098 i$ .024 i^ .016 j .014
₃$ .02534 a$ .874 aa$ .039 ah$ .037 e$ .017 o$ .011 ya$ .006 eh$ .005
ሀ .02437 h .533 h^ .357 h$ .034 - .025 x .022 a .007 kh .005 ch .005
₁ .02076 u .701 ou .072 e .055 o .052 i .044 oo .016 u^ .014 o^ .014 - .009 ou^ .006
ገ .01949 g .908 gh .078 gu .005 ge .004
₆ .01821 o .908 o^ .024 a .014 oo .014 e .010 u .009 io .005
ወ .01577 w .459 w^ .304 w$ .073 u .048 - .035 ou .019 v .018 u^ .013 aw$ .008 ew$ .007 u$ .006
ከ .01489 k .842 c .071 ch .034 kh .027 q .011 h^ .005
ፈ .01434 f .964 ph .027 ph$ .008
ቀ .01103 q .532 k .439 c .021 qu .008
₄ .01068 e .742 e^ .056 ie .044 i .036 a .020 ai .018 ey .018 ee .014 ei .014 ay .011 - .006 i^ .005
ዘ .00871 z .934 s .051 d .004 dh .004
₄$ .00789 e$ .726 ie$ .164 - .030 i$ .022 y$ .014 ee$ .012 a$ .007 ye$ .005 eh$ .005
₀$ .00669 e$ .526 a$ .277 ie$ .115 - .051 i$ .013 eh$ .009
₂$ .00653 i$ .782 y$ .112 e$ .036 ie$ .036 - .012 ye$ .008 ay$ .006
ሸ .00650 sh .677 sh$ .243 ch .045 ʃ .021 s .014
ጠ .00566 t .983 d .017
₁$ .00523 u$ .904 ou$ .059 o$ .018 w$ .007 oo$ .007
- .00517 e .437 u .124 l .120 a .105 y .052 n .048 i .031 w .025 o .019 d .015 h .012 c .005
ጀ .00483 j .786 dj .085 c .058 g .055 ja .015
ጸ .00350 ts .560 s .438
₆$ .00343 o$ .967 oo$ .011 ow$ .007 oh$ .006
ቸ .00269 ch .835 ch$ .145 ʧ .014 c .005
ጨ .00214 ch .820 ch$ .149 c .029
ኘ .00124 gn .796 n .200
ኸ .00099 kh .367 k .362 h^ .087 h .048 c .039 ch .039 q .019 x .019 h$ .010 kh$ .010
ፐ .00094 p .959 b .041
ቨ .00070 v 1.000
ጰ .00037 p .897 b .103
ዠ .00008 z .875 zh .125
"""
