"""The container files: no engine runs them here, so what matters in them is read."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from kintrace.operations.forgetting import SURROUNDINGS

FOLDER = Path(__file__).resolve().parent.parent / "deploy" / "containers"
IMAGE = FOLDER / "Dockerfile"
COMPOSE = FOLDER / "compose.yml"
WHOLE: dict[str, Any] = yaml.safe_load(COMPOSE.read_text())
SERVICES: dict[str, dict[str, Any]] = WHOLE["services"]
OURS = {name: one for name, one in SERVICES.items() if one["image"].startswith("kintrace:")}
SIDES = {"public", "staff", "worker", "matcher", "owner"}


def _lint(path: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("hadolint")), str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _mounts(service: dict[str, Any]) -> dict[str, str]:
    """Where a service finds which volume or file."""
    parts = [line.split(":") for line in service.get("volumes", [])]
    return {part[1]: part[0] for part in parts}


def _secrets(service: dict[str, Any]) -> set[str]:
    named = service.get("secrets", [])
    return {one if isinstance(one, str) else one["source"] for one in named}


def test_the_image_is_linted_and_a_careless_one_would_not_pass(tmp_path: Path) -> None:
    done = _lint(IMAGE)
    assert (done.returncode, done.stdout) == (0, "")
    careless = tmp_path / "Dockerfile"
    careless.write_text("FROM python\nRUN apt-get install curl\n")
    assert _lint(careless).returncode == 1


def test_the_image_belongs_to_nobody_special_and_forgets() -> None:
    text = IMAGE.read_text()
    assert re.findall(r"(?m)^USER (.+)$", text) == ["61101:61101"]
    assert "--require-hashes" in text
    assert re.findall(r"(?m)^HEALTHCHECK", text)
    for name, value in SURROUNDINGS.items():
        assert f"{name}={value}" in text


@pytest.mark.parametrize("file", [IMAGE, COMPOSE])
def test_a_file_that_was_never_run_says_so(file: Path) -> None:
    assert "NOT RUN where Kintrace is tested" in file.read_text()


def test_all_that_a_machine_runs_is_there() -> None:
    assert set(OURS) == SIDES
    assert set(SERVICES) - SIDES == {"database", "nginx"}


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_container_can_do_little(name: str) -> None:
    service = SERVICES[name]
    user = int(service["user"].split(":")[0])
    assert user > 0
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "cap_add" not in service
    assert "privileged" not in service
    assert ":" in service["image"]
    assert not service["image"].endswith(":latest")


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_secrets_come_as_files_and_stand_in_no_surroundings(name: str) -> None:
    service = SERVICES[name]
    told = service.get("environment", {})
    secret = re.compile(r"SECRET|PASSWORD|DATABASE_URL|TOKEN|SALT")
    assert [key for key in told if secret.search(key) and not key.endswith("_FILE")] == []
    lent = {
        one if isinstance(one, str) else one["target"].rpartition("/")[2]
        for one in service.get("secrets", [])
    }
    named = {value.removeprefix("/run/secrets/") for value in told.values() if "/secrets/" in value}
    assert named <= lent
    assert _secrets(service) <= set(WHOLE["secrets"])


def test_the_public_side_has_no_key_and_meets_the_desk_nowhere() -> None:
    public = SERVICES["public"]
    assert not {"keys", "sealed", "staff"} & set(_mounts(public).values())
    assert not [one for one in _secrets(public) if "staff" in one or "matching" in one]
    assert "KINTRACE_ROOT_KEYS" not in public["environment"]
    holds_keys = {name for name, one in SERVICES.items() if "keys" in _mounts(one).values()}
    assert holds_keys == {"staff", "worker"}
    shared = set(public["networks"]) & set(SERVICES["staff"]["networks"])
    assert shared == {"rows"}
    assert [name for name, one in SERVICES.items() if "matching-key" in _secrets(one)] == [
        "matcher"
    ]


def test_who_reaches_the_world_is_counted() -> None:
    outside = {name for name, kind in WHOLE["networks"].items() if not kind.get("internal")}
    assert outside == {"outside"}
    reach = {name for name, one in SERVICES.items() if "outside" in one["networks"]}
    assert reach == {"nginx", "worker"}
    assert {name for name, one in SERVICES.items() if "ports" in one} == {"nginx"}


def test_every_process_is_told_which_side_it_is() -> None:
    sides = {name: one["environment"]["KINTRACE_SIDE"] for name, one in OURS.items()}
    assert sides == {
        "public": "public",
        "staff": "staff",
        "worker": "staff",
        "matcher": "matcher",
        "owner": "staff",
    }


def test_every_volume_and_secret_that_is_named_is_made() -> None:
    named = {
        source
        for one in SERVICES.values()
        for source in _mounts(one).values()
        if not source.startswith((".", "/"))
    }
    assert named == set(WHOLE["volumes"])
    assert set().union(*map(_secrets, SERVICES.values())) == set(WHOLE["secrets"])
