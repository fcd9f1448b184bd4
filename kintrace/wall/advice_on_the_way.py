"""How families lose each other on a way, and what helps: for who travels and who receives them."""

from django.utils.translation import gettext_lazy as _

from kintrace.wall.advice import DATA, SERVICE, TRACING, Thought, Topic

RISKS = Topic(
    "risks",
    "wall:risks",
    _("When families lose each other"),
    (
        Thought(
            "phonelost",
            _("A phone is gone in a moment."),
            _(
                "It falls into the water, breaks, is empty or is taken. Who knows no number by "
                "heart reaches nobody then."
            ),
        ),
        Thought(
            "hands",
            _("In a crowd, hold your children’s hands."),
            _("In a crowd, on a boat, at night. Write a phone number inside their clothes."),
        ),
        Thought(
            "board",
            _("Get on together: boat, bus and train."),
            _(
                "Families part at the door: some are in, the others are not. No child gets on or "
                "off alone."
            ),
        ),
        Thought(
            "border",
            _("At a border, say at once who belongs to you."),
            _(
                "If one of you is led away, ask where to and write it down. Ask to be brought to "
                "the same place."
            ),
        ),
        Thought(
            "hospital",
            _("Ask for the name of the hospital."),
            _(
                "If one of you is brought to a hospital, write its name down. Give them a phone "
                "number to call."
            ),
        ),
        Thought(
            "ahead",
            _("If one goes ahead, agree on a day to call."),
            _("Agree also on whom both of you call if the other one cannot be reached."),
        ),
        Thought(
            "stranger",
            _("Give your child to nobody you do not know."),
            _(
                "Not to carry it, not to bring it ahead, not to pay for a place. Who is friendly "
                "may mean harm."
            ),
        ),
        Thought(
            "eyes",
            _("What you post, strangers read, too."),
            _(
                "Smugglers, robbers and the people you fled from read it. Never post where you are "
                "or where you go."
            ),
        ),
    ),
)

TOGETHER = Topic(
    "together",
    "wall:in_touch",
    _("How not to lose each other"),
    (
        Thought(
            "byheart",
            _("Learn two phone numbers by heart."),
            _(
                "Say them every day, the children, too. One of them should be of somebody who does "
                "not travel."
            ),
        ),
        Thought(
            "paper",
            _("Write the numbers on paper."),
            _(
                "One paper in a pocket, one sewn into the clothes. Write no name and no place "
                "beside them."
            ),
        ),
        Thought(
            "meeting",
            _("Agree on a place to meet."),
            _(
                "One in every town: a station, a big mosque or church. Say at what time of day you "
                "wait there."
            ),
        ),
        Thought(
            "callhome",
            _("Agree whom all of you call."),
            _("If you lose each other, each of you calls the same person at home."),
        ),
        Thought(
            "copy",
            _("Keep your numbers outside the phone, too."),
            _("A phone can fall into the water. Somebody you trust can keep a copy for you."),
        ),
        Thought(
            "charge",
            _("Charge the phone whenever you can."),
            _("Call early and briefly. Do not wait until it is nearly empty."),
        ),
        Thought(
            "nowhere",
            _("Tell your family that you live, without telling where."),
            _(
                "Write to them alone and not for all to see. Post no picture that shows a place, a "
                "ticket or other people. Turn off “location”."
            ),
        ),
        Thought(
            "lostgo",
            _("If you lose each other, go to your place to meet. Then come to us."),
            _("Go to any Red Cross or Red Crescent and say: “I have lost my family.”"),
        ),
    ),
)

TOPICS = {topic.name: topic for topic in (SERVICE, TRACING, DATA, RISKS, TOGETHER)}
