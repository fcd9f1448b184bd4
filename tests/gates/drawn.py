"""What hypothesis chooses from."""

from __future__ import annotations

import hypothesis.strategies as st

from kintrace.protection.purposes import Purpose, Scope
from kintrace.protection.risk import Answer

ANYBODY = st.integers(0, 7)  # a member of the society, by number
WHICH = st.integers(0, 5)  # a person, by number
HOUSES = st.integers(0, 3)
MONTHS = st.sampled_from([2, 6, 11, 11])
ANSWERS = st.sampled_from([Answer.NO, Answer.NO, Answer.NO, Answer.YES])
MOSTLY = st.sampled_from([True, True, True, False])
NOT_THE_WALL = st.sampled_from([Purpose.TRACE, Purpose.SHARE, Purpose.CONTACT])
BOTH = (Scope.WALL, Scope.POSTERS)
PLACES = st.sampled_from([BOTH, BOTH, BOTH, (Scope.WALL,), (Scope.POSTERS,)])
AGES = st.sampled_from([14, 16, 30, 30])
