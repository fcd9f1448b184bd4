"""Words before a question: only what the society approved, in the language of the person."""

from uuid import UUID

import pytest
from django.test import Client

from kintrace.network.tests.cast import SignIn
from kintrace.protection import actions, first_words, lookups
from kintrace.protection.models import Basis, RiskAnswers
from kintrace.protection.purposes import Channel, TextKind
from kintrace.protection.refusals import NoticeNotInForce, WordsNotRead
from kintrace.protection.spoken import require_words, spoken
from kintrace.protection.tests.given import CALM, WORDS, Team, a_text, agrees, informed
from kintrace.protection.tests.test_pages import url

QUESTIONS = (TextKind.CONSENT, TextKind.RISK)


def hears(team: Team, language: str) -> UUID:
    """A person who was given the notice in a language."""
    subject = actions.new_subject()
    text = a_text(team, language)
    actions.give_notice(subject, text=text, channel=Channel.READ_ALOUD, by=team.alma)
    return subject


def test_each_kind_has_a_text_in_force_of_its_own(team: Team) -> None:
    with team.reading():
        texts = {kind: a_text(team, kind=kind) for kind in TextKind}
        for kind, text in texts.items():
            assert text.version == 1
            assert lookups.text_in_force(team.society.pk, "en", kind) == text
        assert lookups.texts_in_force(team.society.pk) == [texts[TextKind.NOTICE]]


def test_words_before_a_question_cannot_be_given_as_the_notice(team: Team) -> None:
    with team.reading():
        text = a_text(team, kind=TextKind.CONSENT)
        with pytest.raises(NoticeNotInForce):
            actions.give_notice(
                actions.new_subject(), text=text, channel=Channel.PHONE, by=team.alma
            )


def test_nobody_agrees_to_a_photo_by_words_that_are_not_approved(team: Team) -> None:
    with team.reading():
        subject = hears(team, "ar")
        a_text(team, "en", TextKind.CONSENT)
        actions.draft_notice(
            team.society, language="ar", kind=TextKind.CONSENT, words=WORDS, by=team.boris
        )
        with pytest.raises(WordsNotRead, match="العربيّة"):
            agrees(team, subject)
        assert not Basis.objects.exists()
        actions.give_notice(
            subject, text=a_text(team), channel=Channel.READ_ALOUD, interpreter=True, by=team.alma
        )
        agrees(team, subject)


def test_a_consent_says_by_which_words_it_was_asked(team: Team) -> None:
    with team.reading():
        subject = informed(team)
        agrees(team, subject)
        words = lookups.text_in_force(team.society.pk, "en", TextKind.CONSENT)
        assert Basis.objects.get().words == words
        newer = a_text(team, kind=TextKind.CONSENT)
        assert Basis.objects.get().words != newer


def test_safety_is_asked_by_approved_words_and_the_answers_say_which(sealed_team: Team) -> None:
    with sealed_team.reading():
        subject = hears(sealed_team, "en")
        with pytest.raises(WordsNotRead):
            actions.answer_risk(subject, answers=CALM, by=sealed_team.alma)
        assert not RiskAnswers.objects.exists()
        words = a_text(sealed_team, kind=TextKind.RISK)
        actions.answer_risk(subject, answers=CALM, read=str(words.pk), by=sealed_team.alma)
        assert RiskAnswers.objects.get().words == words


def test_words_that_were_replaced_while_the_page_was_open_are_read_again(team: Team) -> None:
    with team.reading():
        subject = informed(team)
        read = str(require_words(subject, TextKind.RISK).pk)
        newer = a_text(team, kind=TextKind.RISK)
        with pytest.raises(WordsNotRead, match="Read the new ones"):
            require_words(subject, TextKind.RISK, read=read)
        assert spoken(subject, TextKind.RISK) == {"words": newer}


def test_the_page_says_what_to_do_without_words_and_loses_nothing_typed(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        subject = hears(sealed_team, "en")
    sign_in(client, sealed_team.alma)
    here = url("answer_risk", subject)
    page = client.get(here).content.decode()
    assert "Ask an officer to approve them" in page
    assert url("give_notice", subject) in page
    answer = client.post(here, CALM | {"note": "What I typed."})
    assert answer.status_code == 422
    assert "What I typed." in answer.content.decode()
    with sealed_team.reading():
        words = a_text(sealed_team, kind=TextKind.RISK)
    assert client.post(here, CALM).status_code == 422  # none stood on the page that was open
    assert WORDS.short in client.get(here).content.decode()
    assert client.post(here, CALM | {"read": str(words.pk)}).status_code == 302


def test_first_words_are_drafted_for_a_society_that_has_its_notices_already(team: Team) -> None:
    with team.reading():
        for language in first_words.LANGUAGES:
            a_text(team, language)
        drafts = actions.draft_default_notices(team.society, by=team.boris)
        assert {(draft.kind, draft.language) for draft in drafts} == {
            (kind, language) for kind in QUESTIONS for language in first_words.LANGUAGES
        }


def test_an_officer_writes_words_before_a_question_without_the_other_layers(
    team: Team, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, team.boris)
    typed = {"language": "en", "title": "Title", "short": "Short."}
    drawn = {f"drawing_{number}": "people" for number in range(1, 9)}
    assert client.post(url("new_notice"), typed | drawn | {"kind": "notice"}).status_code == 422
    assert client.post(url("new_notice"), typed | drawn | {"kind": "consent"}).status_code == 302
    assert "Before the question about the photo" in client.get(url("notices")).content.decode()


@pytest.mark.parametrize("kind", QUESTIONS)
@pytest.mark.parametrize("language", first_words.LANGUAGES)
def test_our_first_words_before_a_question_say_as_much_in_every_language(
    language: str, kind: TextKind
) -> None:
    english, said = (first_words.of(code, society="S", kind=kind) for code in ("en", language))
    assert [drawn for drawn, _ in said["pictures"]] == [drawn for drawn, _ in english["pictures"]]
    assert said["short"].count("\n\n") == english["short"].count("\n\n")
    assert 80 <= len(said["short"].split()) <= 250
    assert "{" not in said["short"]


def test_our_first_words_before_the_photo_say_that_no_costs_nothing() -> None:
    short = first_words.of("en", society="S", kind=TextKind.CONSENT)["short"]
    for promise in ("wall", "posters", "Anyone can see", "copy", "take back your yes"):
        assert promise in short
    assert "you still get all other help" in short
