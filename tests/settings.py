"""The real settings, read in the environment of a test run (and by the type checker)."""

from tests import environment

environment.enter()

from kintrace.config.settings import *  # noqa: E402, F403
