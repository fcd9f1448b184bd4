"""Every check, in the order in which it is worth mending, and on which side it can be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from kintrace.operations.doctor import (
    Check,
    Finding,
    State,
    addresses,
    clock,
    database,
    findings,
    keys,
    machine,
    mail,
    stored,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

EVERY = frozenset({"public", "staff", "matcher"})
STAFF, PUBLIC, MATCHER = frozenset({"staff"}), frozenset({"public"}), frozenset({"matcher"})
NEED_DATABASE = ("role", "row security", "migrations", "root keys", "queue", "database's clock")

CHECKS: tuple[Check, ...] = (
    Check("settings", EVERY, machine.variables),
    Check("database", EVERY, database.answers),
    Check("line to the database", EVERY, database.line),
    Check("role", EVERY, database.role),
    Check("row security", EVERY, database.wall),
    Check("migrations", STAFF, database.migrations),
    Check("root keys", STAFF, keys.root_keys),
    Check("places of keys", STAFF, keys.places_of_keys),
    Check("ledger of erasures", STAFF, keys.erasures),
    Check("no key here", PUBLIC | MATCHER, keys.no_key_here),
    Check("matching pair", STAFF | MATCHER, keys.matching_pair),
    Check("storage", EVERY, machine.storage),
    Check("pictures", PUBLIC, machine.faces),
    Check("stores", STAFF | PUBLIC, stored.stores),
    Check("disk", EVERY, machine.disk),
    Check("queue", STAFF, machine.queue),
    Check("mail", STAFF, mail.mail),
    Check("clock", EVERY, clock.of_network),
    Check("database's clock", EVERY, clock.of_database),
    Check("anchors", STAFF, clock.anchors_signed),
    Check("backup", STAFF, clock.backup_made),
    Check("the wall's address", STAFF | PUBLIC, addresses.wall),
    Check("the desk's address", STAFF, addresses.desk),
    Check("paper", STAFF, machine.paper),
    Check("packages", STAFF, machine.packages),
)


def examine(checks: Iterable[Check] = CHECKS) -> list[Finding]:
    """Look at everything that this side can see, in order."""
    side = "staff" if settings.SIDE == "both" else settings.SIDE
    found: list[Finding] = []
    for check in checks:
        if side not in check.sides:
            continue
        dark = check.name in NEED_DATABASE and _is_dark(found)
        found += [_not_asked(check)] if dark else findings(check)
    return found


def _is_dark(found: list[Finding]) -> bool:
    return any(one.name == "database" and one.state is State.TROUBLE for one in found)


def _not_asked(check: Check) -> Finding:
    return Finding(check.name, State.UNKNOWN, "The database does not answer.", "")
