"""Letters of the Georgian script."""

SOURCE = "GeoNames (CC BY 4.0), names of towns and their alternates; own list of names"
TO_CHECK = "a native reader of Georgian"
# Two letters that may spell one sound.
PAIRS = ""
# Letters that sound otherwise at the beginning (^) or at the end ($) of a word.
CHANGING = "აეიოუ"
# How each is written in Latin letters, the commonest way first, as we learnt it; "-" is not at all.
ROMAN = """
ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p,f ქ=k
ღ=gh,g ყ=q,k შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh,h ჯ=j ჰ=h
"""
# The letter, its share of all; then spellings in Latin letters, and the share of each. "-" is none.
SHARES = """
ა .10959 a .972 e .007 - .006 u .005
ი$ .07881 - .763 i$ .109 e$ .054 y$ .044 s .010 ee$ .005 ie$ .004
რ .07149 r 1.000
ნ .06577 n .976 ng .011 m .007 gn .005
ი .06410 i .768 y .094 - .053 ie .017 j .015 iy .012 e .011 ee .010 a .006 h .006
ე .05742 e .858 a .071 i .018 o .012 ai .008 u .007 je .006 ie .005
ო .04843 o .935 - .015 i .015 a .011 au .005
ლ .04565 l .993 - .007
ს .03897 s .854 c .058 z .049 x .014 ch .008 sz .006 ce$ .006 sh .005
კ .03897 k .527 c .366 qu .045 ck .037 q .016 ch .006
მ .03698 m 1.000
ტ .03634 t .986 ch .007 th .005
უ .03595 u .790 o .076 ou .053 oo .026 w .020 ow .009 u^ .007 - .005 u$ .004 oe .004
ა$ .03117 a$ .945 e$ .018 z .009 a .008 a^ .005 ah$ .005
დ .02927 d .988 t .008 dh .004
ბ .02775 b .994 f .006
ვ .02457 v .806 w .110 w^ .052 w$ .013 u .013 b .006
გ .02402 g .925 h .033 gh .019 gu .016
პ .01519 p .995 b .005
ჰ .01097 h .600 h^ .355 h$ .043
ო$ .01042 o$ .885 a$ .023 e$ .023 o .023 o^ .015 u$ .008 y$ .008 au$ .008 ow$ .008
ა^ .01018 a^ .969 a .016 a$ .016
ზ .00843 z .698 s .264 a$ .038
შ .00771 sh .453 s .268 ch .144 sh$ .041 - .027 ʃ .021 sz .021 x .010 z .010 o$ .004
თ .00740 t .852 th .085 th$ .063
ე$ .00692 e$ .919 e .023 e^ .023 o$ .011 ey$ .011 r .011
ფ .00684 f .814 p .116 ph .058 w^ .012
- .00650 h .176 i$ .167 e .159 o .105 d .083 l .073 t .069 s .062 i .025 h^ .016 g .015 u .015 e$ .014 j .013 z .008
უ$ .00501 u$ .683 o$ .254 u .032 u^ .032
ი^ .00501 i^ .587 y^ .238 j .079 i .032 i$ .032 e^ .016 - .016
ც .00469 c .424 ts .288 z .136 tz .085 t .034 ch .033
ხ .00461 kh .379 j .310 ch .086 h^ .069 g .052 h .034 h$ .034 x .017 ch$ .017
ჩ .00453 ch .789 ch$ .088 c .035 k .035 cz .035 ce .018
ქ .00414 k .751 - .115 c .058 ck .019 g .019 ch .019 kh .018
ო^ .00318 o^ .825 o$ .050 o .050 a^ .025 aa^ .025 au^ .025
ე^ .00310 e^ .795 e .059 e$ .051 ye^ .051 o^ .026 h^ .018
ჯ .00310 j .641 g .110 dj .077 ge$ .069 c .051 zh .051
უ^ .00207 u^ .538 w^ .308 u .077 u$ .077
ჟ .00175 zh .455 j .318 g .049 - .046 z .045 rz .045 ge$ .042
ღ .00127 g .563 gh .312 gh$ .125
ყ .00072 k .667 q .333
ძ .00064 dz .500 j .375 z .125
ჭ .00040 ch .600 ch$ .400
"""
