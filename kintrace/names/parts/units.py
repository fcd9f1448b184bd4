"""From typed words to names: what belongs together becomes one unit, what ties is set aside."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from kintrace.names import compounds
from kintrace.names.folding import fold, script_of
from kintrace.names.particles import Mark, folded, joints, marks, unknown_pairs
from kintrace.names.parts import solid
from kintrace.names.parts.roles import Role
from kintrace.names.parts.tokens import Token
from kintrace.names.variants import is_known

Tokens = tuple[Token, ...]
_ARTICLES = {Mark.ARTICLE, Mark.SUN_ARTICLE}
_MUHAMMAD = {"Beng": "মুহাম্মদ", "Deva": "मुहम्मद"}
# Of Din and Allah written apart, the forms in which the article can be seen.
_BARE_DINS = {"din", "deen", "dine", "diin", "dyn", "дин", "דין", "دين", "ддин"}
# Kunya heads that are names or words elsewhere: Om Prakash, Abi, Bu.
_DOUBTFUL_HEADS = {"om", "um", "oum", "abi", "aba", "bu", "bou", "abo", "бу", "umu"}
# Abd as such; with the article in it (Abdul) whatever follows belongs to it.
_BARE_ABDS = {"abd", "عبد", "абд", "עבד", "አብድ", "eabd"}


@dataclass(slots=True, repr=False)
class Unit:
    """A name, or something that ties or adorns: as typed, as compared, and what it does."""

    typed: str
    words: tuple[str, ...]
    mark: Mark | None = None
    weight: float = 1.0
    role: Role | None = None
    has_article: bool = False
    is_loud: bool = False


def units(tokens: Tokens) -> list[Unit]:
    """ "Abd al-Rahman bin Ali" is the name "abdrahman", the tie "bin", the name "ali"."""
    found, at = [], 0
    while at < len(tokens):
        unit, used = _unit(tokens, at)
        found.append(unit)
        at += used
    return found


def _unit(tokens: Tokens, at: int) -> tuple[Unit, int]:
    """The unit that begins here, and how many words it takes."""
    for rule in _RULES if tokens[at].mark else _RULES_OF_NAMES:
        end = rule(tokens, at)
        if end is not None:
            return end
    return _plain(tokens, at)


Found = tuple[Unit, int] | None


def _nobody(tokens: Tokens, at: int) -> Found:
    """ "unknown", "not known", "غير معروف"."""
    if at + 1 < len(tokens) and f"{tokens[at].bare} {tokens[at + 1].bare}" in unknown_pairs():
        return Unit(_typed(tokens, at, at + 2), (), Mark.UNKNOWN), 2
    if tokens[at].mark is Mark.UNKNOWN:
        return Unit(tokens[at].typed, (), Mark.UNKNOWN), 1
    return None


def _abd(tokens: Tokens, at: int) -> Found:
    """ "Abd al-Rahman", "Abdur Rahman", "Abdi Karim", "عبد الله"."""
    mark = tokens[at].mark
    if mark is not Mark.ABD and mark is not Mark.MAYBE_ABD:
        return None
    of = _past_articles(tokens, at + 1)
    if of == len(tokens) or tokens[of].mark not in {None, Mark.ALLAH, Mark.MAYBE_ABD}:
        return None
    attribute = tokens[of].bare
    needs_known = mark is Mark.MAYBE_ABD or (tokens[at].bare in _BARE_ABDS and of == at + 1)
    if needs_known and not solid.is_attribute(attribute) and tokens[of].mark is not Mark.ALLAH:
        return None
    word = compounds.with_abd(solid.without_tie(attribute))
    return _of_tokens(tokens, at, of + 1, word), of + 1 - at


def _kunya(tokens: Tokens, at: int) -> Found:
    """ "Abu Ali", "أم محمد"; but "Abu Bakr" and "Abul Fazl" are names like others."""
    mark, head = tokens[at].mark, tokens[at].bare
    if mark is not Mark.KUNYA and mark is not Mark.KUNYA_NAME:
        return None
    of = _past_articles(tokens, at + 1)
    if of == len(tokens) or (head in _DOUBTFUL_HEADS and not is_known(tokens[of].bare)):
        return None
    child, used = _unit(tokens, of)
    if not child.words or child.mark is Mark.KUNYA:
        return None
    unit = _of_tokens(tokens, at, of + used, _kunya_heads().get(head, head) + child.words[0])
    is_name = mark is Mark.KUNYA_NAME or tokens[of].bare in _with_abu()
    unit.mark = None if is_name else Mark.KUNYA
    return unit, of + used - at


def _article(tokens: Tokens, at: int) -> Found:
    """ "al-Halabi", "Ash Shami", "de la Cruz": the article is left out, the name after it stays."""
    token = tokens[at]
    if at + 1 == len(tokens) or not _is_article(token, tokens[at + 1]):
        return None
    unit, used = _unit(tokens, at + 1)
    unit.typed = _typed(tokens, at, at + 1 + used)
    unit.has_article = unit.has_article or token.mark in _ARTICLES
    if token.mark is Mark.OF and at > 0 and unit.mark is None:
        unit.role = Role.FAMILY
    return unit, used + 1


def _is_article(token: Token, after: Token) -> bool:
    """ "ash" only before "sh…", "er" before "r…"; a "y" of its own before anything but a dot."""
    if token.mark is Mark.SUN_ARTICLE:
        return (
            token.bare[-1] == after.bare[:1]
            or (token.is_tied and token.bare[1:2] == after.bare[:1])
            or (token.bare in {"ach", "ech", "ouch", "ush", "ash", "esh"} and after.bare[0] in "cs")
        )
    if token.mark is Mark.OF:
        return len(token.bare) > 1 or token.typed.islower()
    return token.mark is Mark.ARTICLE


def _head(tokens: Tokens, at: int) -> Found:
    """ "Gebre Meskel", "ኃይለ ማርያም"."""
    if at + 1 == len(tokens):
        return None
    word = compounds.with_head(tokens[at].word, tokens[at + 1].word)
    return (_of_tokens(tokens, at, at + 2, word), 2) if word else None


def _short_muhammad(tokens: Tokens, at: int) -> Found:
    """ "Md" before the name one is called by."""
    if tokens[at].mark is not Mark.SHORT_MUHAMMAD:
        return None
    unit = Unit(tokens[at].typed, (_MUHAMMAD.get(script_of(tokens[at].word), "muhammad"),))
    unit.weight = 0.5 if len(tokens) > 1 else 1.0
    unit.mark = Mark.SHORT_MUHAMMAD
    return unit, 1


def _marked(tokens: Tokens, at: int) -> Found:
    """Titles, ties and fillers as they stand; "Jan" and "Khan" are names when they come first."""
    token = tokens[at]
    mark = token.mark
    if mark is Mark.NICKNAME and at > 0:
        return Unit(token.typed, (token.word,), mark), 1
    if mark in _LIGHT and (mark is not Mark.LATE_FILLER or at > 0):
        return Unit(token.typed, (token.word,), mark, 0.35, is_loud=token.is_loud), 1
    if mark in _SET_ASIDE:
        return Unit(token.typed, (token.word,), mark, 0.35), 1
    return None


_LIGHT = {Mark.FILLER, Mark.LATE_FILLER, Mark.EVERYBODYS}
_SET_ASIDE = {Mark.TITLE, Mark.SON_OF, Mark.SON_BEFORE, Mark.ALIAS, Mark.BORN}
_RULES: tuple[Callable[[Tokens, int], Found], ...] = (
    _nobody,
    _abd,
    _kunya,
    _article,
    _head,
    _short_muhammad,
    _marked,
)
_RULES_OF_NAMES = (_nobody, _head)


def _plain(tokens: Tokens, at: int) -> tuple[Unit, int]:
    """A name, with the Din or Allah that follows: "Nur al-Din" is "nurdin"."""
    token = tokens[at]
    if len(token.bare) == 1 and script_of(token.word) not in {"Ethi", "Zyyy"}:
        return Unit(token.typed, (token.bare,), weight=0.25, is_loud=token.is_loud), 1
    of = _past_articles(tokens, at + 1)
    after = tokens[of] if of < len(tokens) else None
    if after and after.mark is Mark.ALLAH:
        return _of_tokens(tokens, at, of + 1, compounds.with_allah(token.word)), of + 1 - at
    if after and after.mark is Mark.DIN and _is_din(token, after, has_article=of > at + 1):
        return _of_tokens(tokens, at, of + 1, compounds.with_din(token.word)), of + 1 - at
    if after and after.bare in _after_ul():
        return _with_words(token, solid.names(solid.without_ul(token.word))), 1
    return _with_words(token, solid.names(token.word)), 1


def _with_words(token: Token, words: tuple[str, ...]) -> Unit:
    has_article = token.word != words[0] and token.word[2:] == words[0]
    is_light = has_article and marks().get(fold(words[0])) in _LIGHT
    weight = 0.35 if is_light else 1.0
    return Unit(token.typed, words, None, weight, is_loud=token.is_loud, has_article=has_article)


def _past_articles(tokens: Tokens, at: int) -> int:
    while at < len(tokens) and tokens[at].mark in _ARTICLES:
        at += 1
    return at


def _is_din(token: Token, din: Token, *, has_article: bool) -> bool:
    """ "Nur al-Din", "Jasim Uddin", "Nur Din"; but "Ahmad Din" are two names."""
    return has_article or din.bare not in _BARE_DINS or compounds.takes_din(token.bare)


def _of_tokens(tokens: Tokens, at: int, end: int, word: str) -> Unit:
    loud = all(token.is_loud for token in tokens[at:end])
    return Unit(_typed(tokens, at, end), (word,), is_loud=loud)


def _typed(tokens: Tokens, at: int, end: int) -> str:
    """As typed: words that a hyphen tied are tied again."""
    shown = [token for token in tokens[at:end] if token.typed]
    return "".join(token.typed + ("-" if token.is_tied else " ") for token in shown)[:-1]


@cache
def _after_ul() -> frozenset[str]:
    return folded(joints.AFTER_UL)


@cache
def _with_abu() -> frozenset[str]:
    return folded(joints.ABU_AND_ONE_NAME)


@cache
def _kunya_heads() -> dict[str, str]:
    heads = joints.KUNYA_HEADS.items()
    return {fold(one): fold(head) for head, all_ in heads for one in all_.split()}
