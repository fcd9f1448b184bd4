"""The photo with which somebody searches, as it was shown among others to who was found."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from kintrace.cases.finding import LineUp, Photo
from kintrace.vault import safe_files

if TYPE_CHECKING:
    from kintrace.cases.lookups import Finding
    from kintrace.cases.models import Case

_SMALL = "preview-whole.jpg"


def naming_the_photo(line_up: LineUp, finding: Finding) -> LineUp:
    """With a print of the photo that lies in the case now: it may be taken anew later."""
    is_ours = line_up.photo == Photo.SEARCHERS and not finding.is_afar
    kept = _kept(finding.case) if is_ours else None
    return replace(line_up, shows=_print_of(kept) if kept else "")


def photo_shown(finding: Finding) -> bytes | None:
    """The small picture, while it is the one that was shown; no other is kept for a line-up."""
    prints = {one.rung["line_up"].get("shows") for one in finding.proofs if "line_up" in one.rung}
    if finding.is_afar or not any(prints):
        return None
    kept = _kept(finding.case)
    return kept if kept and _print_of(kept) in prints else None


def _kept(case: Case) -> bytes | None:
    try:
        return safe_files.fetch(file=case.file, name=_SMALL)
    except FileNotFoundError:
        return None


def _print_of(jpeg: bytes) -> str:
    return hashlib.sha256(jpeg).hexdigest()
