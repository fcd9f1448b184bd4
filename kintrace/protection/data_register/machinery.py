"""What is kept so that the rest works: keys, the chain of deeds, counts, clocks, jobs."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import Audience, Column, Entry, Until, Why, holding
from kintrace.protection.purposes import BasisKind

_KEYS = {
    "vault.RecordKey": Entry(Why.SEAL, None, Until.SOCIETY, Audience.NOBODY),
    "vault.Slot": Entry(Why.SEAL, None, Until.OPENS, Audience.NOBODY),
    "vault.SigningList": Entry(
        Why.SEAL, BasisKind.LEGITIMATE_INTEREST, Until.SOCIETY, Audience.NOBODY
    ),
    "vault.BoxKey": Entry(Why.SEAL, None, Until.SOCIETY, Audience.NOBODY),
    "vault.DeviceKey": Entry(Why.SEAL, None, Until.SOCIETY, Audience.NOBODY),
    "vault.MemberKey": Entry(
        Why.SEAL, BasisKind.LEGITIMATE_INTEREST, Until.MEMBER, Audience.NOBODY
    ),
    "vault.FormerHolder": Entry(
        Why.SEAL,
        BasisKind.LEGITIMATE_INTEREST,
        Until.SOCIETY,
        holding(Right.HOLD_KEY_CEREMONY),
    ),
    "vault.BoxGrant": Entry(Why.SEAL, BasisKind.LEGITIMATE_INTEREST, Until.MEMBER, Audience.NOBODY),
}
_DEEDS = {
    "audit.Entry": Entry(
        Why.WITNESS,
        BasisKind.LEGITIMATE_INTEREST,
        Until.TEN_YEARS,
        holding(Right.SEE_AUDIT),
        {
            "actor": _("The number of the member who did it"),
            "deed": _("What was done, as a code"),
            "about": _("The number of the record; never what stands in it"),
        },
    ),
    "audit.Head": Entry(Why.WITNESS, None, Until.SOCIETY, Audience.NOBODY),
    "audit.Beginning": Entry(Why.WITNESS, None, Until.SOCIETY, Audience.NOBODY),
}
_WATCH = {
    "watch.Alarm": Entry(
        Why.GUARD,
        BasisKind.LEGITIMATE_INTEREST,
        Until.TWO_YEARS,
        holding(Right.KEEP_WATCH, Right.SEE_AUDIT),
        {
            "rule": _("What was odd"),
            "member": _("The number of the member whose reading it was"),
            "count": _("How many records, lists or tries"),
            "note": _("What came of it, in the words of who looked"),
        },
    ),
    "watch.Reason": Entry(
        Why.GUARD,
        BasisKind.LEGITIMATE_INTEREST,
        Until.TWO_YEARS,
        holding(Right.KEEP_WATCH),
        {"words": _("Why a member had to read more than the limit")},
    ),
    "watch.Canary": Entry(
        Why.GUARD,
        None,
        Until.NO_END,
        holding(Right.KEEP_WATCH),
        {"told": _("Which case is invented, and who knows it")},
    ),
    "watch.Hours": Entry(
        Why.GUARD,
        None,
        Until.SOCIETY,
        holding(Right.KEEP_WATCH),
        {
            "zone": _("Where the society works"),
            "days": _("On which days of the week"),
            "opens": _("From when"),
            "closes": _("Until when"),
        },
    ),
    "watch.Patrol": Entry(
        Why.GUARD,
        None,
        Until.SOCIETY,
        Audience.NOBODY,
        {
            "seq": _("How far the patrol went through the audit"),
            "proved_seq": _("How far it found the audit whole"),
            "proved_mac": _("The seal it found there"),
            "again_seq": _("How far it proved the audit anew, part after part"),
            "again_mac": _("The seal it found there"),
        },
    ),
}
_PUBLIC_FORMS = {
    "visitors.DayCount": Entry(
        Why.COUNT,
        None,
        Until.NO_END,
        holding(Right.SEE_FIGURES),
        {"count": _("How many in a day and language; nobody in particular")},
    ),
    "visitors.Challenge": Entry(
        Why.OPEN, None, Until.USED, Audience.NOBODY, {"id": _("A digest of a pass that was used")}
    ),
    "visitors.Feedback": Entry(
        Why.LEARN,
        BasisKind.LEGITIMATE_INTEREST,
        Until.NINETY_DAYS,
        holding(Right.READ_INBOX),
        {
            "words": _("A sentence about our work; no name is asked"),
            "mood": _("One of three faces"),
        },
    ),
    "visitors.Network": Entry(
        Why.OPEN,
        None,
        Until.SOCIETY,
        holding(Right.NAME_NETWORKS),
        {
            "addresses": _("Addresses of a camp or a desk that many share; never of a person"),
            "times": Column(_("How many times the usual limits")),
        },
    ),
}
_PROGRAM = {
    "operations.Due": Entry(Why.RUN, None, Until.NO_END, Audience.NOBODY),
    "operations.Beat": Entry(Why.RUN, None, Until.JOB, Audience.NOBODY),
    "operations.Look": Entry(Why.RUN, None, Until.NO_END, holding(Right.SEE_STATUS)),
    "operations.Hour": Entry(Why.RUN, None, Until.JOB, holding(Right.SEE_STATUS)),
    "django_tasks_database.DBTaskResult": Entry(
        Why.RUN,
        None,
        Until.JOB,
        holding(Right.SEE_STATUS),
        {
            "args_kwargs": _("Numbers and codes of records; never what stands in them"),
            "exception_class_path": _("What kind of failure; without its words"),
        },
        dict.fromkeys(
            (
                *("id", "status", "enqueued_at", "started_at", "finished_at", "args_kwargs"),
                *("priority", "task_path", "worker_ids", "queue_name", "backend_name"),
                *("run_after", "return_value", "exception_class_path", "traceback"),
            ),
            "routing",
        ),
    ),
}
ENTRIES = _KEYS | _DEEDS | _WATCH | _PUBLIC_FORMS | _PROGRAM
