"""The register of data: every table and column, why and how long it is kept, and who sees it.

Columns and their classes come from the models, roles from the table of rights, and what leaves the
database from its grants. The rest is said once a table, here, in one module for each part of the
house. `manage.py data_register` writes docs/data-protection/register.md from it.
"""

from kintrace.protection.data_register.lines import (
    ENTRIES,
    Leaves,
    Line,
    NotInRegister,
    Table,
    every_model,
    of_kind,
    tables,
    undeclared,
)
from kintrace.protection.data_register.places import PLACES
from kintrace.protection.data_register.words import (
    Audience,
    Column,
    Entry,
    Kind,
    Until,
    Why,
    holding,
)

__all__ = [
    "ENTRIES",
    "PLACES",
    "Audience",
    "Column",
    "Entry",
    "Kind",
    "Leaves",
    "Line",
    "NotInRegister",
    "Table",
    "Until",
    "Why",
    "every_model",
    "holding",
    "of_kind",
    "tables",
    "undeclared",
]
