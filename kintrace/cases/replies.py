"""What a society says to visitors in words it has approved; the first ones are ours.

They are drafts: a society reads them, changes what it would not say, and a second member approves.
A native reader must look at each.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Topic(TextChoices):
    READ = "read", _("We have read it")
    QUESTION = "question", _("We have a question")
    NOTHING = "nothing", _("We cannot pass anything on")
    OTHER_WAY = "other_way", _("We need another way to reach you")
    NOT_RELATED = "not_related", _("Thank you, it is not related")
    OTHER = "other", _("Something else")


# "Nothing" is said where there is no result and where the person found wants nothing said: it is
# true of both, and nobody can tell from it which of the two it is.
FIRST: dict[str, dict[Topic, str]] = {
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
}
