"""Letters of the Armenian script."""

SOURCE = "GeoNames (CC BY 4.0), names of towns and their alternates; own list of names"
TO_CHECK = "a native reader of Armenian"
# Two letters that may spell one sound.
PAIRS = """
ու եւ
"""
# Letters that sound otherwise at the beginning (^) or at the end ($) of a word.
CHANGING = "աեէըիոօ"
# How each is written in Latin letters, the commonest way first, as we learnt it; "-" is not at all.
ROMAN = """
ա=a բ=b,p գ=g,k դ=d,t ե=e,ye զ=z է=e ը=e,y թ=t ժ=zh,j ի=i լ=l խ=kh ծ=ts,dz կ=k,g հ=h ձ=dz,ts
ղ=gh ճ=ch,j մ=m յ=y,h ն=n շ=sh,ch ո=o չ=ch պ=p,b ջ=j,ch ռ=r ս=s վ=v տ=t,d ր=r ց=ts ւ=v փ=p
ք=k օ=o ֆ=f ու=u,ou և=ev
"""
# The letter, its share of all; then spellings in Latin letters, and the share of each. "-" is none.
SHARES = """
ա .10554 a .919 e .033 o .012 u .010 - .006 i .006 a^ .005
ն .07425 n .977 ng .016
ր .06999 r .999
ե .06480 e .871 a .059 i .024 u .009 ie .008
ո .05832 o .909 i .029 o^ .022 a .010 - .007 u .006 eu .005
ի .05203 i .865 y .062 ie .018 - .014 ee .011 e .010 iy .008 i$ .005
ս .04786 s .899 c .032 ce$ .019 x .015 sh .012 z .010 ch .006 ce .004
լ .04425 l 1.000
մ .03564 m .997
ու .03509 u .651 o .074 u$ .069 ou .066 w .028 o$ .026 oo .018 i .016 oe .013 ou$ .008 yu .005 u^ .005 ou^ .005 v .005
կ .03462 k .668 c .219 g .048 qu .024 ck .019 q .013
դ .03333 d .950 t .042 dh .008
տ .03333 t .853 d .114 ch .011 ʧ .011 th .011
ա$ .02712 a$ .910 e$ .034 ah$ .017 ya$ .009 a .007 a^ .007
բ .02694 b .959 p .038
գ .02472 g .770 k .150 h .056 gh .011 h^ .007 gu .005
վ .02398 v .753 w .097 w^ .077 - .021 w$ .015 g .015 b .008 u .006
յ .02092 y .255 - .242 i .241 j .057 y^ .053 e .038 y$ .035 i$ .026 iy .013 h .012 h^ .009 h$ .009 gh .009
հ .01953 h .470 h^ .351 - .155 h$ .014 gu .005 ch .005
պ .01777 p .792 b .208
ա^ .01361 a^ .952 e^ .020 a .014 a$ .014
թ .01305 t .922 th .035 th$ .035 d .007
ո$ .00926 o$ .890 e$ .050 o .020 o^ .020 u$ .010 ow$ .010
ի$ .00917 i$ .549 y$ .293 e$ .061 i .020 i^ .020 ee$ .020 a$ .010 u$ .010 ey$ .010 ui$ .006
- .00832 e$ .390 e .181 s .126 i$ .056 h .056 o .052 a .038 t .022 i .013 j .012 h$ .011 d .011 n .011 i^ .011 c .007
չ .00787 ch .659 ch$ .165 - .072 c .024 ʧ .012 cz .012 q .012 sh .012 ci .012 ce .012 g .011
զ .00759 z .659 s .305 j .037
ռ .00741 r 1.000
ֆ .00704 f .934 ph .053 v .013
խ .00704 kh .368 ch .263 g .132 j .092 ch$ .079 x .026 gh .026 h^ .013
շ .00648 sh .609 ch .143 s .120 ʃ .057 x .029 ch$ .029 sz .014
ք .00648 k .571 c .214 - .100 ck .100 q .014
ե$ .00583 e$ .778 ye$ .032 e .032 a$ .032 e^ .032 ye .032 ye^ .032 je$ .017 ee$ .015
ց .00491 ts .302 c .302 z .208 tz .075 - .057 t .038 q .019
ւ .00343 v .973 b .027
օ^ .00333 o^ .750 au^ .083 o .056 o$ .056 a^ .028 aa^ .028
ի^ .00324 i^ .857 i .057 i$ .057 u^ .029
ջ .00315 j .618 ch .118 g .059 ch$ .059 dj .059 ge .059 c .029
փ .00315 p 1.000
ու^ .00287 u^ .419 w^ .226 ou^ .097 u .065 ou .065 u$ .065 ou$ .065
է^ .00268 e^ .690 e .069 a^ .069 e$ .069 h^ .069 ij^ .034
ղ .00213 gh .652 l .217 gh$ .087 q .043
ժ .00204 zh .409 j .409 ge$ .136 rz .045
ը .00176 e .368 u .105 e$ .105 e^ .105 y .105 y$ .105 y^ .105
ե^ .00139 ye^ .200 e .133 e$ .133 e^ .133 ye .133 ye$ .133 je .133
ը$ .00120 e .154 e$ .154 e^ .154 y .154 y$ .154 y^ .154 i$ .077
է .00111 e .500 e$ .167 e^ .167 a .167
ձ .00093 dz .400 j .400 ts .200
ճ .00093 j .400 ch .300 ch$ .200 g .100
օ$ .00074 o$ .500 o .250 o^ .250
օ .00065 o .429 o$ .286 o^ .286
է$ .00065 e$ .429 e .286 e^ .286
ո^ .00056 o^ .333 o .333 o$ .333
"""
