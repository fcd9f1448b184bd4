"""What an operator may set of the store, in words: rows of the table in knobs.py."""

_SERVING, _STAFF = "public, staff", "staff"

STORE = (
    ("KINTRACE_STORE", "`disk`, or `s3` for buckets of an S3 server", "disk", _SERVING),
    (
        "KINTRACE_S3_ENDPOINT",
        "where it answers: `https://store.example:8333`",
        "none",
        _SERVING,
    ),
    ("KINTRACE_S3_REGION", "its region", "us-east-1", _SERVING),
    (
        "KINTRACE_S3_BUCKET_SEALED",
        "the bucket of sealed files; refused on the public side",
        "none",
        _STAFF,
    ),
    ("KINTRACE_S3_BUCKET_FACES", "the bucket of public pictures", "none", _SERVING),
    (
        "KINTRACE_S3_KEY",
        "the name of this side there, another on each; the public side’s may read faces alone",
        "none",
        _SERVING,
    ),
    ("KINTRACE_S3_SECRET", "its secret", "none", _SERVING, True),
    (
        "KINTRACE_S3_CA",
        "who vouches for it: a file",
        "who the system trusts",
        _SERVING,
    ),
    (
        "KINTRACE_PURGE",
        "caches in front of the wall that forget a face when asked with PURGE, with commas between",
        "none is asked",
        _STAFF,
    ),
)
