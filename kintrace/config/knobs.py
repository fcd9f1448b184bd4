"""What an operator may set, in words.

A test holds this table against what settings.py reads, and `deploy/configuration.py` writes
docs/configuration.md from it.
"""

from dataclasses import dataclass

from kintrace.config.knobs_store import STORE

BOTH = "public, staff, matcher"
PUBLIC, STAFF, MATCHER = "public", "staff", "matcher"
SERVING = "public, staff"


@dataclass(frozen=True)
class Knob:
    """One variable: what it is, what holds without it, on which sides it is read."""

    name: str
    what: str
    default: str
    side: str
    secret: bool = False


@dataclass(frozen=True)
class Group:
    """Variables about one matter."""

    title: str
    knobs: tuple[Knob, ...]


GROUPS = (
    Group(
        "What this process is",
        (
            Knob(
                "KINTRACE_SIDE",
                "`public`, `staff` or `matcher`; `both` in the demo and tests alone",
                "none: it has to be set",
                BOTH,
            ),
            Knob(
                "KINTRACE_TRAINING",
                "1 for a desk to learn at: SQLite will do, and every page says what it is",
                "0",
                SERVING,
            ),
            Knob("KINTRACE_DEMO", "1 for the invented network; `make demo` sets it", "0", SERVING),
            Knob("KINTRACE_TESTING", "1 in a test run; never in service", "0", BOTH),
            Knob(
                "KINTRACE_LOG_LEVEL",
                "`DEBUG`, `INFO`, `WARNING`, `ERROR` or `CRITICAL`",
                "INFO",
                BOTH,
            ),
            Knob("WEB_CONCURRENCY", "how many web processes share the work", "1", SERVING),
        ),
    ),
    Group(
        "Addresses",
        (
            Knob(
                "KINTRACE_HOSTS",
                "the names under which browsers come, with commas between",
                "localhost,127.0.0.1",
                SERVING,
            ),
            Knob(
                "KINTRACE_PUBLIC_ADDRESS",
                "where the wall is found, for posters and letters: `https://faces.example.org`",
                "none",
                SERVING,
            ),
            Knob(
                "KINTRACE_STAFF_ADDRESS",
                "where the desk is found; `doctor` looks at its headers and certificate",
                "none",
                STAFF,
            ),
            Knob(
                "KINTRACE_TLS", "1: everything over TLS, with HSTS; 0 only on a test", "1", SERVING
            ),
            Knob(
                "KINTRACE_PROXIES",
                "how many proxies of yours stand before this process",
                "0",
                SERVING,
            ),
        ),
    ),
    Group(
        "Secrets of a side",
        (
            Knob(
                "KINTRACE_SECRET_KEY",
                "50 random letters, others on each side",
                "none: it has to be set",
                BOTH,
                secret=True,
            ),
            Knob(
                "KINTRACE_ANSWER_SALT",
                "16 or more random bytes in hexadecimal, the same everywhere, never changed; "
                "no secret",
                "none: it has to be set",
                BOTH,
            ),
        ),
    ),
    Group(
        "Database",
        (
            Knob(
                "KINTRACE_DATABASE_URL",
                "`postgres://role@host/database`, as the role of this side; of two servers "
                "`role@one,two/database?target_session_attrs=read-write`; on another machine with "
                "`sslmode=verify-full&sslrootcert=/path/to/ca.pem`",
                "none in service: SQLite is for the demo, tests and training",
                BOTH,
                secret=True,
            ),
            Knob(
                "KINTRACE_LONGEST_STATEMENT",
                "seconds after which the database gives up a statement; 0: never",
                "20 for pages, 0 for workers and commands",
                BOTH,
            ),
            Knob("KINTRACE_ROLE_STAFF", "the role of the staff side", "kintrace_staff", BOTH),
            Knob("KINTRACE_ROLE_PUBLIC", "the role of the public side", "kintrace_public", BOTH),
            Knob("KINTRACE_ROLE_MATCHER", "of the matching worker", "kintrace_matcher", BOTH),
            Knob("KINTRACE_ROLE_BACKUP", "of the backup", "kintrace_backup", BOTH),
            Knob(
                "KINTRACE_BACKUP_PASSWORD",
                "the password of the backup’s role, where it needs one",
                "none",
                STAFF,
                secret=True,
            ),
        ),
    ),
    Group(
        "Backup (docs/backup.md)",
        (
            Knob(
                "KINTRACE_BACKUP_TO", "the folder of `manage.py backup`", "named each time", STAFF
            ),
            Knob(
                "KINTRACE_BACKUP_RECIPIENT", "the age key that opens it", "named each time", STAFF
            ),
            Knob("KINTRACE_BACKUP_SLOT_RECIPIENT", "another, of slots", "named each time", STAFF),
        ),
    ),
    Group(
        "Places on disk",
        (
            Knob("KINTRACE_DATA", "the folder of this side", "`var` beside the program", BOTH),
            Knob("KINTRACE_FACES", "public pictures", "`faces` in the data", SERVING),
            Knob("KINTRACE_SAFE_FILES", "sealed files", "`sealed` in the data", STAFF),
            Knob("KINTRACE_LETTER_FILES", "letters of the demo", "`letters` in the data", STAFF),
            Knob(
                "KINTRACE_PINS", "fingerprints of signing lists", "`pins.json` in the data", SERVING
            ),
            Knob("KINTRACE_DAY_KEYS", "keys of the day", "`day-keys` in the data", PUBLIC),
            Knob("KINTRACE_STATIC", "what pages load", "`static` in the data", SERVING),
        ),
    ),
    Group("Store (docs/storage.md)", tuple(Knob(*row) for row in STORE)),
    Group(
        "Keys (docs/keys.md)",
        (
            Knob(
                "KINTRACE_ROOT_KEYS",
                "the folder of root keys, of the ledger and of the anchors’ key; outside the data "
                "and outside every backup",
                "none on the staff side: it has to be set",
                STAFF,
            ),
            Knob(
                "KINTRACE_ROOT_KEY_FILE",
                "one file with the root key, as a manager of secrets gives it, instead of "
                "`root-N.key` in the folder",
                "none",
                STAFF,
            ),
            Knob(
                "KINTRACE_ROOTS",
                "a TOML file: root keys in a vault, and societies that keep their own",
                "none",
                STAFF,
            ),
            Knob(
                "KINTRACE_MATCHING_PUBLIC",
                "the public half of the matching pair",
                "`matching.pub` in the data",
                "staff, matcher",
            ),
            Knob(
                "KINTRACE_MATCHING_KEY",
                "the private half; on the machine of the matching worker alone",
                "`matching.key` in the data",
                MATCHER,
            ),
        ),
    ),
    Group(
        "Letters",
        (
            Knob("KINTRACE_SMTP_HOST", "the server that takes letters", "localhost", STAFF),
            Knob("KINTRACE_SMTP_PORT", "its port", "25", STAFF),
            Knob("KINTRACE_SMTP_USER", "who signs in there", "nobody", STAFF),
            Knob("KINTRACE_SMTP_PASSWORD", "with which password", "none", STAFF, secret=True),
            Knob("KINTRACE_SMTP_TLS", "1: only after STARTTLS", "1", STAFF),
            Knob("KINTRACE_FROM", "whom letters come from", "kintrace@localhost", STAFF),
        ),
    ),
    Group(
        "Limits",
        (
            Knob(
                "KINTRACE_PAIRS_A_DAY",
                "how many pairs a day two societies are proposed of what one of them laid",
                "50",
                MATCHER,
            ),
        ),
    ),
    Group(
        "Figures",
        (
            Knob(
                "KINTRACE_METRICS_TOKEN",
                "32 or more random letters, by which `/metrics` is asked for; none: there is none",
                "none",
                SERVING,
                secret=True,
            ),
        ),
    ),
)

HEAD = """# Configuration

Everything that an administrator sets is a variable of the environment; there is no other file of
settings. `deploy/configuration.py` writes this page from `kintrace/config/knobs.py`, and a test
fails when it is out of date.

- **By file**: for each variable NAME, NAME_FILE may name a file that holds the value instead, such
  as a credential of systemd or of a manager of secrets. What is secret should be given like this.
  Both at once are refused. The end of its last line does not count. What is empty is not set.
- **Refused at start**: a process whose settings are wrong or missing does not start. It says all
  that is wrong at once, a line each: the variable, what is wrong, what to set. No line repeats a
  value.
- **Asked later**: `manage.py doctor` says what only shows in service, names variables that begin
  with KINTRACE_ and that nobody reads (a slip of the pen), and says how to mend each.
- **Side**: which process reads it. Give a process no more than it needs: no key to the public side.
"""


def names() -> set[str]:
    """Every variable that stands in the table."""
    return {knob.name for group in GROUPS for knob in group.knobs}


def written() -> str:
    """The whole page."""
    return HEAD + "".join(map(_section, GROUPS))


def _section(group: Group) -> str:
    head = f"\n## {group.title}\n\n| variable | what | without it | side | secret |\n"
    return head + "|---|---|---|---|---|\n" + "".join(map(_row, group.knobs))


def _row(knob: Knob) -> str:
    secret = f"yes: better `{knob.name}_FILE`" if knob.secret else "no"
    return f"| `{knob.name}` | {knob.what} | {knob.default} | {knob.side} | {secret} |\n"
