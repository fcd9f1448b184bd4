"""The promise in one sentence: readable exactly when there is a slot and nothing was erased."""

import random
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    rule,
    run_state_machine_as_test,
)

from kintrace.vault import keyring, ledger
from kintrace.vault.actions import erase_file, make_record_key, open_file, share_file
from kintrace.vault.reader import KeyNotAtHand, reading_as
from kintrace.vault.tests.papers import Paper, overwrite, raw

SOCIETIES = range(3)
COLUMNS = ("told", "aside")


@dataclass(eq=False)
class Document:
    """What the test knows about a file."""

    row: UUID
    file: UUID
    owner: int
    text: str
    slots: set[int] = field(default_factory=set)


class Vault(RuleBasedStateMachine):
    """Three societies write, share, erase and forget in any order."""

    documents = Bundle("documents")

    def __init__(self) -> None:
        super().__init__()
        self.societies = [uuid4() for _ in SOCIETIES]
        self.known: list[Document] = []
        for society in self.societies:
            make_record_key(society)

    @rule(target=documents, owner=st.sampled_from(SOCIETIES), text=st.text(max_size=40))
    def write(self, owner: int, text: str) -> Document:
        society = self.societies[owner]
        with reading_as(society):
            file = open_file(society)
            row = Paper.objects.create(file=file, society_id=society, told=text)
        document = Document(row.pk, file, owner, text, {owner})
        self.known.append(document)
        return document

    @rule(document=documents, receiver=st.sampled_from(SOCIETIES))
    def share(self, document: Document, receiver: int) -> None:
        if receiver in document.slots or document.owner not in document.slots:
            return
        with reading_as(self.societies[document.owner]):
            share_file(document.file, with_=self.societies[receiver])
        document.slots.add(receiver)

    @rule(document=documents, text=st.text(max_size=40), writer=st.sampled_from(SOCIETIES))
    def rewrite(self, document: Document, text: str, writer: int) -> None:
        if writer not in document.slots:
            return
        with reading_as(self.societies[writer]):
            row = Paper.objects.get(pk=document.row)
            row.told = text
            row.save(update_fields=["told"])
        document.text = text

    @rule(document=documents, receiver=st.sampled_from(SOCIETIES))
    def give_up(self, document: Document, receiver: int) -> None:
        if receiver == document.owner:
            return
        with reading_as(self.societies[receiver]):
            erase_file(document.file)
        document.slots.discard(receiver)

    @rule(document=consumes(documents))
    def erase(self, document: Document) -> None:
        with reading_as(self.societies[document.owner]):
            assert erase_file(document.file) == len(document.slots)
        ledger.append(document.file)
        document.slots.clear()

    @rule()
    def forget(self) -> None:
        keyring.forget_all()

    @invariant()
    def readable_exactly_with_a_slot(self) -> None:
        for document in self.known:
            for number, society in enumerate(self.societies):
                assert self.reads(document, society) == (number in document.slots)

    @invariant()
    def erased_files_stand_in_the_ledger(self) -> None:
        noted = ledger.erased()
        assert all(d.slots or d.file in noted for d in self.known)

    def reads(self, document: Document, society: UUID) -> bool:
        with reading_as(society):
            row = Paper.objects.get(pk=document.row)
            try:
                assert row.told == document.text
            except KeyNotAtHand:
                return False
        return True


@pytest.mark.usefixtures("tables")
def test_readable_exactly_when_there_is_a_slot_and_nothing_was_erased() -> None:
    run_state_machine_as_test(
        Vault, settings=settings(max_examples=25, stateful_step_count=15, deadline=None)
    )


@pytest.mark.usefixtures("tables")
def test_a_thousand_values_swapped_or_flipped_in_the_database_are_all_refused(
    austria: UUID,
) -> None:
    chance = random.Random(3)  # noqa: S311 - not for a key
    with reading_as(austria):
        files = [open_file(austria) for _ in range(5)]
        rows = [
            Paper(file=file, society_id=austria, told=f"{n}", aside=f"aside {n}")
            for n, file in enumerate(files * 4)
        ]
        Paper.objects.bulk_create(rows)
    stored = {(row, column): raw(Paper, row, column) for row in rows for column in COLUMNS}
    refused = 0
    with reading_as(austria) as reader:
        reader.take(files)
        for turn in range(1000):
            (row, column), other = chance.sample(list(stored), 2)
            sealed = stored[other] if turn % 2 else flipped(stored[row, column], chance)
            overwrite(row, column, sealed)
            refused += is_refused(row, column)
            overwrite(row, column, stored[row, column])
        assert not any(is_refused(row, column) for row, column in stored)
    assert refused == 1000


def flipped(sealed: bytes, chance: random.Random) -> bytes:
    bit = chance.randrange(len(sealed) * 8)
    changed = bytearray(sealed)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def is_refused(row: Paper, column: str) -> bool:
    try:
        getattr(Paper.objects.get(pk=row.pk), column)
    except KeyNotAtHand:
        return True
    return False
