"""How long a person has to listen, in whatever script the society writes."""

import pytest
from django.test import Client

from kintrace.network.tests.cast import SignIn
from kintrace.protection import actions, aloud, first_words, lookups
from kintrace.protection.actions.notices import Words
from kintrace.protection.forms import NoticeTextForm
from kintrace.protection.purposes import TextKind
from kintrace.protection.refusals import NoticeNotAsExpected
from kintrace.protection.tests.given import WORDS, Team, a_text
from kintrace.protection.tests.test_pages import url

MINUTE = "word " * 130


@pytest.mark.parametrize(
    ("text", "takes"),
    [
        ("", 0),
        (MINUTE, 60),
        ("ምእንቲ " * 130, 60),
        ("كلمة، " * 65, 30),
        ("– « » : ; " * 50, 0),
        ("我们帮助人们寻找家人。" * 26, 60),
        ("家族を探す人を助けます。" * 26, 66),
        ("เราช่วยผู้คน" * 54, 60),
    ],
)
def test_a_text_is_measured_by_its_words_and_without_spaces_by_its_letters(
    text: str, takes: int
) -> None:
    assert aloud.seconds(text) == pytest.approx(takes, abs=3)


@pytest.mark.parametrize("script", ["word ", "家", "ก"])
def test_no_script_makes_a_text_that_is_too_long_a_short_one(team: Team, script: str) -> None:
    long = Words("Title", WORDS.pictures, script * 1900, "Full.")
    with team.reading(), pytest.raises(NoticeNotAsExpected, match="Say it shorter"):
        actions.draft_notice(team.society, language="en", words=long, by=team.boris)
    assert not lookups.every_text(team.society.pk)


def test_a_notice_of_75_seconds_is_kept_and_one_more_sentence_is_not(team: Team) -> None:
    just = Words("Title", WORDS.pictures, "word " * 162, "Full.")
    more = Words("Title", WORDS.pictures, "word " * 166, "Full.")
    with team.reading():
        actions.draft_notice(team.society, language="en", words=just, by=team.boris)
        with pytest.raises(NoticeNotAsExpected, match="about 77 seconds"):
            actions.draft_notice(team.society, language="en", words=more, by=team.boris)
        actions.draft_notice(
            team.society, language="en", words=more, kind=TextKind.RISK, by=team.boris
        )


@pytest.mark.parametrize(("kind", "language"), first_words.WRITTEN)
def test_our_own_first_words_are_never_too_long(kind: TextKind, language: str) -> None:
    words = first_words.of(language, society="Red Cross Society of Northmark", kind=kind)
    assert aloud.too_long(words["short"], kind) == ""


def test_the_form_says_what_the_rule_says(team: Team, client: Client, sign_in: SignIn) -> None:
    help_text = str(NoticeTextForm().fields["short"].help_text)
    for number in {aloud.WORDS_A_MINUTE, *aloud.MOST_SECONDS.values()}:
        assert str(number) in help_text
    typed = {"kind": "notice", "language": "en", "title": "Title", "full": "Full.", "line_1": "A."}
    drawings = {f"drawing_{number}": "people" for number in range(1, 9)}
    sign_in(client, team.boris)
    answer = client.post(url("new_notice"), typed | drawings | {"short": MINUTE * 2})
    assert answer.status_code == 422
    assert "Read aloud, the short text takes about 120 seconds." in answer.content.decode()


def test_who_approves_a_text_sees_how_long_it_takes(
    team: Team, client: Client, sign_in: SignIn
) -> None:
    with team.reading():
        text = a_text(team)
    page = sign_in(client, team.boris).get(url("notice", text.pk)).content.decode()
    assert f"takes about {aloud.seconds(WORDS.short)} second" in page
