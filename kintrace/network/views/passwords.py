"""Passwords: joining by invitation, a new one by letter, and changing one's own."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kintrace.network import actions, forms, jobs, lookups, sessions
from kintrace.network.access import for_everyone, for_signed_in
from kintrace.network.gate import StaffRequest
from kintrace.network.views.answers import ask, too_many, was_guessed
from kintrace.network.words import LinkKind


@for_everyone
def forgotten(request: HttpRequest) -> HttpResponse:
    """Ask for a letter. The answer is the same, and as quick, for names nobody has."""
    form = forms.SignInNameForm(request.POST or None)
    if not form.is_valid():
        return ask(request, "network/forgotten.html", form)
    sign_in = form.cleaned_data["sign_in"]
    wait = too_many(request, action="reset_password", key=sign_in.strip().casefold())
    if wait is not None:
        return wait
    member = lookups.member_named(sign_in)
    # Known or not, one job is queued: how long its letter takes, nobody at this page can see.
    jobs.send_reset.enqueue(str(member.pk if member else uuid4()), origin_of(request))
    return render(request, "network/letter_underway.html")


@for_everyone
def letter(request: HttpRequest, token: str) -> HttpResponse:
    """Where the link of an invitation or a reset letter leads: choose a password."""
    link = lookups.link(token)
    if link is None or not actions.is_good(link):
        raise actions.LinkIsOver
    form = forms.NewPasswordForm(request.POST or None, member=link.member)
    joining = link.kind == LinkKind.INVITATION
    if not form.is_valid():
        page = "network/join.html" if joining else "network/reset.html"
        return ask(request, page, form, sign_in=link.member.sign_in)
    use = actions.accept if joining else actions.reset
    code = use(token, password=form.cleaned_data["password"])
    return render(request, "network/ready.html", {"code": code, "sign_in": link.member.sign_in})


@for_signed_in
def change_password(request: StaffRequest) -> HttpResponse:
    """A new password for who knows the old one, which nobody may guess at; all other sessions
    end."""
    if request.method == "POST":
        wait = too_many(request, action="change_password", user=request.user)
        if wait is not None:
            return wait
    form = forms.ChangePasswordForm(request.POST or None, member=request.user)
    if not form.is_valid():
        if was_guessed(form, "old"):
            actions.note_unproved(request.user)
        return ask(request, "account/password_change.html", form)
    actions.change_password(
        request.user, old=form.cleaned_data["old"], new=form.cleaned_data["password"]
    )
    sessions.stay_as_the_only_one(request)
    return redirect("mfa_index")


def origin_of(request: HttpRequest) -> str:
    """Scheme and host of this side, as the request names it; the host is an allowed one."""
    return f"{request.scheme}://{request.get_host()}"
