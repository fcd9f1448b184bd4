"""Signing in and how long it lasts: nothing here is an operator’s to choose."""

from datetime import timedelta

AUTH_USER_MODEL = "network.Member"
AUTHENTICATION_BACKENDS = ["kintrace.network.signin.SignInBackend"]
PASSWORD_HASHERS = ["kintrace.network.hashing.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "kintrace.network.guessable.NotGuessable"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["sign_in"]},
    },
]
CSRF_FAILURE_VIEW = "kintrace.network.views.again.stale"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
ACCOUNT_ADAPTER = "kintrace.network.signin.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "sign_in"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = False
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_REAUTHENTICATION_REQUIRED = True
MFA_ADAPTER = "kintrace.network.signin.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # a found telephone is no second factor
MFA_TOTP_ISSUER = "Kintrace"
MFA_TOTP_TOLERANCE = 1  # a code typed as it changes, or a phone whose clock is half a minute off
MFA_TRUST_ENABLED = MFA_PASSKEY_LOGIN_ENABLED = False
USERSESSIONS_ADAPTER = "kintrace.network.signin.SessionsAdapter"
USERSESSIONS_TRACK_ACTIVITY = False

SESSION_IDLE = timedelta(minutes=30)
SESSION_LONGEST = timedelta(hours=10)
SESSION_COOKIE_AGE = int(SESSION_LONGEST.total_seconds())
