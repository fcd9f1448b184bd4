"""Coming in and going out: allauth's pages with our words, our forms and our rules."""

from typing import Any

from allauth.account.models import Login
from allauth.account.views import LoginView, LogoutView, ReauthenticateView
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as CodeAgainView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kintrace.network import actions, factor, forms, kept, lookups, passkeys, sessions
from kintrace.network.access import (
    for_arriving,
    for_everyone,
    for_signed_in,
    for_signed_in_again,
)
from kintrace.network.gate import StaffRequest
from kintrace.network.views.answers import ask, onward, too_many, was_guessed


class SignIn(LoginView):  # type: ignore[misc]
    """Name and password."""

    form_class = forms.SignInForm

    def form_valid(self, form: forms.SignInForm) -> HttpResponse:
        """Take along what was typed when the session before ended."""
        key = kept.carry(self.request)
        response: HttpResponse = super().form_valid(form)
        kept.give_key(response, key)
        return response

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """A wrong password does not lose it either."""
        carried = self.request.POST.get("kept", "")
        context: dict[str, Any] = super().get_context_data(kept=carried, **more)
        return context


@for_everyone
def by_passkey(request: HttpRequest) -> HttpResponse:
    """A passkey alone. A form that came from the sign-in page brings along what was typed."""
    if request.user.is_authenticated:
        return redirect(onward(request))
    tried = "credential" in request.POST
    wait = too_many(request, action="login") if tried else None
    if wait is not None:
        return wait
    form = passkeys.AloneForm(request.POST if tried else None)
    if form.is_valid():
        return _let_in(request, form.cleaned_data["credential"])
    asked = {"options": passkeys.to_sign_in(), "kept": request.POST.get("kept", "")}
    return ask(request, "network/by_passkey.html", form, **asked)


def _let_in(request: HttpRequest, passkey: Authenticator) -> HttpResponse:
    key = kept.carry(request)
    response: HttpResponse = perform_passwordless_login(request, passkey, Login(user=passkey.user))
    kept.give_key(response, key)
    return response


class GiveCode(AuthenticateView):  # type: ignore[misc]
    """The second factor, after the password."""

    form_class = forms.CodeForm
    webauthn_form_class = passkeys.UseForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Take a form that came without its code for one with an empty code."""
        if request.method == "POST" and not {"code", "credential"} & request.POST.keys():
            request.POST = QueryDict("code=")
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """With what the browser needs, for who has a passkey."""
        context: dict[str, Any] = super().get_context_data(**more)
        return context | {"options": passkeys.to_use(context["js_data"])}

    def form_invalid(self, form: BaseForm) -> HttpResponse:
        """Write down that somebody with the password had no code."""
        actions.note_unproved(self.stage.login.user)
        response: HttpResponse = super().form_invalid(form)
        return response


class OnceMore:
    """Before something that matters. What was found right gives the session a new number, so that
    whoever copied the cookie is out; what was wrong is written down."""

    request: StaffRequest

    def form_valid(self, form: BaseForm) -> HttpResponse:
        """It is them."""
        sessions.renew(self.request)
        actions.note_proved(self.request.user)
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        return response

    def form_invalid(self, form: BaseForm) -> HttpResponse:
        """It may not be."""
        if was_guessed(form):
            actions.note_unproved(self.request.user)
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        return response


class PasswordAgain(OnceMore, ReauthenticateView):  # type: ignore[misc]
    """Before something that matters: the password."""

    form_class = forms.PasswordAgainForm


class CodeAgain(OnceMore, CodeAgainView):  # type: ignore[misc]
    """Before something that matters: the second factor."""

    form_class = forms.CodeOnceMoreForm


class PasskeyAgain(OnceMore, ReauthenticateWebAuthnView):  # type: ignore[misc]
    """Before something that matters: a passkey."""

    form_class = passkeys.UseAgainForm

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """With what the browser needs; allauth forgets the form that was refused."""
        context: dict[str, Any] = super().get_context_data(**more)
        form = more.get("form") or self.get_form()
        return context | {"options": passkeys.to_use(context["js_data"]), "form": form}

    def form_invalid(self, form: BaseForm) -> HttpResponse:
        """Ask again."""
        if was_guessed(form):
            actions.note_unproved(self.request.user)
        shown = self.get_context_data(form=form)
        response: HttpResponse = self.render_to_response(shown, status=422)
        return response


class NewCodes(GenerateRecoveryCodesView):  # type: ignore[misc]
    """New recovery codes; the old ones stop working."""

    def form_valid(self, form: BaseForm) -> HttpResponse:
        """Write down that it happened."""
        actions.note_new_codes(self.request.user)
        response: HttpResponse = super().form_valid(form)
        return response


class SignOut(LogoutView):  # type: ignore[misc]
    """Leave nothing behind on a tablet that many hands hold."""

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """With how much waits on this tablet for the network."""
        context: dict[str, Any] = super().get_context_data(**more)
        return context | {"waiting": sessions.waiting_here(self.request)}

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """End the session and tell the browser to forget the site: what was not sent yet is lost
        with it, so whoever presses is asked first."""
        if sessions.waiting_here(self.request) and "lose" not in self.request.POST:
            asked: HttpResponse = self.render_to_response(self.get_context_data(), status=409)
            return asked
        if self.request.user.is_authenticated:
            actions.note_sign_out(self.request.user)
        response: HttpResponse = super().post(*args, **kwargs)
        response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
        sessions.drop_box_cookie(response)
        return response

    def get_redirect_url(self) -> str:
        """Always the sign-in page: the next person does not land where the last one was."""
        return reverse("account_login")


sign_in = for_everyone(SignIn.as_view())
give_code = for_everyone(GiveCode.as_view())
password_again = for_arriving(PasswordAgain.as_view())
code_again = for_signed_in(CodeAgain.as_view())
passkey_again = for_signed_in(PasskeyAgain.as_view())
new_codes = for_signed_in(NewCodes.as_view())
sign_out = for_everyone(SignOut.as_view())


@for_arriving
def set_up_factor(request: StaffRequest) -> HttpResponse:
    """The second factor, before anything else is open; later the same for a new phone."""
    if factor.is_set_up(request.user) and not sessions.proved_both(request):
        sessions.end(request)  # the password alone is no ground for taking the factor over
        return redirect("account_login")
    if not sessions.proved_lately(request):
        raise ReauthenticationRequired
    form = forms.SetUpFactorForm(request.POST or None, user=request.user)
    if form.is_valid():
        _keep_factor(request, form.secret)
        return redirect("mfa_view_recovery_codes")
    return ask(request, "mfa/totp/activate_form.html", form)


def _keep_factor(request: StaffRequest, secret: str) -> None:
    actions.set_second_factor(request.user, secret=secret)
    factor.forget_pending()
    # Whoever else signed in with the password alone is out, and stays out.
    actions.end_sessions(request.user, by=request.user)
    sessions.stay_as_the_only_one(request)
    sessions.mark_factor(request)


@for_signed_in_again
def own_passkeys(request: StaffRequest) -> HttpResponse:
    """The member's passkeys; one more may be made, each can be removed."""
    if "remove" in request.POST:
        actions.remove_passkey(request.user, passkey=request.POST["remove"])
        return redirect("network:passkeys")
    form = passkeys.MakeForm(request.POST or None, user=request.user)
    if form.is_valid():
        actions.add_passkey(request.user, credential=form.cleaned_data["credential"])
        return redirect("network:passkeys")
    options, own = passkeys.to_make(request.user), passkeys.of(request.user)
    return ask(request, "network/passkeys.html", form, options=options, own=own)


@for_signed_in_again
def give_up_password(request: StaffRequest) -> HttpResponse:
    """Sign in with a passkey alone from now on; offered to who has just done so."""
    alone = passkeys.came_alone(request)
    if request.method == "POST":
        actions.give_up_password(request.user, came_alone=alone)
        sessions.stay_as_the_only_one(request)
        return redirect("mfa_index")
    shown = {"alone": alone, "boxes": lookups.has_keys(request.user)}
    return render(request, "network/give_up_password.html", shown)


@require_safe
@for_arriving
def factor_picture(request: StaffRequest) -> HttpResponse:
    """The QR code as a picture of its own: the pages allow no data: addresses."""
    return HttpResponse(factor.picture(request.user), content_type="image/svg+xml")


@for_signed_in
def own_sessions(request: StaffRequest) -> HttpResponse:
    """Where the member is signed in; each but this one can be ended."""
    if request.method == "POST":
        actions.end_session(request.user, session=request.POST.get("session", ""))
        return redirect("usersessions_list")
    rows = lookups.sessions_of(request.user)
    here = request.session.session_key
    return render(request, "usersessions/usersession_list.html", {"sessions": rows, "here": here})
