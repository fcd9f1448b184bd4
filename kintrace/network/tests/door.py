"""What a person does at the door, through the test client."""

import re
from urllib.parse import quote

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from kintrace.network.tests.cast import PASSWORD


def give_password(
    client: Client, name: str = "alma", password: str = PASSWORD, to: str = ""
) -> str:
    answer = client.post(f"/sign-in/?next={quote(to)}", {"login": name, "password": password})
    return str(answer.headers.get("Location", ""))


def code_of(secret: str, now: float) -> str:
    return str(format_hotp_value(hotp_value(secret, int(now) // 30)))


def set_up(client: Client, now: float) -> str:
    """Set up the second factor as a person would; gives the secret."""
    page = client.get("/sign-in/second-factor/set-up/").content.decode()
    secret = re.search(r"[A-Z2-7]{32}", page)
    assert secret
    done = client.post("/sign-in/second-factor/set-up/", {"code": code_of(secret[0], now)})
    assert done["Location"] == "/sign-in/recovery-codes/"
    return secret[0]


def recovery_codes(client: Client) -> list[str]:
    return re.findall(r">(\d{8})<", client.get("/sign-in/recovery-codes/").content.decode())
