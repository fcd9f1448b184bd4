"""What people should know, one thought at a time: a picture, a sentence that stands alone, and
more words for who reads. Pages, sheets of pictures and the screen in a hall say the same.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PICTURES = 8  # of every topic: what one sheet of paper holds


@dataclass(frozen=True)
class Thought:
    """One thing to know. `says` is understood without `more`: a sheet has no room for it."""

    picture: str
    says: Promise
    more: Promise


@dataclass(frozen=True)
class Topic:
    """Thoughts that belong together. `route` is the page they stand on."""

    name: str
    route: str
    title: Promise
    thoughts: tuple[Thought, ...]


SERVICE = Topic(
    "service",
    "wall:service",
    _("What this service is"),
    (
        Thought(
            "reunite",
            _("We help families to find each other again."),
            _("Families lose each other: in a war, on a long way, in a flood, at a border."),
        ),
        Thought(
            "everywhere",
            _("You find us wherever you go."),
            _(
                "We are the Red Cross and the Red Crescent. There is a society of ours in nearly "
                "every country, and they search together."
            ),
        ),
        Thought(
            "everybody",
            _("Everybody may come to us."),
            _(
                "For everybody who looks for family. We do not ask for papers, and not why or how "
                "you came."
            ),
        ),
        Thought(
            "free",
            _("It is free."),
            _("Nobody may ask you for money: not for searching, not for news, not for a photo."),
        ),
        Thought(
            "wallfaces",
            _("The faces are of people who search."),
            _(
                "Each of them asked us to show the photo. We never show the person who is searched "
                "for, and no name and no place."
            ),
        ),
        Thought(
            "write",
            _("If you know somebody, write to us."),
            _("Press the photo and write to us. You need no name and no account."),
        ),
        Thought(
            "tell",
            _("If you search yourself, talk to us."),
            _(
                "Go to a place near you or call it. A person there listens to you and starts the "
                "search with you."
            ),
        ),
        Thought(
            "callcharge",
            _("Call your family, and charge your phone."),
            _(
                "At many places you can call your family, charge your phone or send a short "
                "message to somebody whom no phone reaches. Ask what your place can do."
            ),
        ),
    ),
)

TRACING = Topic(
    "tracing",
    "wall:tracing",
    _("How we search for your family"),
    (
        Thought(
            "tell",
            _("You tell us."),
            _(
                "You sit with one person of ours, in a language you speak, about one hour. You "
                "tell only what you want to tell. You may stop at any time."
            ),
        ),
        Thought(
            "cando",
            _("We say what we can do."),
            _("Sometimes another service helps better. Then we tell you which one."),
        ),
        Thought(
            "both",
            _("We look whether somebody searches for you, too."),
            _(
                "The person may have gone to one of our places in another country. Often that is "
                "how families find each other."
            ),
        ),
        Thought(
            "countries",
            _("We ask in other countries."),
            _(
                "Only if you agree, and only those who can help. You say who must not hear of it. "
                "This takes months, and sometimes years."
            ),
        ),
        Thought(
            "showphoto",
            _("We may show your photo."),
            _(
                "Only if you want. Nothing but your photo and whom you look for, and you can take "
                "it back at any time."
            ),
        ),
        Thought(
            "askperson",
            _("We ask the person we found."),
            _(
                "Everybody decides alone who may know. Without a yes we tell nobody where somebody "
                "is."
            ),
        ),
        Thought(
            "telephone",
            _("We tell you."),
            _(
                "What we may say, we say to you first, by phone or face to face. We also tell you "
                "when there is nothing new."
            ),
        ),
        Thought(
            "long",
            _("It often takes long."),
            _(
                "Most searches take long. Many end without an answer, although we tried everything "
                "we could. It does not mean that something bad happened, and it is not your fault."
            ),
        ),
    ),
)

DATA = Topic(
    "data",
    "wall:data",
    _("What happens with what you tell"),
    (
        Thought(
            "decide",
            _("You decide what you tell us."),
            _("You may say “I do not want to tell that.” You may stop at any time."),
        ),
        Thought(
            "askfirst",
            _("First we say what we do with it, then we write."),
            _("If you do not want it, we write nothing down."),
        ),
        Thought(
            "locked",
            _("What you tell us is locked away."),
            _("Only the people who search with you have the key."),
        ),
        Thought(
            "notpolice",
            _("We are not the police."),
            _(
                "We are not the police and not the immigration office. If they ask us about you, "
                "we say no. Only the law can force us."
            ),
        ),
        Thought(
            "mustnot",
            _("You say who must not know."),
            _("Name the people and the countries. We ask nobody there."),
        ),
        Thought(
            "askperson",
            _("Nobody is told where you are without your yes."),
            _("We ask the person we found, too. Without a yes we say nothing."),
        ),
        Thought(
            "correct",
            _("You may see it, correct it or have it deleted."),
            _("Ask at any place of ours. It is free, and you need not say why."),
        ),
        Thought(
            "ends",
            _("We do not keep it for ever."),
            _("When the search is over, it stays for some time more. Then it is deleted."),
        ),
    ),
)
