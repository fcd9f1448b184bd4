"""Every knob of Kintrace, read from the environment; a wrong or missing value is refused.

A secret may be given by file: NAME_FILE holds the path. Each knob stands in `knobs.py` as well.
"""

import logging
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from kintrace.config import database, languages, storing
from kintrace.config.installed import PARTS
from kintrace.config.reading import Knobs
from kintrace.config.signing_in import *  # noqa: F403 - settings are names of a module

ROOT = Path(__file__).resolve().parent.parent.parent
env = Knobs()

# --- which side of the program this process is (docs/decisions/001) ---
SIDE: str = env.one_of("KINTRACE_SIDE", ("public", "staff", "matcher", "both"), default="both")
DEMO: bool = env.bool("KINTRACE_DEMO", default=False)
TESTING: bool = env.bool("KINTRACE_TESTING", default=False)
# A desk to learn at: as in service, but SQLite will do, and every page says what it is.
TRAINING: bool = env.bool("KINTRACE_TRAINING", default=False)
if SIDE == "both" and not (DEMO or TESTING):
    env.refuse(
        "KINTRACE_SIDE=both joins what must be apart; it is for the demo and tests only. "
        "Set KINTRACE_SIDE to public, staff or matcher."
    )
HAS_PUBLIC, HAS_STAFF = SIDE in {"public", "both"}, SIDE in {"staff", "both"}

# --- places on disk; the keys' folder is never read on the public side ---
DATA = env.place("KINTRACE_DATA", default=ROOT / "var")
FACES = env.place("KINTRACE_FACES", default=DATA / "faces")  # public pictures
SAFE_FILES = env.place("KINTRACE_SAFE_FILES", default=DATA / "sealed")
LETTER_FILES = env.place("KINTRACE_LETTER_FILES", default=DATA / "letters")
PINS = env.place("KINTRACE_PINS", default=DATA / "pins.json")
DAY_KEYS = env.place("KINTRACE_DAY_KEYS", default=DATA / "day-keys")  # visitors/daykey.py
ROOT_KEYS = env.place("KINTRACE_ROOT_KEYS", default=DATA / "keys")
if HAS_STAFF and not (DEMO or TESTING) and ROOT_KEYS.is_relative_to(DATA):
    env.refuse(
        "KINTRACE_ROOT_KEYS must name a folder outside KINTRACE_DATA and outside every backup."
    )
# One file instead of the folder; and who else keeps root keys, of which society (docs/keys.md).
ROOT_KEY_FILE: str = env.file("KINTRACE_ROOT_KEY_FILE")
ROOTS: str = env.file("KINTRACE_ROOTS")
# The two halves of the network's matching pair: the staff sides have the public one, the matching
# worker alone the private one. Without the public one nothing is compared across societies.
MATCHING_PUBLIC = env.place("KINTRACE_MATCHING_PUBLIC", default=DATA / "matching.pub")
MATCHING_KEY = env.place("KINTRACE_MATCHING_KEY", default=DATA / "matching.key")
# How many pairs a day two societies are proposed of what one of them laid; the others wait.
PAIRS_A_DAY: int = env.int("KINTRACE_PAIRS_A_DAY", default=50, least=1)

# --- the salt of visitors' codes: not secret, one for the installation, never changed ---
_made_up = "6b696e74726163652064656d6f206f6e6c79" if DEMO or TESTING else ""
ANSWER_SALT: str = env.str(
    "KINTRACE_ANSWER_SALT",
    default=_made_up,
    shape=r"([0-9a-fA-F]{2}){16,64}",
    must="be 16 or more random bytes in hexadecimal",
)
if not _made_up:
    env.needs(
        "KINTRACE_ANSWER_SALT",
        "16 or more random bytes in hexadecimal. Both sides need the same one, and no code opens "
        "an answer after it changes",
    )

SECRET_KEY: str = env.str(
    "KINTRACE_SECRET_KEY", default="", shape=r".{32,}", must="be 50 random letters"
)
env.needs("KINTRACE_SECRET_KEY", "50 random letters")
DEBUG = False
ALLOWED_HOSTS: list[str] = env.list(
    "KINTRACE_HOSTS",
    default=["localhost", "127.0.0.1"],
    shape=r"[A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\]",
    must="be the names under which browsers come, such as faces.example.org, with commas between",
)
if DEMO and not set(ALLOWED_HOSTS) <= {"localhost", "127.0.0.1"}:
    env.refuse("The demo answers on localhost only: leave KINTRACE_HOSTS unset.")
TLS: bool = env.bool("KINTRACE_TLS", default=not (DEMO or TESTING))
# How many proxies of ours stand before this process; each adds one address to X-Forwarded-For.
PROXIES: int = env.int("KINTRACE_PROXIES", default=0, most=9)
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
PUBLIC_ADDRESS: str = env.address("KINTRACE_PUBLIC_ADDRESS")  # of the wall, for posters
STAFF_ADDRESS: str = env.address("KINTRACE_STAFF_ADDRESS")  # of the desk; `doctor` looks at both
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None

# How many processes share the work of the public side (visitors/browsing.py); as gunicorn knows it.
PUBLIC_PROCESSES: int = env.int("WEB_CONCURRENCY", default=1, least=1, most=999)

# --- database ---
DATABASES: dict[str, Any] = {
    "default": env.db("KINTRACE_DATABASE_URL", default=f"sqlite:///{DATA / 'kintrace.sqlite3'}")
}
_database = DATABASES["default"]
ON_SQLITE: bool = _database["ENGINE"].endswith("sqlite3")
if ON_SQLITE and not (DEMO or TESTING or TRAINING):
    env.refuse(
        "KINTRACE_DATABASE_URL must name a PostgreSQL, such as postgres://role@host/database: "
        "on SQLite nothing parts one society from another. For a training desk without real "
        "people set KINTRACE_TRAINING=1."
    )
DATABASE_LINE = database.line_to(_database)
if DATABASE_LINE not in {"here", *database.SAID}:
    env.refuse(database.OPEN_LINE)
# The role as whom migrations run owns the tables; these are the roles that serve people.
DATABASE_ROLES = {
    role: env.str(
        f"KINTRACE_ROLE_{role.upper()}",
        default=f"kintrace_{role}",
        shape=r"[a-z_][a-z0-9_]{0,62}",
        must="be the name of a database role: small letters, figures and _",
    )
    for role in ("staff", "public", "matcher", "backup")
}
# Seconds, set by the door of pages (config/wsgi.py); 0: what nobody waits for takes its time.
LONGEST_STATEMENT: int = env.int("KINTRACE_LONGEST_STATEMENT", default=0, least=0)
BACKUP_PASSWORD: str = env.str("KINTRACE_BACKUP_PASSWORD", default="")
# Where `manage.py backup` writes to, and the public age keys (age1…) it writes for.
BACKUP_TO: str = env.file("KINTRACE_BACKUP_TO")
BACKUP_RECIPIENT: str = env.str("KINTRACE_BACKUP_RECIPIENT", default="")
BACKUP_SLOT_RECIPIENT: str = env.str("KINTRACE_BACKUP_SLOT_RECIPIENT", default="")
if ON_SQLITE:
    _database["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA secure_delete=ON;"
            "PRAGMA foreign_keys=ON;"
        ),
    }
else:
    _database.setdefault("OPTIONS", {})
    if not TESTING:
        _database["OPTIONS"] = database.options(
            _database["OPTIONS"], longest_statement=LONGEST_STATEMENT
        )
    _database["CONN_HEALTH_CHECKS"] = True  # after the database came back, ask before using
if TESTING:
    _database["TEST"] = {"NAME": _database["NAME"]}  # child processes of a test share it by name
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- the house ---
INSTALLED_APPS = list(PARTS)
if not DEMO and not TESTING:
    INSTALLED_APPS.remove("kintrace.demo")

_EVERYWHERE_BEFORE = [
    "kintrace.operations.probes.Probes",
    "kintrace.visitors.proxies.Proxies",
    "kintrace.operations.logs.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "kintrace.ui.headers.Headers",
    "csp.middleware.CSPMiddleware",
    "kintrace.ui.utf8.InUTF8",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kintrace.operations.closed.WhileRestoring",
]
_STAFF_ONLY = [
    "kintrace.ui.cookies.OfOurs",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kintrace.ui.languages.Languages",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "kintrace.network.sessions.SessionClock",
    "kintrace.network.gate.Gate",
    "kintrace.network.gate.OneTransaction",
    "kintrace.watch.gate.Watched",
]
_PUBLIC_ONLY = [
    "kintrace.ui.languages.Languages",
    "django.middleware.common.CommonMiddleware",
    "allauth.account.middleware.AccountMiddleware",  # allauth does not start without it
    "kintrace.network.gate.Gate",
]
MIDDLEWARE = _EVERYWHERE_BEFORE + (_STAFF_ONLY if HAS_STAFF else _PUBLIC_ONLY)
# A visitor has no session and no cookie that a forged form could use; visitors/origins.py asks
# the browser where a form was sent from.
SILENCED_SYSTEM_CHECKS = [] if HAS_STAFF else ["security.W003"]
ROOT_URLCONF = "kintrace.config.urls"
WSGI_APPLICATION = "kintrace.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "kintrace.ui.templatetags.ui",
                "kintrace.network.templatetags.kept",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                *(
                    f"django.contrib.{app}.context_processors.{app}"
                    for app in ("auth", "messages")
                    if HAS_STAFF
                ),
                "kintrace.ui.context.house",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- languages ---
LANGUAGE_CODE, LANGUAGES, STAFF_LANGUAGES = "en", languages.TO_VISITORS, languages.TO_MEMBERS
DATE_FORMAT, TIME_FORMAT, YEAR_MONTH_FORMAT = languages.FIGURES
LOCALE_PATHS, FORMAT_MODULE_PATH = [ROOT / "locale"], "kintrace.config.formats"
TIME_ZONE = "UTC"

# --- signing in (the second factor is asked by network.gate) ---
SESSION_COOKIE_NAME = "__Host-session" if TLS else "session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = TLS
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-csrf" if TLS else "csrf"
BOX_COOKIE_NAME = "__Host-box" if TLS else "box"
# How many records wait on this tablet; its own script writes it (servicepoints), so that nobody
# signs out over them unasked.
WAITING_COOKIE_NAME = "__Host-waiting" if TLS else "waiting"

# --- headers ---
SECURE_SSL_REDIRECT = TLS
SECURE_HSTS_SECONDS = 63072000 if TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = TLS
# "no-referrer" makes Chromium send Origin: null, and every form would be refused.
SECURE_REFERRER_POLICY = "same-origin"
_FROM_US = ("script", "style", "img", "font", "connect", "manifest", "worker")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {f"{kind}-src": [SELF] for kind in _FROM_US}
    | {"form-action": [SELF]}
    | {directive: [NONE] for directive in ("default-src", "base-uri", "frame-ancestors")}
}

# --- jobs, letters, static files, uploads ---
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# Letters lie in files only where no server for them is named, in the demo and in tests.
_to_files = (DEMO or TESTING) and "KINTRACE_SMTP_HOST" not in env.ENVIRON
EMAIL_BACKEND = f"django.core.mail.backends.{'filebased' if _to_files else 'smtp'}.EmailBackend"
EMAIL_FILE_PATH = LETTER_FILES
EMAIL_HOST = env.str(
    "KINTRACE_SMTP_HOST", default="localhost", shape=r"[A-Za-z0-9.:-]+", must="be a server’s name"
)
EMAIL_PORT = env.int("KINTRACE_SMTP_PORT", default=25, least=1, most=65535)
EMAIL_HOST_USER = env.str("KINTRACE_SMTP_USER", default="")
EMAIL_HOST_PASSWORD = env.str("KINTRACE_SMTP_PASSWORD", default="")
if EMAIL_HOST_USER:
    env.needs("KINTRACE_SMTP_PASSWORD", "the password that belongs to KINTRACE_SMTP_USER")
EMAIL_USE_TLS = env.bool("KINTRACE_SMTP_TLS", default=not (DEMO or TESTING))
DEFAULT_FROM_EMAIL: str = env.str(
    "KINTRACE_FROM",
    default="kintrace@localhost",
    shape=r"[^@]+@[^@]+",
    must="be the address from which letters come, such as kintrace@example.org",
)
STATIC_URL = "/static/"
STATIC_ROOT = env.place("KINTRACE_STATIC", default=DATA / "static")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
    **storing.places(env, side=SIDE),
}
PURGE = storing.purged(env)
WHITENOISE_USE_FINDERS = TESTING  # tests serve the files where they are written
# A photo stays in memory while it is cleaned: an unsealed upload never touches the disk.
FILE_UPLOAD_HANDLERS = ["kintrace.ui.uploads.InMemory"]
LARGEST_PHOTO = 15 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = LARGEST_PHOTO + 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 600  # six people typed in from paper, with who was with each

# --- figures for whoever runs the house (operations/probes.py); without a token there are none ---
METRICS_TOKEN: str = env.str(
    "KINTRACE_METRICS_TOKEN", default="", shape=r"\S{32,}", must="be 32 or more random letters"
)

# --- logs: allow-listed keys only, never an address, a name or a query string ---
LOGGING_CONFIG = "kintrace.operations.logs.configure"
_levels = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
LOGGING = {"level": getattr(logging, env.one_of("KINTRACE_LOG_LEVEL", _levels, default="INFO"))}

KNOBS = frozenset(env.asked)  # `doctor` names variables that nobody reads
env.end()
