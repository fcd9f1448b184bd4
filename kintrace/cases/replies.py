"""What a society says in words it has approved; the first ones are ours.

To visitors, to families of what came of the search, and to who was found on the card that asks.

They are drafts: a society reads them, changes what it would not say, and a second member approves.
A native reader must look at each.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kintrace.cases.replies_found import FAMILIES_AND_FOUND


class Topic(TextChoices):
    READ = "read", _("We have read it")
    QUESTION = "question", _("We have a question")
    NOTHING = "nothing", _("We cannot pass anything on")
    OTHER_WAY = "other_way", _("We need another way to reach you")
    NOT_RELATED = "not_related", _("Thank you, it is not related")
    OTHER = "other", _("Something else")
    # To the family: what came of the search. Not found, and found by somebody who wants nothing
    # said, is NOTHING: there must be no second sentence from which the two could be told apart.
    CONTACT = "contact", _("To the family: found, contact is wanted")
    MESSAGE = "message", _("To the family: found, a message only")
    ALIVE = "alive", _("To the family: alive, and nothing else")
    DEAD = "dead", _("To the family: the person has died")
    PRESUMED = "presumed", _("To the family: the person has most likely died")
    CRITERIA = "criteria", _("To the family: not within what we may do")
    SOLVED = "solved", _("To the family: you are in touch again")
    ENDED = "ended", _("To the family: ended as you asked")
    JOINED = "joined", _("To the family: two searches are one now")
    HANDED = "handed", _("To the family: another society goes on")
    # To who was found: the card, and its five answers.
    CARD = "card", _("On the card: what it is about")
    CARD_CONTACT = "card_contact", _("On the card: they may have my contact")
    CARD_MESSAGE = "card_message", _("On the card: a message only")
    CARD_ALIVE = "card_alive", _("On the card: only that I am alive")
    CARD_NOTHING = "card_nothing", _("On the card: nothing at all")
    CARD_LATER = "card_later", _("On the card: ask me later")


VISITORS = frozenset(
    {
        *(Topic.READ, Topic.QUESTION, Topic.NOTHING),
        *(Topic.OTHER_WAY, Topic.NOT_RELATED, Topic.OTHER),
    }
)
# "Nothing" is said where there is no result and where the person found wants nothing said: it is
# true of both, and nobody can tell from it which of the two it is.
_TO_VISITORS: dict[str, dict[Topic, str]] = {
    "en": {
        Topic.READ: "We have read your message. Thank you for writing to us.",
        Topic.QUESTION: (
            "We have one question for you. You can answer it here, with the same code and word."
        ),
        Topic.NOTHING: "There is nothing that we may pass on to you.",
        Topic.OTHER_WAY: (
            "We could not reach you in the way you gave. Please tell us another way that is safe "
            "for you."
        ),
        Topic.NOT_RELATED: (
            "Thank you for your help. We looked into it, and this is not the person who is being "
            "looked for."
        ),
    },
    "ar": {
        Topic.READ: "قرأنا رسالتك. شكرًا على الكتابة إلينا.",
        Topic.QUESTION: "لدينا سؤال واحد لك. يمكنك الرد هنا بالرمز والكلمة نفسيهما.",
        Topic.NOTHING: "ليس لدينا ما يجوز لنا نقله إليك.",
        Topic.OTHER_WAY: "لم نتمكن من الوصول إليك بالطريقة المذكورة. يُرجى ذكر طريقة أخرى آمنة لك.",
        Topic.NOT_RELATED: "شكرًا على المساعدة. بحثنا في الأمر، وليس هذا هو الشخص الذي يُبحث عنه.",
    },
    "fr": {
        Topic.READ: "Nous avons lu votre message. Merci de nous avoir écrit.",
        Topic.QUESTION: (
            "Nous avons une question à vous poser. Vous pouvez répondre ici, avec le même code et "
            "le même mot."
        ),
        Topic.NOTHING: "Il n’y a rien que nous puissions vous transmettre.",
        Topic.OTHER_WAY: (
            "Nous n’avons pas pu vous joindre par le moyen que vous aviez donné. Indiquez-nous, "
            "s’il vous plaît, un autre moyen qui soit sûr pour vous."
        ),
        Topic.NOT_RELATED: (
            "Merci de votre aide. Nous avons vérifié, et ce n’est pas la personne que l’on cherche."
        ),
    },
    "es": {
        Topic.READ: "Hemos leído su mensaje. Gracias por escribirnos.",
        Topic.QUESTION: (
            "Tenemos una pregunta para usted. Puede responder aquí, con el mismo código y la "
            "misma palabra."
        ),
        Topic.NOTHING: "No hay nada que podamos comunicarle.",
        Topic.OTHER_WAY: (
            "No pudimos encontrarle por el medio que nos dio. Díganos, por favor, otro medio que "
            "sea seguro para usted."
        ),
        Topic.NOT_RELATED: (
            "Gracias por su ayuda. Lo hemos comprobado y no es la persona a la que buscan."
        ),
    },
    "fa": {
        Topic.READ: "پیام شما را خواندیم. سپاسگزاریم که برای ما نوشتید.",
        Topic.QUESTION: "از شما یک پرسش داریم. می‌توانید با همان رمز و همان کلمه، همین‌جا پاسخ دهید.",
        Topic.NOTHING: "چیزی نیست که اجازه داشته باشیم به شما برسانیم.",
        Topic.OTHER_WAY: (
            "نتوانستیم از راهی که داده بودید با شما تماس بگیریم. لطفاً راه دیگری را که برای شما امن "
            "است به ما بگویید."
        ),
        Topic.NOT_RELATED: (
            "از کمک شما سپاسگزاریم. بررسی کردیم و این همان کسی نیست که به دنبالش می‌گردند."
        ),
    },
    "ti": {
        Topic.READ: "መልእኽትኹም ኣንቢብናዮ። ስለ ዝጸሓፍኩምልና የቐንየልና።",
        Topic.QUESTION: "ሓደ ሕቶ ኣለና። ብተመሳሳሊ ኮድን ቃልን ኣብዚ ክትምልሱ ትኽእሉ።",
        Topic.NOTHING: "ከነመሓላልፈልኩም ዝፍቀደና ነገር የለን።",
        Topic.OTHER_WAY: "በቲ ዝሃብኩምና መገዲ ክንረኽበኩም ኣይከኣልናን። በጃኹም ንዓኹም ውሑስ ዝኾነ ካልእ መገዲ ንገሩና።",
        Topic.NOT_RELATED: "ስለ ሓገዝኩም የቐንየልና። ኣጻሪናዮ፣ እቲ ዝድለ ዘሎ ሰብ ግን ኣይኮነን።",
    },
}
FIRST = {
    language: texts | {Topic(code): words for code, words in FAMILIES_AND_FOUND[language].items()}
    for language, texts in _TO_VISITORS.items()
}
