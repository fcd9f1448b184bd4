"""What one word says that was typed without a gap: an article glued on, two names in one."""

from functools import cache

from kintrace.names import compounds
from kintrace.names.folding import fold
from kintrace.names.particles import folded, marks
from kintrace.names.remembering import remembered
from kintrace.names.variants import is_known, origins_of

# Words that begin with the letters of the Arabic article, and have none.
_NO_ARTICLE = """
الياس الهام الهه الناز الميرا الينا النا السا الين الدار العازر البرت الكس الكساندر الكساندرا الفرد
الفونس اليزابيث اليسا اليسار الان الله الو الشن الطاف المير الماس المان الفت الند الوند البرز الاء
المازبك الدوس الهان اليف اليكسي اليوت السي التون الفيرا البانو الياهو الازار الاهه اليسع الماظ
"""


@remembered
def names(word: str) -> tuple[str, ...]:
    """What one solid word says: "alireza" two names, "elsayed" "sayed", "abdurrahman" one."""
    one_way = compounds.joined(word)
    if one_way != word:
        return (one_way,)
    return compounds.halves(_without_sayed(_without_ben(_without_article(word))))


_SAYEDS = ("seyyed", "sayyed", "seyed", "sayed", "syed", "سید", "سيد")


def _without_sayed(word: str) -> str:
    """ "سیدعلی" is "علی" as "Seyed Ali" is, with one word of little weight less."""
    sayed = next((sayed for sayed in _SAYEDS if word.startswith(sayed)), "")
    rest = word[len(sayed) :]
    is_name = sayed and (is_known(rest) or len(compounds.halves(rest)) > 1)
    return rest if is_name and not is_known(word) else word


def _without_ben(word: str) -> str:
    """ "Benali" is "ali" as "Ben Ali" is; "Benedict" and "Bengin" stay."""
    is_son = word.startswith("ben") and not is_known(word) and "arabic" in origins_of(word[3:])
    return word[3:] if is_son else word


def _without_article(word: str) -> str:
    """ "الحلبي" is "حلبي" and "alhalabi" "halabi"; "Elena" and "الياس" keep their letters."""
    bare = fold(word)
    if word.startswith("ال"):
        return word[2:] if len(bare) > 4 and bare not in _no_article() else word
    if bare[:2] in {"al", "el"} and len(bare) > 5 and not is_known(bare):
        is_shown = bare[2] not in "aeiou" or len(bare) > 6
        return word[2:] if is_shown and (is_known(bare[2:]) or bare[2:] in marks()) else word
    return word


def without_ul(word: str) -> str:
    """ "rafiqul" before "islam" is "rafiq", "mizanur" before "rahman" "mizan"."""
    for end in ("ul", "ur", "ool", "oor", "ুল", "ুর"):
        if word.endswith(end) and len(word) > len(end) + 2:
            return word[: -len(end)]
    return word


def without_tie(attribute: str) -> str:
    """ "elkader" and "errahmane" after "Abd" are "kader" and "rahmane"."""
    is_tied = attribute[:1] in set("aeu") and not is_attribute(attribute)
    return attribute[2:] if is_tied and is_attribute(attribute[2:]) else attribute


@remembered
def is_attribute(bare: str) -> bool:
    plain = bare.removeprefix("ال")
    return plain != bare or plain in compounds.attributes()


@cache
def _no_article() -> frozenset[str]:
    return folded(_NO_ARTICLE)
