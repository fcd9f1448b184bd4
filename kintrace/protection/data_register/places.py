"""What lies beside the database: each folder or file that a setting names."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.lines import Leaves, Line, roles
from kintrace.protection.data_register.words import Audience, Kind, Until, Why, holding
from kintrace.protection.purposes import BasisKind

_READS_CASES = tuple(role.label for role in roles(holding(Right.READ_CASES)))
_NOBODY = (Audience.NOBODY.label,)

# The setting, what lies there, and whether a backup takes it.
PLACES: tuple[tuple[Line, Leaves], ...] = (
    (
        Line(
            "SAFE_FILES",
            Kind.PERSONAL,
            _(
                "Photos, as bare pixels, each sealed under the key of its case or proposal; papers "
                "and recordings of cases, each under a key of its own and to the box"
            ),
            Why.SHOW,
            BasisKind.CONSENT,
            Until.CASE,
            _READS_CASES,
        ),
        Leaves.RECORDS,
    ),
    (
        Line(
            "FACES",
            Kind.PUBLIC,
            _("The pictures that hang on the wall, under random names"),
            Why.SHOW,
            BasisKind.CONSENT,
            Until.AGREED,
            (Audience.EVERYBODY.label,),
        ),
        Leaves.RECORDS,
    ),
    (
        Line(
            "DATA",
            Kind.ROUTING,
            _(
                "Where each chain of deeds ends, signed; the numbers of erased files and people, "
                "and of people for whose safety something was said"
            ),
            Why.WITNESS,
            None,
            Until.TEN_YEARS,
            _NOBODY,
        ),
        Leaves.NO_BACKUP,
    ),
    (
        Line(
            "LETTER_FILES",
            Kind.STAFF,
            _("Letters of the demo, which sends none; empty elsewhere"),
            Why.SEND,
            None,
            Until.NO_END,
            _NOBODY,
        ),
        Leaves.NO_BACKUP,
    ),
    (
        Line(
            "PINS",
            Kind.PUBLIC,
            _("The fingerprints of the societies’ signing lists"),
            Why.SEAL,
            None,
            Until.SOCIETY,
            _NOBODY,
        ),
        Leaves.NO_BACKUP,
    ),
    (
        Line(
            "DAY_KEYS",
            Kind.KEY,
            _("The day’s key for marks of addresses; the next day’s overwrites it"),
            Why.PROTECT,
            None,
            Until.PRESSED,
            _NOBODY,
        ),
        Leaves.NO_BACKUP,
    ),
    (
        Line(
            "ROOT_KEYS",
            Kind.KEY,
            _("The root key; it opens no box"),
            Why.SEAL,
            None,
            Until.OPENS,
            _NOBODY,
        ),
        Leaves.NO_BACKUP,
    ),
    (
        Line(
            "MATCHING_PUBLIC",
            Kind.PUBLIC,
            _("The half of the matching pair to which societies seal"),
            Why.SEAL,
            None,
            Until.OPENS,
            _NOBODY,
        ),
        Leaves.NO_BACKUP,
    ),
    (
        Line(
            "MATCHING_KEY",
            Kind.KEY,
            _("The half of the matching pair that the matching worker alone has"),
            Why.SEAL,
            None,
            Until.OPENS,
            _NOBODY,
        ),
        Leaves.NO_BACKUP,
    ),
)
