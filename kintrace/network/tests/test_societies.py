"""Which societies there are, and for which the house still works."""

import pytest

from kintrace.network import lookups
from kintrace.network.models import Society
from kintrace.network.tests.cast import MakeSociety
from kintrace.vault.models import RecordKey
from kintrace.vault.reader import reading_as


@pytest.mark.database_bound
def test_who_left_the_network_is_looked_after_while_its_keys_are_here(
    make_society: MakeSociety,
) -> None:
    here, left, gone = make_society("AT"), make_society("BG"), make_society("CH")
    Society.objects.exclude(pk=here.pk).update(state=Society.State.LEFT)
    with reading_as(gone.pk):
        RecordKey.objects.filter(society_id=gone.pk).delete()
    assert lookups.every_society() == [here]
    assert lookups.societies_in_care() == [here, left]
