"""What single pages are excused from, each with its reason. Shorter is better."""

from __future__ import annotations

from pathlib import Path

# How many questions a page may ask more for one row more, and why that does no harm. The town of
# the test has three persons sought for each row that is laid.
ONE_BY_ONE: dict[str, tuple[int, str]] = {
    "cases:accept": (48, "who is sought in one request, six at most, each searched for by tags"),
    "cases:case": (6, "who is sought in one case, six at most: found by a mark under its own key"),
    "cases:child": (12, "who says to be family of one child: a few"),
    "cases:found_decide": (3, "rungs of one ladder: a handful"),
    "cases:found_sign": (3, "rungs of one ladder: a handful"),
    "cases:second_look": (3, "who is sought in one request, six at most"),
    "cases:who_else": (1, "goes through all cases, but by parts of some hundred"),
    "protection:add_boxed": (12, "who is sought by one person, six at most, by marks"),
    "protection:copy": (21, "who is sought by one person, six at most, by marks"),
}
# Where much is shown nothing any more, and why.
FULL: dict[str, str] = {
    "cases:further": "a case has six persons sought at most, and says so",
}
# A page and a table that it reads whole, and why.
WHOLE: dict[tuple[str, str], str] = {
    ("operations:failed", "django_tasks_database_dbtaskresult"): (
        "the queue itself, for who runs the house: done jobs are forgotten after a day"
    ),
}
# Lists that grow, but not with what many.py can make more of: nothing is tested of them here.
NOT_MADE_MORE: dict[str, str] = {
    "cases:children": "children of one's own team, one page each",
    "cases:children_gallery": "photos of children: each is taken with a child's own team",
    "cases:ending": "closed cases whose time is nearly over: the town has closed none so long ago",
    "cases:figures": "sums by month",
    "cases:past": "sums of years that ended",
    "cases:reminders": "letters to people, which fall due weeks after a face was put up",
    "cases:replies": "approved sentences, one of a kind for each language",
    "cases:safe": "of one case; what is told is one row for each person",
    "matching:judged": "sums of what was judged",
    "matching:search": "an empty form; what it finds is bounded by searching.MOST",
    "operations:failed": "jobs that failed for good: no act of a society makes any",
    "network:agreements": "one agreement for two societies",
    "network:societies": "societies of the network: a test has three",
    "protection:notices": "one text of a kind and language is in force",
    "servicepoints:counts": "sums of one day",
    "servicepoints:needs": "settled assessments, which the town has one of",
    "usersessions_list": "the sessions of the member who looks",
    "visitors:heard": "sums of what visitors said",
}
# Forms, and pages of one thing: one a line.
NO_LIST = frozenset(Path(__file__).with_name("no_list.txt").read_text("utf-8").split())
