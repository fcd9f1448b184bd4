"""Casework across borders in the theft: searches along their arrows, other societies, who was
found, family news, certificates and events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.operations.steal import (
    between,
    bulk,
    certificates,
    children,
    coming_forward,
    events,
    fates,
    found,
    found_afar,
    letters_home,
    listed,
    pairs,
    papers,
    reunion,
    seen_again,
    thread,
)

if TYPE_CHECKING:
    from kintrace.operations.steal.browser import OnThePhone
    from kintrace.operations.steal.members import House


def play(house: House, visitor: OnThePhone, fresh: str) -> None:
    """Use all of it, everything told in it planted."""
    carl = house.people["carl"]
    _between(house)
    _pass_on(house)
    _find_somebody(house)
    _find_afar(house)
    thread.search_and_rest(thread.open_case(carl), by=carl)
    thread.refuse_and_explain(by=carl, second=house.people["olga"])
    listed.look_through(carl)
    kept = thread.open_case(carl)
    listed.look_again(kept, by=carl)
    papers.record(kept, by=carl)
    _certify(house, visitor, fresh)
    _happens(house)
    _look_after(house)
    pairs.compare(carl.planted, house)
    _comes_forward(house, visitor, fresh)
    seen_again.work_at(house)


def _between(house: House) -> None:
    """One search is with another society and its result came; one was taken back."""
    carl, (south, password) = house.people["carl"], house.others[0]
    for returns in (True, False):
        transfer = between.ask(thread.open_case(carl), by=carl, other=house.other.pk)
        between.take_on(carl.planted, south, password, returns=returns)
        between.write(transfer, by=carl)
        if not returns:
            between.recall(transfer, by=carl)


def _find_afar(house: House) -> None:
    """Another society finds somebody, and contact comes over."""
    carl, olga = house.people["carl"], house.people["olga"]
    transfer = between.ask(thread.open_case(carl), by=carl, other=house.other.pk)
    between.take_on(carl.planted, *house.others[0], returns=False)
    found_afar.find(transfer, house.others, by=carl, officer=olga)


def _pass_on(house: House) -> None:
    """Red Cross Messages: one lies with the other society, one was delivered and answered here."""
    carl, olga = house.people["carl"], house.people["olga"]
    olga.open_box()
    for partner in (str(house.other.pk), "own"):
        letters_home.pass_on(thread.open_case(carl), by=carl, second=olga, partner=partner)
    letters_home.say_safe_and_well(thread.open_case(carl), by=carl)
    letters_home.say_it_without_a_search(by=carl)


def _find_somebody(house: House) -> None:
    """A person sought is found, contact is passed on, and the two come together."""
    carl, olga, otto = (house.people[name] for name in ("carl", "olga", "otto"))
    olga.open_box()
    found.approve_words(by=olga, second=otto)
    case = thread.open_case(carl)
    found.find(case, by=carl, officer=olga, second=otto)
    reunion.come_together(case, by=carl, officer=olga, admin=house.people["adam"])
    fates.tell_of_a_death(thread.open_case(carl), by=carl, officer=olga)
    fates.find_nobody(by=olga)
    fates.ask_a_place(thread.open_case(carl), by=carl, officer=olga)


def _certify(house: House, visitor: OnThePhone, fresh: str) -> None:
    """A certificate is printed, lost, and given anew; somebody checks its code."""
    carl, olga = house.people["carl"], house.people["olga"]
    case = thread.open_case(carl)
    certificates.ask_for(case, by=carl)
    certificates.print_it(by=olga)
    certificates.withdraw(case, by=carl)
    certificates.ask_for(case, by=carl)
    with bulk.acting(olga.member, olga.password) as officer:
        code = certificates.give(olga.planted, by=officer)
    certificates.check(code, by=visitor, stamp=fresh)


def _happens(house: House) -> None:
    """Many were on one boat: a case is joined to it, and people tell of it."""
    carl = house.people["carl"]
    case, event = thread.open_case(carl), events.write_down(by=carl)
    events.join(case, event, by=carl)
    events.tell(event, case, by=carl)


def _look_after(house: House) -> None:
    """A child of the other society goes to its family; its team has a box of its own."""
    officer, _second, protects = house.others
    planted, asked = house.people["carl"].planted, house.society
    children.look_after(planted, officer=officer, protects=protects, asked=asked)


def _comes_forward(house: House, visitor: OnThePhone, fresh: str) -> None:
    coming_forward.tell(house.society.code, by=visitor, stamp=fresh)
    coming_forward.write_down(by=house.people["carl"])
