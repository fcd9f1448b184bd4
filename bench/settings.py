"""The settings in service, with one address more (bench/served.py)."""

from kintrace.config.settings import *  # noqa: F403

ROOT_URLCONF = "bench.served"
