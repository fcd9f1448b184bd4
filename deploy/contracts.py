"""Writes .importlinter: who may import whom. `python deploy/contracts.py` after adding a folder.

The order of the folders stands here once; the contract that guards each folder's models is the
same for all of them and therefore written by this script.
"""

from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "kintrace"
OUTPUT = ROOT / ".importlinter"

# Imports go down only; folders on one line never import each other; (not there yet).
LAYERS = """
config
demo
operations
(exchange)
matching | (servicepoints)
cases
people | wall | (safe) | (directory)
protection | visitors
watch
network
letters | audit
vault
(names) | ui | work
"""
# What may touch a folder's rows: everybody else asks its lookups and actions.
MAY_IMPORT_MODELS = ("models", "lookups", "actions", "jobs", "migrations")
PUBLIC = ("wall", "safe", "directory", "visitors")
PRIVATE = ("cases", "people", "matching", "servicepoints")
KNOW_UUIDS_ONLY = ("vault", "audit", "letters")
WITHOUT_DJANGO = ("names", "vault.ciphers")

HEAD = """\
# Written by deploy/contracts.py; change it there.
[importlinter]
root_packages =
    kintrace
include_external_packages = True
exclude_type_checking_imports = True
"""


def contract(name: str, title: str, kind: str, **lists: Iterable[str]) -> str:
    """One section; tests reach for whatever they need, so their imports do not count."""
    lines = [f"[importlinter:contract:{name}]", f"name = {title}", f"type = {kind}"]
    for key, values in lists.items():
        lines += [f"{key} =", *(f"    {value}" for value in values)]
    lines += ["ignore_imports =", "    kintrace.*.tests.** -> **"]
    lines += ["unmatched_ignore_imports_alerting = none"]
    return "\n".join(lines) + "\n"


def existing(names: Iterable[str]) -> list[str]:
    """The modules among these that are there, in full."""
    paths = {name: HOUSE / name.replace(".", "/") for name in names}
    return [
        f"kintrace.{name}"
        for name, path in paths.items()
        if path.is_dir() or path.with_suffix(".py").is_file()
    ]


def folders_with_models() -> list[str]:
    """The folders that own tables."""
    found = {path.parent for path in HOUSE.glob("*/models.py")}
    found |= {path.parent for path in HOUSE.glob("*/models")}
    return sorted(path.name for path in found)


def guard_of(folder: str) -> str:
    """The contract that keeps a folder's models behind its own lookups and actions."""
    own = f"kintrace.{folder}"
    importers = [f"{own}.{part}" for part in MAY_IMPORT_MODELS]
    section = contract(
        f"models-of-{folder}",
        f"Rows of {folder} are reached through its lookups and actions",
        "protected",
        protected_modules=[f"{own}.models", f"{own}.models.**"],
        allowed_importers=[name for part in importers for name in (part, f"{part}.**")],
    )
    return section + "as_packages = False\n"


def forbidden(name: str, title: str, sources: Iterable[str], targets: Iterable[str]) -> str:
    """The contract that some folders reach others on no path; "" when none of them is there."""
    found = existing(sources)
    if not found:
        return ""
    return contract(name, title, "forbidden", source_modules=found, forbidden_modules=list(targets))


def order() -> str:
    """The contract that holds the folders in their order, and every folder in the order."""
    layers = LAYERS.strip().splitlines()
    section = contract(
        "layers", "Imports go down", "layers", layers=layers, containers=["kintrace"]
    )
    return section + "exhaustive = True\n"


def written() -> str:
    """The whole file."""
    uuids = "The vault, the audit and the letters know societies and members by UUID only"
    sections = [
        HEAD,
        order(),
        forbidden(
            "public", "Public code has no path to private records", PUBLIC, existing(PRIVATE)
        ),
        forbidden("uuids", uuids, KNOW_UUIDS_ONLY, existing(["network"])),
        forbidden(
            "plain", "Comparing names and ciphering need no Django", WITHOUT_DJANGO, ["django"]
        ),
        *(guard_of(folder) for folder in folders_with_models()),
    ]
    return "\n".join(section for section in sections if section)


if __name__ == "__main__":
    OUTPUT.write_text(written())
