# ruff: noqa: RUF001 - letters of other scripts are what this is about
"""Our own first words: drafts until a society approves them, true, and short enough to be heard."""

import pytest
from django.conf import settings

from kintrace.protection import actions, first_words, lookups
from kintrace.protection.aloud import seconds
from kintrace.protection.purposes import Channel
from kintrace.protection.refusals import NoticeNotInForce
from kintrace.protection.tests.given import Team
from kintrace.ui.symbols import symbol

# What a notice must say, and how it is said: domain.md §5. Whoever changes a text changes it here.
MUST_SAY: dict[str, dict[str, str]] = {
    "we are no authority": {
        "en": "We are not the police. We are not immigration.",
        "ar": "لسنا الشرطة، ولسنا دائرة الهجرة",
        "es": "No somos la policía. No somos migración.",
        "fa": "ما پلیس نیستیم. ما ادارهٔ مهاجرت نیستیم.",
        "fr": "Nous ne sommes pas la police. Nous ne sommes pas l’immigration.",
        "ti": "ፖሊስ ኣይኮንናን። ኢሚግረሽን ኣይኮንናን።",
    },
    "an authority hears no": {
        "en": "we say no, unless you want us to answer",
        "ar": "نقول لا، إلا إذا أردت أنت أن نجيب",
        "es": "decimos que no, a no ser que usted quiera que respondamos",
        "fa": "نه می‌گوییم، مگر آنکه خود شما بخواهید جواب بدهیم",
        "fr": "nous disons non, sauf si vous voulez que nous répondions",
        "ti": "ንስኹም ክንምልስ እንተዘይደሊኹም፣ ኣይፋል ንብል",
    },
    "what can force us": {
        "en": "Only a law or a court can force us.",
        "ar": "لا يستطيع أن يجبرنا إلا قانون أو محكمة",
        "es": "Solo una ley o un tribunal puede obligarnos.",
        "fa": "فقط قانون یا دادگاه می‌تواند ما را مجبور کند",
        "fr": "Seuls une loi ou un tribunal peuvent nous forcer.",
        "ti": "ሕጊ ወይ ቤት ፍርዲ ጥራይ ከገድደና ይኽእል",
    },
    "then we tell the person": {
        "en": "If that happens, we tell you, if we may.",
        "ar": "وإذا حدث ذلك، نخبرك به إذا سُمح لنا",
        "es": "Si eso pasa, se lo decimos, si podemos.",
        "fa": "اگر چنین شود و اجازه داشته باشیم، به شما می‌گوییم",
        "fr": "Si cela arrive, nous vous le disons, si nous pouvons.",
        "ti": "ከምኡ እንተኾይኑ፣ እንተተፈቒዱልና፣ ንነግረኩም",
    },
    "the ICRC by its name": {
        "en": "International Committee of the Red Cross (ICRC)",
        "ar": "اللجنة الدولية للصليب الأحمر",
        "es": "Comité Internacional de la Cruz Roja (CICR)",
        "fa": "کمیتهٔ بین‌المللی صلیب سرخ",
        "fr": "Comité international de la Croix-Rouge (CICR)",
        "ti": "ኣህጉራዊ ኮሚተ ቀይሕ መስቀል",
    },
    "a partner in another country": {
        "en": "a partner in another country must help",
        "ar": "إلى شريك في بلد آخر",
        "es": "un socio en otro país",
        "fa": "همکاری در کشوری دیگر",
        "fr": "un partenaire dans un autre pays",
        "ti": "ኣብ ካልእ ሃገር ዘሎ መሻርኽቲ",
    },
    "what the partner gets": {
        "en": "names, ages, where you come from, your last news, how you lost each other",
        "ar": "الأسماء والأعمار، ومن أين أنت، وآخر خبر، وكيف فقد بعضكم بعضًا",
        "es": "nombres, edades, de dónde viene, las últimas noticias, cómo se perdieron",
        "fa": "نام‌ها، سن‌ها، این که اهل کجا هستید، آخرین خبر، و این که چگونه یکدیگر را گم کردید",
        "fr": "les noms, les âges, d’où vous venez, les dernières nouvelles, comment vous vous",
        "ti": "ኣስማት፣ ዕድመታት፣ ካበይ ከም ዝመጻእኩም፣ ናይ መወዳእታ ወረ፣ ብኸመይ ከም ዝተጠፋፋእኩም",
    },
    "who must never know": {
        "en": "must never know",
        "ar": "لا يجوز أن يعرفوا أبدًا",
        "es": "no deben saberlo nunca",
        "fa": "هرگز نباید بدانند",
        "fr": "ne doivent jamais savoir",
        "ti": "ፈጺሞም ክፈልጡ ዘይብሎም",
    },
    "anyone can see the face": {
        "en": "anyone can see your face",
        "ar": "أي شخص يستطيع أن يرى وجهك",
        "es": "cualquiera puede ver su cara",
        "fa": "هر کسی می‌تواند چهرهٔ شما را ببیند",
        "fr": "tout le monde peut y voir votre visage",
        "ti": "ዝኾነ ሰብ ገጽኩም ክርኢ",
    },
    "also who is feared": {
        "en": "afraid of",
        "ar": "مصدر خوف لك",
        "es": "a quien tiene miedo",
        "fa": "می‌ترسید",
        "fr": "dont vous avez peur",
        "ti": "እትፈርሕዎ",
    },
    "for how long": {
        "en": "twelve months",
        "ar": "اثني عشر شهرًا",
        "es": "doce meses",
        "fa": "دوازده ماه",
        "fr": "douze mois",
        "ti": "ዓሰርተ ክልተ ወርሒ",
    },
    "a yes can be taken back": {
        "en": "take back your yes",
        "ar": "سحب موافقتك",
        "es": "retirar su sí",
        "fa": "بلهٔ خود را پس بگیرید",
        "fr": "reprendre votre oui",
        "ti": "እወ ዝበልኩምዎ ኣብ ዝኾነ ግዜ ክትስሕቡ",
    },
    "no costs no other help": {
        "en": "you still get all other help",
        "ar": "تبقى لك كل مساعدة أخرى",
        "es": "sigue teniendo toda la otra ayuda",
        "fa": "همهٔ کمک‌های دیگر را از ما می‌گیرید",
        "fr": "vous gardez toutes les autres aides",
        "ti": "ካልእ ሓገዝ ኩሉ ትረኽቡ",
    },
    "nobody asks for money": {
        "en": "ask you for money",
        "ar": "أن يطلب منك مالًا",
        "es": "puede pedirle dinero",
        "fa": "از شما پول بخواهد",
        "fr": "vous demander de l’argent",
        "ti": "ገንዘብ ክሓተኩም",
    },
    "where to complain": {
        "en": "complain",
        "ar": "شكوى",
        "es": "queja",
        "fa": "شکایت",
        "fr": "vous plaindre",
        "ti": "ጥርዓን",
    },
}


def test_our_first_words_are_drafts_in_every_language_of_the_house(team: Team) -> None:
    with team.reading():
        drafts = actions.draft_default_notices(team.society, by=team.boris)
        assert {draft.language for draft in drafts} == {code for code, _ in settings.LANGUAGES}
        assert {draft.state for draft in drafts} == {"draft"}
        assert all(team.society.name in draft.short for draft in drafts)
        assert actions.draft_default_notices(team.society, by=team.boris) == []


def test_our_first_words_are_used_for_nobody_before_the_society_approved_them(team: Team) -> None:
    with team.reading():
        for draft in actions.draft_default_notices(team.society, by=team.boris):
            assert lookups.text_in_force(team.society.pk, draft.language) is None
            with pytest.raises(NoticeNotInForce):
                actions.give_notice(
                    actions.new_subject(), text=draft, channel=Channel.PHONE, by=team.alma
                )
        assert lookups.texts_in_force(team.society.pk) == []


@pytest.mark.parametrize("language", first_words.LANGUAGES)
def test_our_first_words_say_as_much_in_every_language(language: str) -> None:
    english, said = (first_words.of(code, society="Society") for code in ("en", language))
    assert [drawing for drawing, _ in said["pictures"]] == [
        drawing for drawing, _ in english["pictures"]
    ]
    assert _shape(said["short"]) == _shape(english["short"])
    assert _shape(said["full"]) == _shape(english["full"])


def _shape(text: str) -> list[bool]:
    """Which lines of a text say something, and which only part it."""
    return [bool(line.strip()) for line in text.splitlines()]


@pytest.mark.parametrize("language", first_words.LANGUAGES)
def test_our_first_words_can_be_read_aloud_in_a_minute(language: str) -> None:
    layers = first_words.of(language, society="Red Cross and Red Crescent of the Northern Mark")
    assert 45 <= seconds(layers["short"]) <= 75
    assert len(layers["pictures"]) == 8
    assert len(layers["title"]) <= 120
    for drawing, line in layers["pictures"]:
        assert symbol(f"i-{drawing}")
        assert 0 < len(line) <= 160
    assert "{" not in layers["short"] + layers["full"]


@pytest.mark.parametrize("language", first_words.LANGUAGES)
@pytest.mark.parametrize("promise", MUST_SAY)
def test_our_first_words_say_what_a_notice_must_say(promise: str, language: str) -> None:
    full = first_words.of(language, society="Society")["full"]
    assert MUST_SAY[promise][language] in full


@pytest.mark.parametrize(
    ("language", "heard"),
    [
        ("en", "If they ask, we say no. Only the law can force us; then we tell you, if we may."),
        ("ar", "إذا سألونا، نقول لا. لا يستطيع أن يجبرنا إلا القانون، وعندها نخبرك بذلك"),
        ("es", "Si nos preguntan, decimos que no. Solo la ley puede obligarnos"),
        ("fa", "اگر بپرسند، نه می‌گوییم. فقط قانون می‌تواند ما را مجبور کند"),
        ("fr", "S’ils nous demandent, nous disons non. Seule la loi peut nous forcer"),
        ("ti", "እንተሓቲቶምና፣ ኣይፋል ንብል። ሕጊ ጥራይ ከገድደና ይኽእል"),
    ],
)
def test_who_hears_the_short_text_alone_is_promised_no_more_than_is_kept(
    language: str, heard: str
) -> None:
    assert heard in first_words.of(language, society="Society")["short"]
