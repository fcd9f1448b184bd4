"""Names of two halves, written one way: `joined` for what is one name, `halves` for what is two."""

import re
from functools import cache

from kintrace.names.folding import fold, script_of
from kintrace.names.particles import doubles, folded, geez, joints
from kintrace.names.remembering import remembered

# What stands between Abd and the attribute: Abd-ul-, Abd-er-, Abdi-, Абду-, আব্দুল.
_ABD = {
    "Latn": re.compile(r"(?:[cg]?ab|eb|ev(?=d[iu]))d(ou|oo|[aeiouy])?(.*)"),
    "Cyrl": re.compile(r"абд([аеиоуэы])?(.*)"),
    "Arab": re.compile(r"عه?بد(و?ل|ال)(.*)"),
    "Ethi": re.compile(r"አብ(?:ድ|ዱ|ዲ|ደ)(ል|ር)?(.*)"),
    "Hebr": re.compile(r"עבד(אל)(.*)"),
    "Beng": re.compile(r"আব্?দ(ুল|ুর|ুস|ুন)(.*)"),
    "Deva": re.compile(r"[अआ]ब्द(ुल|ुर|ुस)(.*)"),
}
_ABD_IN = {
    "Latn": "abd",
    "Cyrl": "абд",
    "Arab": "عبد",
    "Ethi": "አብድ",
    "Hebr": "עבד",
    "Beng": "আব্দ",
    "Deva": "अब्द",
}
_OF_ALLAH = re.compile(
    r"ll?a(?:h|i|y|hi|ye|hy|yi)?|llo?h?|лл?[аоэ][хг]?|лл?ахи|الل?ه|لل?ا?ه|ل?لا|(?:ለ|ላ)(?:ሂ|ህ)?|"
    r"ላላ?ህ?|לל?ה|্?লাহ?|्?लाह?|েল্লাহ"
)
_ALLAH_IN = {
    "Latn": "allah",
    "Cyrl": "аллах",
    "Arab": "الله",
    "Ethi": "አላህ",
    "Hebr": "אללה",
    "Beng": "ুল্লাহ",
    "Deva": "ुल्लाह",
}
_DIN_IN = {
    "Latn": "din",
    "Cyrl": "дин",
    "Arab": "دين",
    "Hebr": "דין",
    "Beng": "উদ্দিন",
    "Deva": "उद्दीन",
    "Ethi": "ዲን",
}
_DIN = {
    "Latn": re.compile(r"(.{2,}?)[aeiouy]{1,3}(?:dd|tt)(?:i|ee|ie|ii)ne?"),
    "Cyrl": re.compile(r"(.{2,}?)[аеиоуэы]{1,3}ддин"),
    "Arab": re.compile(r"(.{2,}?)(?:ال|هد?)دين"),
    "Beng": re.compile(r"(.{2,}?)(?:উ|ু)দ্দ[িী]ন"),
    "Hebr": re.compile(r"(.{2,}?)אלדין"),
    "Ethi": re.compile(r"(.{2,}?)ዲን"),
}
_ALLAH = {
    "Latn": re.compile(r"(.{2,}?)(?:[ao]?[ou](?:ll[ao]h?|l[ao]h)|[aou]{1,2}ll?ah)"),
    "Cyrl": re.compile(r"(.{2,}?)[аоуы]лл(?:ах?|о)"),
    "Arab": re.compile(r"(.{2,}?)(?:الله|اله|و?للا)"),
    "Beng": re.compile(r"(.{2,}?)(?:উ|ু)ল্লাহ?"),
}
# Bases that take a single d, without their vowels: Nordine, Salaheldin, Jamaluldin, Taj.
_BASES_OF_DIN = folded("""
nr slh sl shms chms sms bdr l z jml djml kml tj srj zn fkhr fhr fxr njm nsr nsyr rkn shrf chrf sf
shhb chhb shb brhn md mhd mh hsm khr qtb ktb nzm mn zhr bh mzfr ghys hmd frd shj jll
""")
_NOT_OF_ALLAH = folded("beulah tallulah talulah hallah corolla غزاله گلاله سلاله جلاله اصاله رساله")
_VOWELS = re.compile(r"[aeiouy]+")
_TWICE = re.compile(r"(sh|th|dh|ch|.)\1+")
_TAIL = "aeiouyаеиоуэыאا'"


@remembered
def joined(word: str) -> str:
    """One word in which two halves are written one way: "Abdurrahman" is "abdrahman", as
    "noureddine" is "nourdin" and "ghebremeskel" is "gebremeskel"; any other stays as it is."""
    script, bare = script_of(word), fold(word)
    for one_way in (_abd, _abu, _din, _allah, _geez):
        found = one_way(bare, script)
        if found is not None:
            return found
    return word


def with_abd(attribute: str) -> str:
    """The word that "Abd" and the tidied word after it make: "rahman" makes "abdrahman"."""
    script, bare = script_of(attribute), fold(attribute)
    if bare in _allahs():
        return _ABD_IN.get(script, "abd") + _ALLAH_IN.get(script, "allah")
    if script == "Arab" and bare.startswith("ال") and len(bare) > 4:
        bare = bare[2:]
    return _ABD_IN.get(script, "abd") + bare


def with_din(base: str) -> str:
    """The word that a tidied word and "al-Din" make: "nour" makes "nourdin"."""
    return _with(_base(fold(base)), _DIN_IN.get(script_of(base), "din"))


def takes_din(bare: str) -> bool:
    """Whether "Din" right behind it belongs to it: to "nur" and "taj", not to "ahmad"."""
    return _bones(bare) in _BASES_OF_DIN


def with_allah(base: str) -> str:
    """The word that a tidied word and "Allah" make: "nasr" makes "nasrallah"."""
    return _base(fold(base)) + _ALLAH_IN.get(script_of(base), "allah")


def with_head(head: str, second: str) -> str | None:
    """ "gebre" and "meskel" make "gebremeskel", as "ghebre" does; "gebre" and "tesfay" nothing."""
    one_way = _heads().get(fold(head))
    return one_way + fold(second) if one_way and _is_second(fold(second)) else None


@remembered
def halves(word: str) -> tuple[str, ...]:
    """The two names of a solid double: "alireza" is ("ali", "reza"); any other word is one."""
    bare = fold(word)
    if bare in _not_two():
        return (word,)
    for cut in range(3, len(bare) - 1):
        if bare[:cut] in _firsts() and bare[cut:] in _seconds():
            parts = word if len(word) == len(bare) else bare
            return (parts[:cut], parts[cut:])
    return (word,)


def is_double(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two words make a double name in Iran: ("mohammad",) and ("reza",) do."""
    bares = [fold(word) for word in (*first, *second)]
    return len(bares) == 2 and bares[0] in _firsts() and bares[1] in _not_a_fathers()


def _abd(bare: str, script: str) -> str | None:
    """ "abdurrahman", "cabdiraxmaan" and "abdelrahman" keep "abd" and the attribute."""
    found = _ABD[script].fullmatch(bare) if script in _ABD else None
    if found is None:
        return None
    tie, rest = found.groups()
    if bare[3:] in attributes():
        return _ABD_IN[script] + bare[3:]
    if (tie or script == "Ethi") and _OF_ALLAH.fullmatch(tie + rest if script == "Arab" else rest):
        return _ABD_IN[script] + _ALLAH_IN[script]
    if script in {"Latn", "Cyrl"}:
        rest = _attribute(rest) if tie else rest
    is_long = len(rest) > (2 if tie else 3 if script != "Ethi" else 1)
    return _ABD_IN[script] + rest if is_long else None


_ABU = re.compile(r"ab(?:ou|oo)(?:a?l(?=[^aeioul]))?(.{3,})|ab[uo]a?l(?=[^aeioul])(.{3,})")
_ABU_ARABIC = re.compile(r"ابوال(.{2,})")


def _abu(bare: str, script: str) -> str | None:
    """ "abolfazl" and "aboulfadl" lose their article, "aboubakar" its French vowel."""
    if script == "Arab":
        found = _ABU_ARABIC.fullmatch(bare)
        return "ابو" + found.group(1) if found else None
    found = _ABU.fullmatch(bare) if script == "Latn" else None
    return "abu" + (found.group(1) or found.group(2)) if found else None


def _attribute(rest: str) -> str:
    """What follows Abd and a vowel, without its article: "lrahman", "rrahman" are "rahman"."""
    if rest[:1] in {"l", "л"} and rest[:3] not in {"lat", "лат"}:
        rest = rest[1:].removeprefix("ь")
    return _TWICE.sub(r"\1", rest[:4]) + rest[4:]


def _din(bare: str, script: str) -> str | None:
    found = _DIN[script].fullmatch(bare) if script in _DIN and len(bare) > 4 else None
    if found is None and script == "Latn" and bare.endswith(("n", "ne")):
        found = _single_d(bare)
    base = found.group(1) if found else ""
    return _with(_base(_AL_SAID_ONCE.get(base, base)), _DIN_IN[script]) if found else None


# Jamal, Kamal and Jalal before al-Din, written with one "al" for two.
_AL_SAID_ONCE = {"جم": "جمال", "كم": "كمال", "جل": "جلال"}
_SINGLE_D = re.compile(r"(.{2,}?)[aeiouy]{0,3}l?d(?:i|ee|ie|ii)ne?")


def _single_d(bare: str) -> re.Match[str] | None:
    """ "zinedine", "nuraldeen" and "nordine", but not "claudine"."""
    found = _SINGLE_D.fullmatch(bare)
    return found if found and _bones(found.group(1)) in _BASES_OF_DIN else None


def _allah(bare: str, script: str) -> str | None:
    if script not in _ALLAH or len(bare) < 5 or bare in _NOT_OF_ALLAH:
        return None
    found = _ALLAH[script].fullmatch(bare)
    return _base(found.group(1)) + _ALLAH_IN[script] if found else None


def _geez(bare: str, script: str) -> str | None:
    """ "woldemichael" for "weldemichael", "ገብረመስቀል" for itself; None where no half is known."""
    if script not in {"Latn", "Ethi"}:
        return None
    for cut in range(min(len(bare) - 1, 7), 1, -1):
        one_way = _heads().get(bare[:cut])
        if one_way and _is_second(bare[cut:]):
            return one_way + bare[cut:]
    return None


def _base(bare: str) -> str:
    """The first half without the vowels that meet the article: "zia" and "ziau" are "zi"."""
    once = _TWICE.sub(r"\1", bare) if bare.isascii() else bare
    cut = once.rstrip(_TAIL)
    return cut if len(cut) > 1 else once[:2]


def _with(base: str, din: str) -> str:
    """Base and "din"; where the base ends in d, one d for two: "imadin", "rashidin"."""
    return base.removesuffix("d") + din if din == "din" else base + din


def _bones(bare: str) -> str:
    """Its consonants, each once: "mariam" is "mrm"."""
    return _TWICE.sub(r"\1", _VOWELS.sub("", bare))


@remembered
def _is_second(bare: str) -> bool:
    """Whether it can be the holy half: "mariam", "ab", "መስቀል"; "tesfay" cannot."""
    if not bare.isascii():
        return bare in _ethiopic_seconds()
    if len(bare) < 5:
        return bare in _short_seconds()
    return _bones(bare) in _latin_seconds()


@cache
def _heads() -> dict[str, str]:
    return {fold(one): fold(head) for head, all_ in geez.HEADS.items() for one in all_.split()}


@cache
def _latin_seconds() -> frozenset[str]:
    return folded(geez.LATIN_SECONDS)


@cache
def _short_seconds() -> frozenset[str]:
    return folded(geez.LATIN_SHORT_SECONDS)


@cache
def _ethiopic_seconds() -> frozenset[str]:
    return folded(geez.ETHIOPIC_SECONDS)


@cache
def attributes() -> frozenset[str]:
    """What Abd is servant of: "rahman", "كريم", "রহমান"."""
    return folded(joints.ATTRIBUTES)


@cache
def _firsts() -> frozenset[str]:
    return folded(doubles.FIRSTS)


@cache
def _seconds() -> frozenset[str]:
    return folded(doubles.SECONDS)


@cache
def _not_a_fathers() -> frozenset[str]:
    return folded(doubles.NOT_A_FATHERS)


@cache
def _not_two() -> frozenset[str]:
    return folded(doubles.NOT_TWO)


@cache
def _allahs() -> frozenset[str]:
    return folded(joints.ALLAHS) | {"الله"}
