"""Why protection says no: each a sentence that tells what to do next."""

from django.utils.translation import gettext_lazy as _

from kintrace.ui.refusals import NoRight, Refusal


class InformationNotGiven(Refusal):
    """Gate G1: nothing of a person is kept before the information notice was given."""

    def __init__(self) -> None:
        super().__init__(
            _("Give the information notice first. Nothing may be written down before.")
        )


class NoticeNotInForce(Refusal):
    """A draft or an old version was to be given."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This text is not in force, so it cannot be given. Choose another language and "
                "ask an interpreter."
            )
        )


class NoticeNotAsExpected(Refusal):
    """A notice text cannot be kept or approved as it is."""


class WordsNotRead(Refusal):
    """What is asked has words of its own, and no approved ones were read to the person."""


class OutOfBounds(Refusal):
    """A society wants to keep something for longer or shorter than anybody may."""


class BasisNotSound(Refusal):
    """A lawful basis lacks something the rules ask for."""


class NotAllowed(Refusal):
    """`may` said no; `code` says why in one word for whoever handles it."""

    def __init__(self, sentence: str, code: str) -> None:
        super().__init__(sentence)
        self.code = code


class RiskNotAnswered(Refusal):
    """Not every risk question has an answer."""

    def __init__(self) -> None:
        super().__init__(_("Answer every question. “Not sure” is an answer, too."))


class AskedApart(Refusal):
    """Somebody wanted to ask about safety whose box is not the one that keeps the answers."""

    def __init__(self) -> None:
        super().__init__(_("Who works with this person asks these questions, and nobody else."))


class NeedsSecondEye(Refusal):
    """The member who set a hold, or wrote an entry of the register, wanted to end it."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(
            sentence
            or _("You set this hold yourself. Another member of the protection team must lift it.")
        )


class NothingToDo(Refusal):
    """What was to be ended has ended, or never was."""


class RequestNotAsExpected(Refusal):
    """A request about rights cannot be kept or answered like this; the sentence says why."""


class IdentityNotNoted(Refusal):
    """Nobody wrote down how we know that it is the person who asks."""

    def __init__(self) -> None:
        super().__init__(
            _("Write down first how you know that it is the person. Do not ask for papers.")
        )


class CopyChanged(Refusal):
    """Something was written since the copy was looked at: nobody has seen all of it."""

    def __init__(self) -> None:
        super().__init__(_("Something was added in the meantime. Look at the whole copy again."))


class NotYours(NoRight):
    """Answering this is for the data-protection officer."""

    def __init__(self) -> None:
        super().__init__(_("This is for the data-protection officer to answer. Ask them."))


class AlreadyErased(Refusal):
    """Something was to be written about a person whose record was erased."""

    def __init__(self) -> None:
        super().__init__(
            _("Everything about this person was erased. Begin anew with the information notice.")
        )
