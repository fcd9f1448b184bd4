"""The rules for Prometheus name figures that there are, and say what to do."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families as parsed

from kintrace.operations import actions, duties, figures, looking, ready

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings

FILE = Path(__file__).resolve().parents[1] / "deploy" / "alerts.yml"
RULES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text())["groups"][0]["rules"]
NAMED = re.compile(r"kintrace_[a-z_]+")


@pytest.fixture
def there(db: None, settings: Settings) -> set[str]:
    """The names of all figures, in a house where the worker looked round."""
    settings.DATA.mkdir(parents=True, exist_ok=True)
    (settings.DATA / "last-backup").write_text(timezone.now().isoformat())
    settings.PUBLIC_ADDRESS = "http://127.0.0.1:1"
    duties.prepare()
    actions.beat("one")
    looking.look_around()
    ready.forget()
    told = list(parsed(figures.written().decode()))
    names = {family.name for family in told} | {f"{family.name}_total" for family in told}
    return names | {f"{family.name}_bucket" for family in told if family.type == "histogram"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule["alert"]))
def test_a_rule_names_figures_that_there_are(rule: dict[str, Any], there: set[str]) -> None:
    named = set(NAMED.findall(rule["expr"]))
    assert named
    assert named <= there


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule["alert"]))
def test_a_rule_says_in_a_sentence_what_to_do(rule: dict[str, Any]) -> None:
    assert rule["labels"]["severity"] in {"page", "look"}
    assert rule["annotations"]["summary"]
    sentence = rule["annotations"]["runbook"]
    assert sentence.endswith(".")
    assert len(sentence) > 60


def test_every_figure_of_the_house_has_a_rule_or_is_a_number_to_look_at(there: set[str]) -> None:
    named = {name for rule in RULES for name in NAMED.findall(rule["expr"])}
    to_look_at = {"kintrace_jobs_running"}
    ours = {name for name in there if not name.endswith(("_total", "_created", "_bucket"))}
    counted = {"kintrace_requests", "kintrace_request_seconds"}
    assert {name for name in ours if name.startswith("kintrace_")} - counted <= named | to_look_at


@pytest.mark.skipif(not shutil.which("promtool"), reason="promtool is not installed")
def test_prometheus_itself_can_read_the_rules() -> None:
    subprocess.run(["promtool", "check", "rules", str(FILE)], check=True, capture_output=True)
