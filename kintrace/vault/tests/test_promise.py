"""The promise in one sentence: readable exactly when there is a slot and nothing was erased."""

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
from kintrace.vault.tests.papers import Paper

SOCIETIES = range(3)


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
