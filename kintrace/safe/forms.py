"""What a browser sends: numbers that it made of the words. Nobody types any of it."""

import base64
import re
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kintrace.safe.sealed import SIZE, TOKEN

ASK_ANEW = _("Load the page once more, and write your words again.")


class Hexadecimal(forms.CharField):
    """So many bytes, in hexadecimal."""

    def __init__(self, length: int) -> None:
        super().__init__(error_messages={"required": ASK_ANEW})
        self.form = re.compile(f"[0-9a-f]{{{2 * length}}}")

    def clean(self, value: str) -> bytes:
        said = super().clean(value)
        if not self.form.fullmatch(said):
            raise ValidationError(ASK_ANEW)
        return bytes.fromhex(said)


class Sealed(forms.CharField):
    """A safe's contents, in base64: always of one length."""

    def clean(self, value: str) -> bytes:
        try:
            sealed = base64.b64decode(super().clean(value), validate=True)
        except ValueError:  # of other letters, or of none that fit
            raise ValidationError(ASK_ANEW) from None
        if len(sealed) != SIZE:
            raise ValidationError(ASK_ANEW)
        return sealed


class NumberForm(forms.Form):
    number = Hexadecimal(16)

    def clean_number(self) -> UUID:
        return UUID(bytes=self.cleaned_data["number"])


class OwnForm(NumberForm):
    """Of who has the words."""

    token = Hexadecimal(TOKEN)


class KeepForm(OwnForm):
    sealed = Sealed(error_messages={"required": ASK_ANEW})
