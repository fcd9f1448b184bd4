"""The tags every template has without loading them. Usage with examples: ../README.md."""

from typing import Any, cast

from django import template
from django.forms import BaseForm, BoundField
from django.template.context import Context
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from kintrace.ui import asking, spoken
from kintrace.ui import menu as rail
from kintrace.ui.symbols import TURNING, symbol

register = template.Library()
Text = str | Promise
_USED = "kintrace.ui symbols used"


def _used_on(context: Context) -> list[str]:
    """The symbols drawn so far. The bottom of the render context is the one place that extends,
    include and inclusion tags of one page share."""
    shared = cast("dict[str, list[str]]", context.render_context.dicts[0])
    return shared.setdefault(_USED, [])


def draw(context: Context, name: str, classes: str) -> SafeString:
    """A drawing by its symbol name, remembered so that {% sprite %} prints it."""
    symbol(name)  # an unknown name fails here, in the template that asked for it
    _used_on(context).append(name)
    if name in TURNING:
        classes += " way"
    return format_html('<svg class="{}" aria-hidden="true"><use href="#{}"/></svg>', classes, name)


@register.simple_tag(takes_context=True)
def icon(context: Context, name: str) -> SafeString:
    """{% icon "exit" %}"""
    return draw(context, f"i-{name}", "i")


@register.simple_tag(takes_context=True)
def picto(context: Context, name: str) -> SafeString:
    """{% picto "brother" %}: the filled figure searches, the outlined one is sought."""
    return draw(context, f"p-{name}", "pic")


@register.simple_tag(takes_context=True)
def sprite(context: Context) -> SafeString:
    """The drawings this page used, once, at the end of <body>."""
    used = dict.fromkeys(_used_on(context))
    if not used:
        return SafeString()
    return format_html(
        "<svg hidden>{}</svg>", format_html_join("", "{}", ((symbol(name),) for name in used))
    )


@register.simple_tag(takes_context=True)
def phone(context: Context, number: str, *, big: bool = False) -> SafeString:
    """A number to press. Right-to-left pages would turn its groups round without <bdi dir>."""
    shown = format_html('<bdi dir="ltr">{}</bdi>', number)
    if context.get("kiosk"):  # a screen on a wall calls nobody, and a link would lead out of it
        return format_html("<strong>{}</strong>", shown)
    target = spoken.dialled(number)
    if big:
        drawing = draw(context, "i-phone", "i")
        return format_html('<a class="button big" href="tel:{}">{}{}</a>', target, drawing, shown)
    return format_html('<a href="tel:{}">{}</a>', target, shown)


@register.simple_tag
def code(value: str) -> SafeString:
    """A confirmation code, large, to be read aloud or written down."""
    return format_html('<bdi class="code" dir="ltr">{}</bdi>', value)


@register.simple_tag
def ref(value: str) -> SafeString:
    """A case code in running text; it never breaks nor turns round."""
    return format_html('<bdi class="ref" dir="ltr">{}</bdi>', value)


@register.filter
def dialled(number: str) -> str:
    """{{ phone|dialled }}: what a tel: link needs of a written number."""
    return spoken.dialled(number)


@register.filter
def spelled(value: str) -> SafeString:
    """{{ code|spelled }}: A · B · C · D — E · F · G · H"""
    return format_html('<bdi dir="ltr">{}</bdi>', spoken.spelled(value))


@register.simple_tag(takes_context=True)
def back(context: Context, url: str, label: Text) -> SafeString:
    """The link to where one came from, first thing on a page."""
    return format_html(
        '<p class="no-print"><a class="link" href="{}">{}{}</a></p>',
        url,
        draw(context, "i-back", "i"),
        label,
    )


@register.simple_tag(takes_context=True)
def chip(context: Context, text: Text, *, kind: str = "", icon: str = "") -> SafeString:
    """A word with a shape; kind (late, due, fine) only repeats what the word says."""
    drawing = draw(context, f"i-{icon}", "i") if icon else ""
    return format_html('<span class="chip {}">{}{}</span>', kind, drawing, text)


@register.simple_tag
def dots(done: int, *, of: int) -> SafeString:
    """A short thread for a table row: done knots, the lamp, rings. Put the word beside it."""
    knots = ["d"] * done + ["n"] * (done < of) + [""] * (of - done - 1)
    row = format_html_join("", '<i class="{}"></i>', ((knot,) for knot in knots))
    return format_html('<span class="dots" aria-hidden="true">{}</span>', row)


NOTE_ICONS = {"warn": "alert", "bad": "alert", "good": "check"}


@register.simple_block_tag(takes_context=True)
def note(
    context: Context, content: str, *, kind: str = "", icon: str = "", role: str = ""
) -> SafeString:
    """{% note kind="warn" icon="nomoney" %}…{% endnote %}; kind: warn, bad, good or nothing."""
    name = icon or NOTE_ICONS.get(kind, "")
    drawing = draw(context, f"i-{name}", "i") if name else ""
    says = format_html(' role="{}"', role) if role else ""
    return format_html('<div class="note {}"{}>{}<div>{}</div></div>', kind, says, drawing, content)


@register.simple_block_tag
def card(content: str, title: Text = "", *, kind: str = "") -> SafeString:
    """{% card title %}…{% endcard %}; kind="acts" for a column of buttons."""
    heading = format_html("<h2>{}</h2>", title) if title else ""
    return format_html('<section class="card stack {}">{}{}</section>', kind, heading, content)


GATE_ICONS = {"pass": "check", "shut": "alert", "": "lock"}


@register.simple_block_tag(takes_context=True)
def gate(
    context: Context, content: str, title: Text, *, state: str = "", icon: str = "", url: str = ""
) -> SafeString:
    """{% gate title state="shut" %}why, and what opens it{% endgate %}; with url it is a link."""
    drawing = draw(context, f"i-{icon or GATE_ICONS[state]}", "i")
    shape = (
        '<a class="card gate {0}" href="{4}">{1}<span><strong>{2}</strong><br>{3}</span></a>'
        if url
        else '<div class="card gate {0}">{1}<div><strong>{2}</strong><br>{3}</div></div>'
    )
    return format_html(shape, state, drawing, title, content, url)


@register.simple_block_tag(takes_context=True)
def closed(context: Context, content: str) -> SafeString:
    """A step that cannot be done yet: drawn, with the reason, never hidden."""
    return format_html(
        '<p class="closed">{}<span>{}</span></p>', draw(context, "i-lock", "i"), content
    )


@register.inclusion_tag("ui/parts/path.html")
def path(
    steps: list[tuple[Text, ...]], *, label: Text = "", across: bool = False, long: bool = False
) -> dict[str, Any]:
    """The thread. A step is (label, state) or (label, state, words after it);
    state: "done", "now", "next" or "shut"."""
    rows = [
        {"label": step[0], "state": step[1], "words": "".join(map(str, step[2:]))} for step in steps
    ]
    return {"steps": rows, "label": label, "across": across or long, "long": long}


@register.inclusion_tag("ui/forms/field.html", takes_context=True)
def field(context: Context, bound: BoundField, **wishes: Any) -> dict[str, Any]:
    """{% field form.name %}. Wishes: label, hint, heading=True (the label is the page's h1),
    optional=True (says that it may be left empty), columns=True (tiles side by side). A page that
    gives `mark_for` has it asked of each field how much an answer is needed."""
    mark_for = context.get("mark_for")
    mark = mark_for(bound) if mark_for else None
    return asking.describe(bound, asking.Wishes(**wishes), mark)


@register.inclusion_tag("ui/forms/fields.html", takes_context=True)
def fields(context: Context, form: BaseForm) -> dict[str, Any]:
    """Every field of a form, the hidden ones too. {% error_summary form %} stands above it."""
    return {"form": form}


@register.inclusion_tag("ui/forms/errors.html", takes_context=True)
def error_summary(context: Context, form: BaseForm) -> dict[str, Any]:
    """What is wrong, with links to the fields, and that nothing is lost. Silent without errors."""
    wrong = asking.wrong_things(form)
    title = ngettext(
        "Please look at one thing.", "Please look at %(number)d things.", len(wrong)
    ) % {"number": len(wrong)}
    return {"wrong": wrong, "title": title}


@register.inclusion_tag("ui/parts/menu.html", takes_context=True)
def menu(context: Context) -> dict[str, Any]:
    """The rail of the desk, for whoever asks. Nothing when the gate gave no `request.may`."""
    return {"places": rail.places(context.get("request"))}
