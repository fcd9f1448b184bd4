"""Who looks for whom, as whole sentences: nothing here is ever put together from parts.

A relation is kept as "the person sought is the searching person's X". What the visitor reads is
the searching person's own sentence, and for the visitor's side the inverse: a woman who looks for
her brother is "my sister" to him. Each string stands alone on a page. One relation is one code:
where a language has two words for it (mother's brother, father's brother), its one label names
both (docs/words.md).
"""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Words = Promise


class Relation(models.TextChoices):
    """What the person sought is to the person searching."""

    MOTHER = "mother", _("Mother")
    FATHER = "father", _("Father")
    SON = "son", _("Son")
    DAUGHTER = "daughter", _("Daughter")
    BROTHER = "brother", _("Brother")
    SISTER = "sister", _("Sister")
    HUSBAND = "husband", _("Husband")
    WIFE = "wife", _("Wife")
    GRANDPARENT = "grandparent", _("Grandmother or grandfather")
    GRANDCHILD = "grandchild", _("Grandchild")
    # Translators: if you have one word for the mother's side and one for the father's, or one for
    # the elder and one for the younger, say both: "Mother's brother or father's brother". This
    # holds for every text with uncle, aunt, nephew, niece, cousin, grandparent, brother or sister.
    UNCLE = "uncle", _("Uncle")
    AUNT = "aunt", _("Aunt")
    NEPHEW = "nephew", _("Nephew")
    NIECE = "niece", _("Niece")
    COUSIN = "cousin", _("Cousin")
    IN_LAW = "in_law", _("Relative by marriage")
    GUARDIAN = "guardian", _("Person who looked after the one searching")
    FAMILY = "family", _("Whole family")


class Sex(models.TextChoices):
    """The searching person's; it chooses the visitor's word for that person."""

    WOMAN = "woman", _("Woman")
    MAN = "man", _("Man")
    UNSAID = "unsaid", _("Not said")


class Me(models.TextChoices):
    """What the visitor may say of himself or herself: faces that cannot mean them stay away."""

    WOMAN = "woman", _("I am a woman")
    MAN = "man", _("I am a man")


class AgeBand(models.TextChoices):
    """The searching person's age, no nearer than this. Nobody under 15 is ever shown."""

    FROM_15 = "15", _("15 to 24")
    FROM_25 = "25", _("25 to 44")
    FROM_45 = "45", _("45 to 64")
    FROM_65 = "65", _("65 and older")


# The searching person speaks. The speaker's own sex must not show.
SEEKS: dict[str, Words] = {
    Relation.MOTHER: _("I am looking for my mother."),
    Relation.FATHER: _("I am looking for my father."),
    Relation.SON: _("I am looking for my son."),
    Relation.DAUGHTER: _("I am looking for my daughter."),
    Relation.BROTHER: _("I am looking for my brother."),
    Relation.SISTER: _("I am looking for my sister."),
    Relation.HUSBAND: _("I am looking for my husband."),
    Relation.WIFE: _("I am looking for my wife."),
    Relation.GRANDPARENT: _("I am looking for my grandmother or grandfather."),
    Relation.GRANDCHILD: _("I am looking for my grandchild."),
    Relation.UNCLE: _("I am looking for my uncle."),
    Relation.AUNT: _("I am looking for my aunt."),
    Relation.NEPHEW: _("I am looking for my nephew."),
    Relation.NIECE: _("I am looking for my niece."),
    Relation.COUSIN: _("I am looking for my cousin."),
    Relation.IN_LAW: _("I am looking for my relative by marriage."),
    Relation.GUARDIAN: _("I am looking for the person who looked after me."),
    Relation.FAMILY: _("I am looking for my family."),
}

# The visitor speaks: the first of the two buttons below a face.
I_AM: dict[str, Words] = {
    Relation.MOTHER: _("I am this person's mother"),
    Relation.FATHER: _("I am this person's father"),
    Relation.SON: _("I am this person's son"),
    Relation.DAUGHTER: _("I am this person's daughter"),
    Relation.BROTHER: _("I am this person's brother"),
    Relation.SISTER: _("I am this person's sister"),
    Relation.HUSBAND: _("I am this person's husband"),
    Relation.WIFE: _("I am this person's wife"),
    Relation.GRANDPARENT: _("I am this person's grandmother or grandfather"),
    Relation.GRANDCHILD: _("I am this person's grandchild"),
    Relation.UNCLE: _("I am this person's uncle"),
    Relation.AUNT: _("I am this person's aunt"),
    Relation.NEPHEW: _("I am this person's nephew"),
    Relation.NIECE: _("I am this person's niece"),
    Relation.COUSIN: _("I am this person's cousin"),
    Relation.IN_LAW: _("I am this person's relative by marriage"),
    Relation.GUARDIAN: _("I looked after this person"),
    Relation.FAMILY: _("I am of this person's family"),
}


class Who(models.TextChoices):
    """Who may be looking for the visitor: the pictograms of the wall. A value names a pictogram."""

    MOTHER = "mother", _("My mother")
    FATHER = "father", _("My father")
    BROTHER = "brother", _("My brother")
    SISTER = "sister", _("My sister")
    WIFE = "wife", _("My wife")
    HUSBAND = "husband", _("My husband")
    CHILD = "child", _("My son or daughter")
    KIN = "kin", _("Other family")


_CHILD = (_("My daughter"), _("My son"), _("My son or daughter"))
_PARENT = (_("My mother"), _("My father"), _("My mother or father"))
_SIBLING = (_("My sister"), _("My brother"), _("My brother or sister"))
_SPOUSE = (_("My wife"), _("My husband"), _("My wife or husband"))
_GRANDCHILD = (_("My granddaughter"), _("My grandson"), _("My grandchild"))
_GRANDPARENT = (_("My grandmother"), _("My grandfather"), _("My grandmother or grandfather"))
_NIECE = (_("My niece"), _("My nephew"), _("My nephew or niece"))
_AUNT = (_("My aunt"), _("My uncle"), _("My aunt or uncle"))
_COUSIN = (
    pgettext_lazy("a woman", "My cousin"),
    pgettext_lazy("a man", "My cousin"),
    pgettext_lazy("a woman or a man", "My cousin"),
)
_IN_LAW = (
    pgettext_lazy("a woman", "My relative by marriage"),
    pgettext_lazy("a man", "My relative by marriage"),
    pgettext_lazy("a woman or a man", "My relative by marriage"),
)
_WARD = (_("The girl I looked after"), _("The boy I looked after"), _("The child I looked after"))
_FAMILY = (_("A woman of my family"), _("A man of my family"), _("Someone of my family"))

# What the searching person is to the visitor: (a woman searches, a man searches, not said).
_MINE: dict[str, tuple[Words, Words, Words]] = {
    Relation.MOTHER: _CHILD,
    Relation.FATHER: _CHILD,
    Relation.SON: _PARENT,
    Relation.DAUGHTER: _PARENT,
    Relation.BROTHER: _SIBLING,
    Relation.SISTER: _SIBLING,
    Relation.HUSBAND: _SPOUSE,
    Relation.WIFE: _SPOUSE,
    Relation.GRANDPARENT: _GRANDCHILD,
    Relation.GRANDCHILD: _GRANDPARENT,
    Relation.UNCLE: _NIECE,
    Relation.AUNT: _NIECE,
    Relation.NEPHEW: _AUNT,
    Relation.NIECE: _AUNT,
    Relation.COUSIN: _COUSIN,
    Relation.IN_LAW: _IN_LAW,
    Relation.GUARDIAN: _WARD,
    Relation.FAMILY: _FAMILY,
}

# The same as a sentence of the visitor who said what he or she is: who looks for them.
# Translators: the visitor speaks: "My sister is looking for me." Name both sides of the family
# where your language has no common word.
_CHILD_LOOKS = (
    _("My daughter is looking for me."),
    _("My son is looking for me."),
    _("My son or daughter is looking for me."),
)
_PARENT_LOOKS = (
    _("My mother is looking for me."),
    _("My father is looking for me."),
    _("My mother or father is looking for me."),
)
_SIBLING_LOOKS = (
    _("My sister is looking for me."),
    _("My brother is looking for me."),
    _("My brother or sister is looking for me."),
)
_SPOUSE_LOOKS = (
    _("My wife is looking for me."),
    _("My husband is looking for me."),
    _("My wife or husband is looking for me."),
)
_GRANDCHILD_LOOKS = (
    _("My granddaughter is looking for me."),
    _("My grandson is looking for me."),
    _("My grandchild is looking for me."),
)
_GRANDPARENT_LOOKS = (
    _("My grandmother is looking for me."),
    _("My grandfather is looking for me."),
    _("My grandmother or grandfather is looking for me."),
)
_NIECE_LOOKS = (
    _("My niece is looking for me."),
    _("My nephew is looking for me."),
    _("My nephew or niece is looking for me."),
)
_AUNT_LOOKS = (
    _("My aunt is looking for me."),
    _("My uncle is looking for me."),
    _("My aunt or uncle is looking for me."),
)
_COUSIN_LOOKS = (
    pgettext_lazy("a woman", "My cousin is looking for me."),
    pgettext_lazy("a man", "My cousin is looking for me."),
    pgettext_lazy("a woman or a man", "My cousin is looking for me."),
)
_IN_LAW_LOOKS = (
    pgettext_lazy("a woman", "My relative by marriage is looking for me."),
    pgettext_lazy("a man", "My relative by marriage is looking for me."),
    pgettext_lazy("a woman or a man", "My relative by marriage is looking for me."),
)
_WARD_LOOKS = (
    _("The girl I looked after is looking for me."),
    _("The boy I looked after is looking for me."),
    _("The child I looked after is looking for me."),
)
_FAMILY_LOOKS = (
    _("A woman of my family is looking for me."),
    _("A man of my family is looking for me."),
    _("Someone of my family is looking for me."),
)
_LOOKS: dict[str, tuple[Words, Words, Words]] = {
    Relation.MOTHER: _CHILD_LOOKS,
    Relation.FATHER: _CHILD_LOOKS,
    Relation.SON: _PARENT_LOOKS,
    Relation.DAUGHTER: _PARENT_LOOKS,
    Relation.BROTHER: _SIBLING_LOOKS,
    Relation.SISTER: _SIBLING_LOOKS,
    Relation.HUSBAND: _SPOUSE_LOOKS,
    Relation.WIFE: _SPOUSE_LOOKS,
    Relation.GRANDPARENT: _GRANDCHILD_LOOKS,
    Relation.GRANDCHILD: _GRANDPARENT_LOOKS,
    Relation.UNCLE: _NIECE_LOOKS,
    Relation.AUNT: _NIECE_LOOKS,
    Relation.NEPHEW: _AUNT_LOOKS,
    Relation.NIECE: _AUNT_LOOKS,
    Relation.COUSIN: _COUSIN_LOOKS,
    Relation.IN_LAW: _IN_LAW_LOOKS,
    Relation.GUARDIAN: _WARD_LOOKS,
    Relation.FAMILY: _FAMILY_LOOKS,
}
# Whom a relation cannot mean. A guardian, a cousin or a grandchild may be a woman or a man.
_OF_A_WOMAN = {"mother", "daughter", "sister", "wife", "aunt", "niece"}
_OF_A_MAN = {"father", "son", "brother", "husband", "uncle", "nephew"}

_COLUMN = {Sex.WOMAN: 0, Sex.MAN: 1, Sex.UNSAID: 2}

_BY_SEX: dict[str, tuple[Who, Who]] = {
    Relation.SON: (Who.MOTHER, Who.FATHER),
    Relation.DAUGHTER: (Who.MOTHER, Who.FATHER),
    Relation.BROTHER: (Who.SISTER, Who.BROTHER),
    Relation.SISTER: (Who.SISTER, Who.BROTHER),
    Relation.HUSBAND: (Who.WIFE, Who.HUSBAND),
    Relation.WIFE: (Who.WIFE, Who.HUSBAND),
    Relation.MOTHER: (Who.CHILD, Who.CHILD),
    Relation.FATHER: (Who.CHILD, Who.CHILD),
}


def mine(code: str, sex: str) -> Words:
    """What the searching person is to the visitor: mine("brother", "woman") is "My sister"."""
    return _MINE[code][_COLUMN[Sex(sex)]]


def looks_for_me(code: str, sex: str) -> Words:
    """The visitor's own sentence: looks_for_me("brother", "woman") is of the sister."""
    return _LOOKS[code][_COLUMN[Sex(sex)]]


def may_mean(code: str, me: str) -> bool:
    """Whether the one who is sought may be this visitor: nobody's brother is a woman."""
    return code not in (_OF_A_MAN if me == Me.WOMAN else _OF_A_WOMAN)


def found_under(code: str, sex: str) -> frozenset[Who]:
    """The pictograms under which the visitor finds this face; both where the sex is not said."""
    woman, man = _BY_SEX.get(code, (Who.KIN, Who.KIN))
    if sex == Sex.UNSAID:
        return frozenset({woman, man})
    return frozenset({woman if sex == Sex.WOMAN else man})


def pictogram(code: str, sex: str) -> str:
    """The name of the drawing that shows this relation from the visitor's side."""
    under = found_under(code, sex)
    return next(iter(under)).value if len(under) == 1 else Who.KIN.value
