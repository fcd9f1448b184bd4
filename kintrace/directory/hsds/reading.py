"""HSDS 3.0 read into what we keep. A file may know more: the report says what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from babel.core import get_global

from kintrace.directory import hours, told
from kintrace.directory.hsds import attributes, plainly
from kintrace.directory.hsds.incoming import Incoming, IncomingSite, Unusable
from kintrace.directory.kinds import Kind, State
from kintrace.network.forms_desks import NUMBER
from kintrace.ui import tongues

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kintrace.directory.hsds.plainly import Given

STATES = {
    "active": State.OPEN,
    "temporarily closed": State.CLOSED,
    "inactive": State.RETIRED,
    "defunct": State.RETIRED,
}
# What is kept of each part; of people (contacts) nothing is.
KEPT = {
    "service": {
        *("id", "organization_id", "name", "description", "status", "fees_description"),
        *("assured_date", "last_modified", "languages", "cost_options", "attributes"),
        *("organization", "service_at_locations", "phones", "schedules"),
    },
    "organization": {"id", "name", "description", "phones"},
    "service_at_location": {
        *("id", "service_id", "location_id", "phones", "schedules", "attributes", "location"),
    },
    "location": {
        *("id", "location_type", "addresses", "accessibility", "attributes", "phones"),
        *("schedules", "organization_id"),
    },
}
NO_KIND = (
    "attributes: none of them says with what this service helps. Add one whose taxonomy_term has "
    f"one of these codes: {', '.join(attributes.KIND_WORDS)}."
)
HIDDEN = "the address of this safe space (ask its people; if they agree, write it at the desk)"


def read(given: Any, *, language: str) -> Incoming:
    """A service of a file. language: of words beside which none stands. Raises Unusable."""
    service = plainly.table(given, "service")
    organisation = plainly.table(service.get("organization"), "organization")
    sites = plainly.rows(service, "service_at_locations")
    if not sites:
        raise Unusable("service_at_locations: no place is named. Say where the service is given.")
    return Incoming(
        id=plainly.number(service),
        name=plainly.text(service, "name", most=120, needed=True),
        changed=plainly.moment(service, "last_modified"),
        offer=_offer(service, organisation, language),
        sites=[_site(one, service, organisation, language) for one in sites],
        left_out=sorted({*_left_out(service, organisation, sites)}),
    )


def _offer(service: Given, organisation: Given, language: str) -> told.Offer:
    about = plainly.rows(service, "attributes")
    kind = attributes.read_kind(about)
    if kind is None:
        raise Unusable(NO_KIND)
    name = plainly.text(organisation, "name", most=120, needed=True)
    description = plainly.text(organisation, "description")
    return told.Offer(
        organisation=told.Body(
            name=name,
            about="" if description == name else description,
            id=plainly.number(organisation),
        ),
        kind=kind,
        names=_texts(about, "names", service, "name", language),
        about=_texts(about, "about", service, "description", language),
        fees=_texts(about, "fees", service, "fees_description", language),
        spoken=[*_spoken(plainly.rows(service, "languages"))],
        costs=[_price(one) for one in plainly.rows(service, "cost_options")],
    )


def _texts(
    about: Sequence[Given], code: str, given: Mapping[str, Any], column: str, language: str
) -> dict[str, str]:
    """What attributes say language by language, else the one column in the file's language."""
    found = attributes.read_texts(about, code)
    if found:
        return {key: plainly.without_link(words, code) for key, words in found.items()}
    words = plainly.text(given, column)
    return {language: words} if words else {}


def _spoken(languages: Sequence[Given]) -> Iterator[told.Tongue]:
    """Languages by their codes, of two letters or of three; each once."""
    seen = set()
    for one in languages:
        code = plainly.text(one, "code", needed=True).lower().replace("_", "-")
        short = str(get_global("language_aliases").get(code, code)).lower().replace("_", "-")
        if short not in tongues.SPOKEN:
            raise Unusable(f"languages: nobody here knows the code {code}. Take it out.")
        if short not in seen:
            seen.add(short)
            yield told.Tongue(id=plainly.number(one), code=short)


def _price(given: Given) -> told.Price:
    return told.Price(
        id=plainly.number(given),
        option=plainly.text(given, "option", most=120),
        amount=plainly.amount(given, "amount"),
        currency=plainly.text(given, "currency", most=3).upper(),
    )


def _site(given: Given, service: Given, organisation: Given, language: str) -> IncomingSite:
    location = plainly.table(given.get("location"), "location")
    about, site = plainly.rows(given, "attributes"), plainly.number(given)
    address = next(iter(plainly.rows(location, "addresses")), {})
    confirmed = attributes.read_fact(about, "confirmed") or plainly.text(service, "assured_date")
    parts = (given, location, service, organisation)
    return IncomingSite(
        id=site,
        town=_town(location, address, language),
        site=told.Site(
            location=plainly.number(location),
            address="" if _hides(given, service) else _street(address),
            access=_access(about, location, language),
            state=_state(about, service),
            phones=[_phone(one, pk) for one, pk in _nearest("phones", parts, site)],
            openings=[
                found
                for one, pk in _nearest("schedules", parts[:3], site)
                if (found := _opening(one, pk))
            ],
        ),
        confirmed=plainly.day(confirmed, "assured_date"),
    )


def _town(location: Given, address: Given, language: str) -> told.Town:
    city = plainly.text(address, "city", most=80, needed=True)
    country = plainly.text(address, "country", needed=True).upper()
    if len(country) != 2 or not country.isalpha():
        raise Unusable("country: write it as two letters, such as AT.")
    named = attributes.read_texts(plainly.rows(location, "attributes"), "place")
    return told.Town(country=country, names=named or {language: city})


def _hides(site: Given, service: Given) -> bool:
    """A safe space, of which nobody says that its people want its address to be known."""
    kind = attributes.read_kind(plainly.rows(service, "attributes"))
    known = attributes.read_fact(plainly.rows(site, "attributes"), "known")
    return kind == Kind.SAFE_SPACE and known != attributes.YES


def _street(address: Given) -> str:
    lines = (plainly.text(address, name) for name in ("address_1", "address_2"))
    return "\n".join(line for line in lines if line)


def _access(about: Sequence[Given], location: Given, language: str) -> dict[str, str]:
    first = next(iter(plainly.rows(location, "accessibility")), {})
    return _texts(about, "access", first, "description", language)


def _state(about: Sequence[Given], service: Given) -> str:
    own = attributes.read_fact(about, "state")
    if own in State.values:
        return own
    status = plainly.text(service, "status", needed=True)
    if status not in STATES:
        raise Unusable(f"status: write one of these: {', '.join(STATES)}.")
    return STATES[status]


def _nearest(name: str, parts: Sequence[Given], site: UUID) -> Iterator[tuple[Given, UUID]]:
    """The rows that stand nearest to the place. Those of more places get a number for each."""
    for turn, part in enumerate(parts):
        if found := plainly.rows(part, name):
            for one in found:
                own = plainly.number(one)
                yield one, own if turn == 0 else UUID(attributes.number(name, site, own))
            return


def _phone(given: Given, pk: UUID) -> told.Number:
    number = plainly.text(given, "number", most=40, needed=True)
    if not NUMBER.match(number):
        raise Unusable("phones: write the number with + and the number of the country.")
    return told.Number(id=pk, number=number)


def _opening(given: Given, pk: UUID) -> told.Hours | None:
    """Hours of each week; what is otherwise is left out, as a wrong hour is worse than none."""
    days = hours.in_order(plainly.text(given, "byday").upper().split(","))
    every_week = given.get("freq", "WEEKLY") == "WEEKLY" and given.get("interval", 1) == 1
    if not days or not every_week:
        return None
    opens, closes = plainly.clock(given, "opens_at"), plainly.clock(given, "closes_at")
    if (opens is None) != (closes is None):
        raise Unusable("schedules: say both, opens_at and closes_at.")
    whole = opens is not None and opens == closes and not opens.hour
    return told.Hours(
        id=pk, days=days, opens=None if whole else opens, closes=None if whole else closes
    )


def _left_out(service: Given, organisation: Given, sites: Sequence[Given]) -> Iterator[str]:
    """Columns that hold something and have no place here."""
    parts = [("service", service), ("organization", organisation)]
    parts += [("service_at_location", site) for site in sites]
    parts += [("location", site["location"]) for site in sites if site.get("location")]
    for name, part in parts:
        filled = (column for column, value in part.items() if value)
        yield from (f"{name}.{column}" for column in filled if column not in KEPT[name])
    if any(_hides(site, service) for site in sites):
        yield HIDDEN
