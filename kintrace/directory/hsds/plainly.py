"""One value of a file: of the right sort, or a sentence that says which it should be."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone

from kintrace.directory.hsds.incoming import Unusable
from kintrace.network.forms_desks import has_no_link

if TYPE_CHECKING:
    from collections.abc import Mapping

Given = dict[str, Any]


def table(value: Any, where: str) -> Given:
    if not isinstance(value, dict):
        raise Unusable(f"{where}: this should be an object with named values, {{…}}.")
    return value


def rows(given: Mapping[str, Any], name: str) -> list[Given]:
    """The rows of a list that may be absent."""
    found = given.get(name) or []
    if not isinstance(found, list):
        raise Unusable(f"{name}: this should be a list, […].")
    return [table(one, name) for one in found]


def text(given: Mapping[str, Any], name: str, *, most: int = 2000, needed: bool = False) -> str:
    """Words without a link: people tap what they see."""
    found = given.get(name)
    if found is None:
        found = ""
    if not isinstance(found, str):
        raise Unusable(f"{name}: this should be a text in quotation marks.")
    found = found.strip()
    if needed and not found:
        raise Unusable(f"{name}: this is missing. Write it and try again.")
    if len(found) > most:
        raise Unusable(f"{name}: this has {len(found)} signs. Shorten it to {most}.")
    return without_link(found, name)


def without_link(words: str, name: str) -> str:
    try:
        has_no_link(words)
    except ValidationError as wrong:
        raise Unusable(f"{name}: {wrong.message}") from None
    return words


def number(given: Mapping[str, Any], name: str = "id") -> UUID:
    try:
        return UUID(given.get(name))
    except (TypeError, ValueError, AttributeError):
        raise Unusable(f"{name}: this should be a UUID, such as {UUID(int=1)}.") from None


def moment(given: Mapping[str, Any], name: str) -> datetime | None:
    """A time with its zone; without one it is taken for UTC. What is to come would always win."""
    found = text(given, name)
    if not found:
        return None
    try:
        read = datetime.fromisoformat(found)
    except ValueError:
        raise Unusable(f"{name}: write it like 2026-11-30T14:00:00Z.") from None
    read = read if timezone.is_aware(read) else read.replace(tzinfo=UTC)
    if read > timezone.now():
        raise Unusable(f"{name}: this moment is still to come. Correct it.")
    return read


def day(found: str, name: str) -> date | None:
    if not found:
        return None
    try:
        read = date.fromisoformat(found[:10])
    except ValueError:
        raise Unusable(f"{name}: write the day like 2026-11-30.") from None
    if read > timezone.localdate():
        raise Unusable(f"{name}: this day is still to come. Correct it.")
    return read


def clock(given: Mapping[str, Any], name: str) -> time | None:
    """Hours and minutes; a zone behind them is the town's own. The end of the day is midnight."""
    found = text(given, name)
    if not found:
        return None
    try:
        return time.fromisoformat("00:00" if found.startswith("24:00") else found[:5])
    except ValueError:
        raise Unusable(f"{name}: write the time like 09:30.") from None


def amount(given: Mapping[str, Any], name: str) -> Decimal | None:
    found = given.get(name)
    if found is None:
        return None
    try:
        read = Decimal(str(found)).quantize(Decimal("0.01"))
    except InvalidOperation:
        read = Decimal(-1)
    if isinstance(found, bool) or not read.is_finite() or not 0 <= read < 10**8:
        raise Unusable(f"{name}: this should be a number, 0 or more.")
    return read
