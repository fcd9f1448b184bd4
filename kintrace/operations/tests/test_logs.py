"""Nothing that tells who came, or of whom was spoken, leaves through a log line."""

import json
import logging
import re

import pytest
import structlog
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django.fixtures import Settings

from kintrace.operations import logs

NAME = "Samira Canaryson"
PHONE = "+43 660 0815 4711"
ADDRESS = "203.0.113.77"
AGENT = "CanaryBrowser/9.9"
# A moment and a number drawn at random hold any four digits now and then.
BY_CHANCE = re.compile(
    r'"timestamp": "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z"|"request_id": "[0-9a-f]{32}"'
)
MARKERS = [NAME, "Canaryson", PHONE, "0815", ADDRESS, AGENT, "CanaryBrowser"]


def calm(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.GET.get("name", ""))


def breaks(request: HttpRequest) -> HttpResponse:
    raise ValueError(f"{NAME} can be reached at {PHONE}")


def talks(request: HttpRequest) -> HttpResponse:
    log = structlog.get_logger()
    says = f"case of {NAME}"
    log.warning(says, phone=PHONE, name=NAME, society=NAME, code=PHONE, reason=AGENT)
    logging.getLogger("kintrace.talks").warning("wrote to %s at %s", NAME, PHONE)
    logging.getLogger("allauth").error(f"sign-in of {NAME} from {ADDRESS}")  # noqa: G004
    logging.getLogger("gunicorn.error").warning(f"Invalid request from ip={ADDRESS}")  # noqa: G004
    logging.getLogger("gunicorn.access").info('%s "GET /?name=%s" %s', ADDRESS, NAME, AGENT)
    return HttpResponse()


def foreign_host(request: HttpRequest) -> HttpResponse:
    raise DisallowedHost(f"Invalid HTTP_HOST header: {NAME}")


urlpatterns = [
    path("calm/", calm, name="calm"),
    path("breaks/", breaks, name="breaks"),
    path("talks/", talks, name="talks"),
    path("host/", foreign_host, name="host"),
]


@pytest.fixture
def visitor(settings: Settings) -> Client:
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = ["kintrace.operations.logs.RequestLog"]
    logs.configure({"level": logging.DEBUG})
    return Client(
        raise_request_exception=False,
        headers={"user-agent": AGENT, "x-forwarded-for": ADDRESS},
        REMOTE_ADDR=ADDRESS,
    )


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    said = capsys.readouterr()
    told = BY_CHANCE.sub("", said.err + said.out)
    for marker in MARKERS:
        assert marker not in told
    return [json.loads(line) for line in said.err.splitlines()]


def test_a_request_is_one_line_that_names_the_route_and_not_the_path(
    visitor: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    visitor.get("/calm/", {"name": NAME, "phone": PHONE})
    [line] = lines(capsys)
    assert (line["event"], line["route"], line["method"]) == ("request", "calm", "GET")
    assert line["status"] == 200
    assert {"request_id", "timestamp", "duration_ms", "level"} < line.keys()


def test_a_raised_exception_leaves_its_class_and_place_but_not_its_message(
    visitor: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    visitor.post("/breaks/", {"name": NAME, "phone": PHONE})
    told = [line for line in lines(capsys) if "error_class" in line]
    assert [line["error_class"] for line in told] == ["builtins.ValueError"]
    assert str(told[0]["location"]).startswith("kintrace.operations.tests.test_logs:breaks:")
    assert told[0]["status"] == 500


def test_a_log_call_keeps_its_known_keys_and_only_names_the_others(
    visitor: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    visitor.get("/talks/")
    said = lines(capsys)
    assert said[0]["event"] == "unnamed"
    assert said[0]["dropped"] == "code,event,name,phone,reason,society"
    events = [line["event"] for line in said]
    assert {"kintrace.talks", "allauth", "gunicorn.error", "gunicorn.access"} < set(events)


def test_a_path_that_does_not_exist_is_not_written_down(
    visitor: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    visitor.get(f"/{NAME}/{PHONE}/")
    said = lines(capsys)
    assert {"django.request", "request"} == {line["event"] for line in said}
    assert {line["status"] for line in said} == {404}


def test_a_foreign_host_name_is_not_written_down(
    visitor: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    visitor.get("/host/", headers={"host": NAME})
    assert lines(capsys)[-1]["status"] == 400


def test_what_a_request_bound_stands_in_its_lines_and_not_in_the_next_ones(
    visitor: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    visitor.get("/calm/")
    visitor.get("/calm/")
    first, second = lines(capsys)
    assert first["request_id"] != second["request_id"]


def test_a_record_that_cannot_be_written_prints_nothing_of_itself(
    visitor: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    class Broken:
        def __str__(self) -> str:
            raise RuntimeError(NAME)

    logging.getLogger("kintrace.broken").warning(Broken(), NAME)
    [line] = lines(capsys)
    assert line["event"] == "log.unprintable"


def test_an_exception_logged_by_us_loses_its_message(
    visitor: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        dict[str, str]()[NAME]
    except KeyError:
        structlog.get_logger().exception("letter.failed", job="kintrace.letters.jobs.deliver")
    [line] = lines(capsys)
    assert (line["event"], line["error_class"]) == ("letter.failed", "builtins.KeyError")
    assert line["level"] == "error"
