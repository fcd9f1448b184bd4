"""What a member typed is not lost with the session: every form of the desk carries its owner.

`{% owner %}` in a form lets network/kept.py carry the fields through the sign-in. A form in which
somebody types or chooses has it, or stands here with the reason.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "kintrace"
FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)
# A field of the house, a form that Django prints, a page that fills the block, or a plain field.
ASKS = re.compile(
    r"{% fields? |{{ *form\b|{% block |<textarea|<select|"
    r'<input(?![^>]*type="(?:hidden|submit|button)")'
)
OWNER = "{% owner %}"
SECRET = "Passwords and codes are typed here, and none is kept anywhere."
NOBODY = "Nobody is signed in yet."
NOT_KEPT: dict[str, str] = {
    "cases/cases/photo.html": "A file and nothing else; the browser gives it again.",
    "network/account/login.html": NOBODY,
    "network/account/password_change.html": SECRET,
    "network/account/reauthenticate.html": SECRET,
    "network/mfa/authenticate.html": NOBODY,
    "network/mfa/reauthenticate.html": SECRET,
    "network/mfa/totp/activate_form.html": SECRET,
    "network/network/ceremony.html": SECRET,
    "network/network/choose_team.html": SECRET,
    "network/network/forgotten.html": NOBODY,
    "network/network/grant.html": SECRET,
    "network/network/join.html": NOBODY,
    "network/network/make_team.html": SECRET,
    "network/network/open_box.html": SECRET,
    "network/network/opening_password.html": SECRET,
    "network/network/recover.html": SECRET,
    "network/network/renew_box.html": SECRET,
    "network/network/reset.html": NOBODY,
    "network/network/use_safe.html": SECRET,
    # Code and word open what a person carries: they are typed anew rather than laid down.
    "servicepoints/servicepoints/people/carried.html": SECRET,
    "servicepoints/servicepoints/people/take_on.html": SECRET,
}
# Visitors have no session that could end; what they typed is kept on the page (visitors/held.html).
OF_VISITORS = re.compile(r"wall/wall/(?!desk/)|safe/|visitors/visitors/feedback")


def asking() -> dict[str, list[str]]:
    """By template of the desk: its forms that are posted and in which something is asked."""
    found: dict[str, list[str]] = {}
    for path in sorted(ROOT.rglob("*.html")):
        name = str(path.relative_to(ROOT)).replace("/templates/", "/")
        posted = [one for one in FORM.findall(path.read_text()) if 'method="post"' in one]
        if not OF_VISITORS.match(name) and (asked := [one for one in posted if ASKS.search(one)]):
            found[name] = asked
    return found


def test_what_is_typed_in_a_form_of_the_desk_is_kept_when_the_session_ends() -> None:
    without = [name for name, forms in asking().items() if not all(OWNER in one for one in forms)]
    assert [name for name in without if name not in NOT_KEPT] == []


def test_no_password_is_kept_and_no_exception_has_outlived_its_reason() -> None:
    kept = {name: [one for one in forms if OWNER in one] for name, forms in asking().items()}
    assert [name for name in NOT_KEPT if kept.get(name) != []] == []
