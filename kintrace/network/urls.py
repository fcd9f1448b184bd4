"""Addresses of signing in, of members, societies and boxes.

allauth is mounted page by page under its own names: sign-up, social sign-in, sign-in by code,
trusted devices, its e-mail and its reset pages are not there at all.
"""

from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from django.urls import URLPattern, URLResolver, include, path

from kintrace.network.views import (
    again,
    agreements,
    boxes,
    desks,
    door,
    keys,
    passwords,
    people,
    teams,
)

_own: list[URLPattern | URLResolver] = [
    path("sign-in/second-factor/picture.svg", door.factor_picture, name="factor_picture"),
    path("sign-in/passkey/", door.by_passkey, name="by_passkey"),
    path("sign-in/passkeys/alone/", door.give_up_password, name="give_up_password"),
    path("sign-in/passkeys/", door.own_passkeys, name="passkeys"),
    path("sign-in/typed/", again.typed, name="typed_again"),
    path("sign-in/forgotten/", passwords.forgotten, name="forgotten"),
    path("sign-in/letter/<str:token>/", passwords.letter, name="letter"),
    path("desk/open-box/", boxes.open_box, name="open_box"),
    path("desk/open-box/first/", boxes.opening_password, name="opening_password"),
    path("desk/open-box/recover/", boxes.recover, name="recover"),
    path("desk/keys/", boxes.keys, name="keys"),
    path("desk/keys/<uuid:member_id>/<str:box>/", boxes.grant, name="grant"),
    path("desk/keys/<uuid:member_id>/<str:box>/take-back/", keys.take_back, name="take_back"),
    path("desk/keys/safe/", keys.use_safe, name="use_safe"),
    path("desk/keys/<str:box>/renew/", keys.renew_box, name="renew_box"),
    path("desk/boxes/how/", keys.how, name="how_boxes"),
    path("desk/teams/", teams.teams, name="teams"),
    path("desk/teams/make/", teams.make_team, name="make_team"),
    path("desk/teams/choose/", teams.choose_team, name="choose_team"),
    path("desk/teams/<uuid:team_id>/", teams.team, name="team"),
    path(
        "desk/teams/<uuid:team_id>/<uuid:member_id>/leave/",
        teams.take_from_team,
        name="take_from_team",
    ),
    path("desk/ceremony/", boxes.ceremony, name="ceremony"),
    path("desk/members/", people.members, name="members"),
    path("desk/members/invite/", people.invite, name="invite"),
    path("desk/members/<uuid:member_id>/", people.member, name="member"),
    path("desk/members/<uuid:member_id>/role/", people.change_role, name="change_role"),
    path("desk/members/<uuid:member_id>/invite/", people.invite_again, name="invite_again"),
    path(
        "desk/members/<uuid:member_id>/second-factor/",
        people.forget_second_factor,
        name="forget_second_factor",
    ),
    path("desk/members/<uuid:member_id>/leave/", people.let_go, name="let_go"),
    path("desk/places/", desks.desks, name="desks"),
    path("desk/places/add/", desks.open_desk, name="open_desk"),
    path("desk/places/<uuid:desk_id>/", desks.desk, name="desk"),
    path("desk/places/<uuid:desk_id>/close/", desks.close_desk, name="close_desk"),
    path("desk/agreements/", agreements.agreements, name="agreements"),
    path("desk/agreements/sign/", agreements.sign, name="sign_agreement"),
    path("desk/agreements/end/", agreements.end, name="end_agreement"),
    path("desk/societies/", people.societies, name="societies"),
    path("desk/societies/found/", people.found, name="found"),
    path(
        "desk/societies/<uuid:society_id>/administrator/",
        people.administrator,
        name="administrator",
    ),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/", door.sign_in, name="account_login"),
    path("sign-in/code/", door.give_code, name="mfa_authenticate"),
    path("sign-in/again/", door.password_again, name="account_reauthenticate"),
    path("sign-in/again/code/", door.code_again, name="mfa_reauthenticate"),
    path("sign-in/again/passkey/", door.passkey_again, name="mfa_reauthenticate_webauthn"),
    path("sign-in/out/", door.sign_out, name="account_logout"),
    path("sign-in/password/", passwords.change_password, name="account_change_password"),
    path("sign-in/sessions/", door.own_sessions, name="usersessions_list"),
    path("sign-in/second-factor/", factors.index, name="mfa_index"),
    path("sign-in/second-factor/set-up/", door.set_up_factor, name="mfa_activate_totp"),
    path("sign-in/recovery-codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "sign-in/recovery-codes/new/",
        door.new_codes,
        name="mfa_generate_recovery_codes",
    ),
    path("", include((_own, "network"))),
]
