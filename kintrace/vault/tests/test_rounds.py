"""What is done for every society reaches every society."""

from functools import partial
from uuid import UUID, uuid4

import pytest

from kintrace.vault.rounds import go_round


def test_what_fails_for_one_stops_no_other_and_is_told_at_the_end() -> None:
    societies, reached = [uuid4(), uuid4(), uuid4()], list[UUID]()

    def visit(society: UUID) -> None:
        if society == societies[0]:
            raise RuntimeError
        reached.append(society)

    with pytest.raises(ExceptionGroup) as failed:
        go_round((society, partial(visit, society)) for society in societies)
    assert reached == societies[1:]
    assert len(failed.value.exceptions) == 1
    go_round((society, lambda: None) for society in societies)
