"""Addresses of signing in, of members, societies and boxes.

allauth is mounted page by page under its own names: sign-up, social sign-in, sign-in by code,
trusted devices, its e-mail and its reset pages are not there at all.
"""

from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from django.urls import URLPattern, URLResolver, include, path

from kintrace.network.views import door

_own: list[URLPattern | URLResolver] = [
    path("sign-in/second-factor/picture.svg", door.factor_picture, name="factor_picture"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/", door.sign_in, name="account_login"),
    path("sign-in/code/", door.give_code, name="mfa_authenticate"),
    path("sign-in/again/", door.password_again, name="account_reauthenticate"),
    path("sign-in/again/code/", door.code_again, name="mfa_reauthenticate"),
    path("sign-in/out/", door.sign_out, name="account_logout"),
    path("sign-in/sessions/", door.own_sessions, name="usersessions_list"),
    path("sign-in/second-factor/", factors.index, name="mfa_index"),
    path("sign-in/second-factor/set-up/", door.set_up_factor, name="mfa_activate_totp"),
    path("sign-in/recovery-codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "sign-in/recovery-codes/new/",
        codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path("", include((_own, "network"))),
]
