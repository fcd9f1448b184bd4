"""Who sees what works, and what failed. Part of the one table in expected.py."""

from __future__ import annotations

from kintrace.network.access import Right
from tests.access.lines import FORM, PRESS, SEEN, Line, staff

R = Right
# A job is of the house and of no society: whoever mends jobs mends them all.
HOUSE: dict[str, Line] = {
    "operations:status": staff(R.SEE_DESK, SEEN),
    "operations:failed": staff(R.SEE_STATUS, SEEN),
    "operations:failed_job": staff(R.MEND_JOBS, FORM, job_id="failed job").for_all(),
    "operations:try_again": staff(R.MEND_JOBS, PRESS, job_id="failed job").for_all(),
}
