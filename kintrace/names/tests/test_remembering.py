"""Names that were compared do not stay in memory for ever."""

import importlib
import pkgutil
from functools import _lru_cache_wrapper
from inspect import signature

import kintrace.names
from kintrace.names import likeness, remembering
from kintrace.names.dates import agreement, window_of

# By what they are asked they keep letters, scripts, countries or years, never a word of a person.
OF_NOBODY = {"_pairs", "_of", "_of_letter", "_rows", "_in_latin", "_towns", "_nowruz"}
OF_NOBODY |= {"sheet", "shares", "roman", "sounds", "_joint"}


def test_what_was_compared_is_forgotten_when_somebody_says_so() -> None:
    likeness("Zdravka Pylypiuk", "Пилипюк")
    agreement(window_of("1990-05-03"), window_of("1991"))
    assert remembering.how_many() > 10
    remembering.forget()
    assert remembering.how_many() == 0


def test_nothing_else_keeps_a_word() -> None:
    kept = {id(one) for one in remembering._KEPT}  # noqa: SLF001 the list itself is asked
    others = set()
    for module in pkgutil.walk_packages(kintrace.names.__path__, "kintrace.names."):
        if ".tests" in module.name or module.name.endswith("__main__"):
            continue
        caches = {
            name: one
            for name, one in vars(importlib.import_module(module.name)).items()
            if isinstance(one, _lru_cache_wrapper) and signature(one).parameters
        }
        others |= {name for name, one in caches.items() if id(one) not in kept}
    assert others == OF_NOBODY
