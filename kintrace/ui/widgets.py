"""Ways of asking that Django has no widget for; {% field %} draws them."""

from collections.abc import Mapping
from typing import Any

from django import forms


class PickOne(forms.RadioSelect):
    """Tiles to choose one of. icons / pictos: choice value to the name of a drawing."""

    def __init__(
        self,
        *args: Any,
        icons: Mapping[str, str] | None = None,
        pictos: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.drawings = _drawings(icons, pictos)


class PickMany(forms.CheckboxSelectMultiple):
    """Tiles to choose several of."""

    def __init__(
        self,
        *args: Any,
        icons: Mapping[str, str] | None = None,
        pictos: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.drawings = _drawings(icons, pictos)


def _drawings(
    icons: Mapping[str, str] | None, pictos: Mapping[str, str] | None
) -> dict[str, tuple[str, str]]:
    """Choice value to (kind of drawing, its name)."""
    return {
        **{str(value): ("icon", name) for value, name in (icons or {}).items()},
        **{str(value): ("picto", name) for value, name in (pictos or {}).items()},
    }


class PickFrame(forms.RadioSelect):
    """One photo in several cut-outs to choose from. Set `previews` (choice value to picture
    address) in the form's __init__: the pictures are known per request only."""

    def __init__(self, *args: Any, previews: Mapping[str, str] | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.previews = dict(previews or {})


class PickPictures(forms.CheckboxSelectMultiple):
    """Pictures to choose several of; `previews` as above."""

    def __init__(self, *args: Any, previews: Mapping[str, str] | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.previews = dict(previews or {})


class Phone(forms.TextInput):
    """A phone number: the number keyboard, and left to right in every language."""

    input_type = "tel"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"dir": "ltr", "inputmode": "tel", **(attrs or {})})


class Digits(forms.TextInput):
    """A year, a day, a one-time code: digits of any script, without the spinner of type=number."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"dir": "ltr", "inputmode": "numeric", **(attrs or {})})


class Code(forms.TextInput):
    """A confirmation code or a case code."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            {"dir": "ltr", "autocapitalize": "characters", "class": "code-in", **(attrs or {})}
        )
