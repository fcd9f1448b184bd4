"""Headers every answer carries, on both sides."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from kintrace.ui import kiosk

ALWAYS = {
    # Faces must not end up in a search engine or an archive, where nobody can take them down.
    "X-Robots-Tag": "noindex, nofollow, noarchive, noimageindex, nosnippet",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), "
        "display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), "
        "microphone=(), midi=(), payment=(), serial=(), usb=()"
    ),
}
# A picture runs nothing and asks for nothing: it goes without the long headers that only a page
# obeys. A dozen pictures come over a slow network at once.
PICTURES = {"image/webp", "image/jpeg"}
FOR_PAGES = ("Content-Security-Policy", "Permissions-Policy")
# A shared phone keeps what it may keep: the back button must not show the last person's page.
UNLESS_SAID_OTHERWISE = {"Cache-Control": "no-store"}


class Headers:
    """Adds the headers; what a view set itself (a photo's short cache) stays."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        kiosk.enters(request)
        response = self.get_response(request)
        kiosk.goes_back(request, response)
        for name, value in ALWAYS.items():
            response.headers[name] = value
        for name, value in UNLESS_SAID_OTHERWISE.items():
            response.headers.setdefault(name, value)
        if response.headers.get("Content-Type") in PICTURES:
            for name in FOR_PAGES:
                response.headers.pop(name)
        return response
