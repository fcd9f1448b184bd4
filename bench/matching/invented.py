"""Rare family names by the thousand, put together of syllables that are written by hand rules.

A list of fifty families would make strangers of one name out of a million people. Each syllable
stands once in its script and once as desks hear it; nothing of it comes from the sheets by which
names are compared.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Of each language: beginnings, middles and ends of a family's name, native and Latin spellings.
SYLLABLES = {
    "slavic": (
        "Бон=Bon Гар=Har/Gar Дуб=Dub Жад=Zhad/Jad Зел=Zel Кор=Kor Лев=Lev Мір=Mir Нос=Nos Пет=Pet "
        "Руд=Rud Сав=Sav Тим=Tym/Tim Холод=Kholod/Holod Цар=Tsar/Zar Чум=Chum Шев=Shev Яр=Yar/Iar "
        "Вов=Vov Біл=Bil Гул=Hul/Gul Крив=Kryv/Kriv Лаг=Lah/Lag Мос=Mos",
        "а=a о=o и=y/i у=u е=e ан=an ов=ov ин=yn/in ар=ar ун=un",
        "енко=enko ський=sky/skyi/skij чук=chuk ук=uk ак=ak ик=yk/ik ець=ets/ec юк=iuk/yuk",
    ),
    "persian": (
        "باغ=Bagh دار=Dar شیر=Shir گل=Gol/Gul مهر=Mehr نیک=Nik پور=Pur/Pour تاج=Taj زر=Zar کوه=Koh "
        "لاله=Lala/Laleh سپه=Sepah روش=Rosh/Rush بهار=Bahar آذر=Azar فرخ=Farrokh/Farukh جان=Jan",
        "ا=a ی=i ان=an ست=est/ist بان=ban گر=gar یار=yar",
        "زاده=zada/zadeh پور=pur/pour نیا=nia زی=zai/zay ی=i یان=yan/ian وند=wand/vand خیل=khel",
    ),
    "west_african": (
        "Ka=Ka/Ca Du=Du/Dou Ma=Ma Sa=Sa Ba=Ba To=To Nya=Nya/Nia So=So Gbe=Gbe Wa=Wa/Oua Ye=Ye "
        "Ki=Ki/Qui Lo=Lo Fo=Fo Tam=Tam Kon=Kon/Con Bol=Bol San=San Dem=Dem Zou=Zou/Zu",
        "ra=ra ma=ma li=li na=na bu=bu/bou ko=ko/co du=du/dou gba=gba nde=nde se=se",
        "ré=re/ray té=te/teh ba=ba ya=ya/ia la=la ni=ni go=go mou=mou/mu dji=dji/ji kou=kou/ku",
    ),
    "bengali": (
        "বা=Ba চা=Cha গো=Go হা=Ha জা=Ja কা=Ka মা=Ma না=Na পা=Pa রা=Ra সা=Sa/Sha তা=Ta শি=Shi/Si "
        "ভা=Bha খো=Kho দে=De লা=La ধা=Dha মু=Mu/Moo",
        "র=r/or ল=l/ol ন=n/on রি=ri লু=lu/loo নি=ni কা=ka তি=ti জু=ju/zu হি=hi",
        "দার=dar/der কার=kar/ker পাল=pal লী=li/ly ন্দা=nda ইয়া=iya/ia নাথ=nath পুরী=puri/poori",
    ),
}


def families(language: str, half: str, many: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """So many family names: as written at home, and as desks write them; each half has others."""
    if language not in SYLLABLES:
        return
    dice = random.Random(f"families {language} {half}")  # noqa: S311 - no secret
    heaps = [[_cut(each) for each in heap.split()] for heap in SYLLABLES[language]]
    for number in range(many):
        parts = [dice.choice(heap) for heap in heaps]
        if number % 3 == 0:
            parts.insert(1, dice.choice(heaps[1]))
        native = "".join(each for each, _ in parts)
        heard = tuple("".join(dice.choice(latin) for _, latin in parts) for _ in range(3))
        yield native, tuple(dict.fromkeys(("".join(latin[0] for _, latin in parts), *heard)))


def _cut(text: str) -> tuple[str, tuple[str, ...]]:
    native, _, latin = text.partition("=")
    return native, tuple(latin.split("/"))
