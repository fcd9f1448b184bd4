"""The file of KINTRACE_ROOTS: what cannot be followed is refused with what to mend."""

from pathlib import Path
from uuid import uuid4

import pytest
from pytest_django import Settings

from kintrace.vault import root
from kintrace.vault.roots import told
from kintrace.vault.tests.stand_in_vault import TOKEN

TRANSIT = 'kind = "transit"\naddress = "https://v.example"\nkey = "k"\nfolder = "/w"\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("house = ", "is no TOML"),
        ('house = "hq"', "there is no [providers.hq]"),
        ("[provider.hq]", "does not know “provider”"),
        ('[providers.HQ]\nkind = "files"', "needs a name of small letters"),
        ('[providers.hq]\nfolder = "/w"', 'needs kind = "files" or "transit"'),
        ('[providers.hq]\nkind = "files"\nfolder = "w"', "needs folder, a whole path"),
        ('[providers.hq]\nkind = "files"\nfolder = "/w"\nmode = 1', "does not know “mode”"),
        (f"[providers.hq]\n{TRANSIT}", "token_file or else role_id_file"),
        (f'[providers.hq]\n{TRANSIT}token_file = "t"', "has a token_file that cannot be followed"),
        (f'[providers.hq]\n{TRANSIT}token_file = "/t"\nseconds = 99', "between 0 and 30 seconds"),
        (
            f'[providers.hq]\n{TRANSIT}token_file = "/t"'.replace("https", "http"),
            "begins with https://",
        ),
        ('providers = "hq"', "has to be a table"),
        ('[societies]\nAT = "hq"', "a society is named by its number"),
    ],
)
def test_a_file_that_cannot_be_followed_is_refused_with_what_to_mend(
    text: str, words: str, settings: Settings, tmp_path: Path
) -> None:
    settings.ROOTS = str(tmp_path / "roots.toml")
    Path(settings.ROOTS).write_text(text)
    with pytest.raises(told.RootsWrong) as refused:
        root.newest()
    assert words in str(refused.value)
    assert TOKEN not in str(refused.value)


def test_a_file_that_is_not_there_is_refused(settings: Settings, tmp_path: Path) -> None:
    settings.ROOTS = str(tmp_path / "none")
    with pytest.raises(told.RootsWrong, match="cannot be read"):
        root.newest()


def test_the_public_side_never_reads_who_keeps_keys(settings: Settings, tmp_path: Path) -> None:
    settings.ROOTS, settings.SIDE = str(tmp_path / "none"), "public"
    with pytest.raises(root.RootKeyMissing, match="Only the staff side"):
        root.provider_of(uuid4())
