"""What is kept of members and societies, and what lets members in."""

from django.utils.translation import gettext_lazy as _

from kintrace.network.access import Right
from kintrace.protection.data_register.words import Audience, Column, Entry, Until, Why, holding
from kintrace.protection.purposes import BasisKind

ADMINISTERS = holding(Right.MANAGE_MEMBERS)
OF_NOBODY = dict.fromkeys(("id", "name", "content_type_id", "codename"), "routing")

OURS = {
    "network.Society": Entry(Why.TELL, None, Until.SOCIETY, Audience.EVERYBODY),
    "network.Desk": Entry(Why.TELL, None, Until.SOCIETY, Audience.EVERYBODY),
    "network.SocietySettings": Entry(
        Why.WORK,
        None,
        Until.SOCIETY,
        Audience.NOBODY,
        {"mailbox": _("Where “a message waits” is sent; never a person’s own address")},
    ),
    "network.Member": Entry(
        Why.SIGN_IN,
        BasisKind.LEGITIMATE_INTEREST,
        Until.MEMBER,
        ADMINISTERS,
        {
            "sign_in": _("The name typed to sign in; the one thing of a member that is not sealed"),
            "password": Column(
                _("A digest from which no password comes back"), seen=Audience.NOBODY
            ),
            "name": Column(
                _("The member’s name, shown to colleagues beside their work"),
                why=Why.WORK,
                seen=holding(Right.SEE_DESK),
            ),
            "email": Column(_("Where letters to the member go"), why=Why.WORK),
            "phone": Column(_("Where the member is called"), why=Why.WORK),
            "role": _("What the member may do"),
            "languages": _("In which languages the member works"),
        },
    ),
    "network.OneTimeLink": Entry(
        Why.SIGN_IN,
        BasisKind.LEGITIMATE_INTEREST,
        Until.LINK,
        Audience.NOBODY,
        {"digest": _("A digest of the link in a letter")},
    ),
    "network.SharingAgreement": Entry(
        Why.WORK, None, Until.TEN_YEARS, holding(Right.SIGN_AGREEMENTS, Right.CHANGE_CASES)
    ),
    "network.Team": Entry(
        Why.WORK,
        None,
        Until.SOCIETY,
        holding(Right.HOLD_KEY_CEREMONY),
        {"name": _("A word the members of a child’s team agreed on; never a name")},
    ),
    "network.TeamMember": Entry(
        Why.WORK,
        BasisKind.LEGITIMATE_INTEREST,
        Until.MEMBER,
        holding(Right.HOLD_KEY_CEREMONY),
    ),
}
BORROWED = {
    "sessions.Session": Entry(
        Why.SIGN_IN,
        BasisKind.LEGITIMATE_INTEREST,
        Until.SESSION,
        Audience.NOBODY,
        {
            "session_key": _("The number in the member’s cookie"),
            "session_data": _(
                "Signed and not sealed: which member, since when, half of an open box, and words "
                "kept sealed over a sign-in"
            ),
        },
        {"session_key": "key", "session_data": "staff", "expire_date": "routing"},
    ),
    "usersessions.UserSession": Entry(
        Why.SIGN_IN,
        BasisKind.LEGITIMATE_INTEREST,
        Until.SESSION,
        Audience.ITSELF,
        {
            "ip": _("A mark made of the address with a key; no address"),
            "user_agent": _("Always empty"),
            "data": _("Always empty"),
        },
        dict.fromkeys(("id", "user_id", "created_at", "last_seen_at"), "routing")
        | {"session_key": "key", "ip": "blind", "user_agent": "staff", "data": "staff"},
    ),
    "mfa.Authenticator": Entry(
        Why.SIGN_IN,
        BasisKind.LEGITIMATE_INTEREST,
        Until.MEMBER,
        Audience.NOBODY,
        {
            "data": _(
                "The sealed secret of the code app or of the recovery codes, or a passkey’s "
                "public half"
            )
        },
        dict.fromkeys(("id", "user_id", "type", "created_at", "last_used_at"), "routing")
        | {"data": "key"},
    ),
    "account.EmailAddress": Entry(
        Why.RUN,
        None,
        Until.NO_END,
        Audience.NOBODY,
        {"email": _("Nothing: this table stays empty")},
        dict.fromkeys(("id", "user_id", "verified", "primary"), "routing") | {"email": "staff"},
    ),
    "account.EmailConfirmation": Entry(
        Why.RUN,
        None,
        Until.NO_END,
        Audience.NOBODY,
        {"key": _("Nothing: this table stays empty")},
        dict.fromkeys(("id", "email_address_id", "created", "sent"), "routing") | {"key": "key"},
    ),
    "auth.Permission": Entry(Why.RUN, None, Until.NO_END, Audience.NOBODY, classes=OF_NOBODY),
    "auth.Group": Entry(
        Why.RUN, None, Until.NO_END, Audience.NOBODY, classes={"id": "routing", "name": "routing"}
    ),
    "auth.Group_permissions": Entry(
        Why.RUN,
        None,
        Until.NO_END,
        Audience.NOBODY,
        classes=dict.fromkeys(("id", "group_id", "permission_id"), "routing"),
    ),
    "contenttypes.ContentType": Entry(
        Why.RUN,
        None,
        Until.NO_END,
        Audience.NOBODY,
        classes=dict.fromkeys(("id", "app_label", "model"), "routing"),
    ),
}
ENTRIES = OURS | BORROWED
