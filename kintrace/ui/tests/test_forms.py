import re
from typing import Any

import pytest
from django import forms
from django.template import engines
from django.template.backends.django import DjangoTemplates

from kintrace.ui.widgets import Code, Digits, Phone, PickFrame, PickMany, PickOne


class Reach(forms.Form):
    way = forms.ChoiceField(
        label="Choose one way",
        choices=[("phone", "A phone call"), ("place", "I will come to you")],
        widget=PickOne(icons={"phone": "phone", "place": "pin"}),
    )
    number = forms.CharField(label="Phone number", help_text="Begin with +.", widget=Phone)
    words = forms.CharField(label="Your message", widget=forms.Textarea)
    when = forms.MultipleChoiceField(
        label="When", choices=[("day", "In the day")], widget=PickMany, required=False
    )
    sure = forms.BooleanField(label="I have read it aloud")
    frame = forms.ChoiceField(
        label="Which cut?",
        choices=[(name, name.title()) for name in ("whole", "middle", "upper", "left", "right")],
        widget=PickFrame,
    )
    stamp = forms.CharField(widget=forms.HiddenInput, initial="12")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        frames = self.fields["frame"].widget
        assert isinstance(frames, PickFrame)
        frames.previews = {"whole": "/cut/whole.jpg", "left": "/cut/left.jpg"}


def drawn(source: str, form: forms.Form) -> str:
    engine = engines["django"]
    assert isinstance(engine, DjangoTemplates)
    return engine.from_string(source).render({"form": form})


def ids(page: str) -> set[str]:
    return set(re.findall(r'\sid="([^"]+)"', page))


def pointed_at(page: str) -> set[str]:
    return {
        one for value in re.findall(r'aria-describedby="([^"]+)"', page) for one in value.split()
    }


@pytest.mark.parametrize("form", [Reach(), Reach({})], ids=["asked", "wrong"])
def test_whatever_describes_a_field_is_on_the_page_once(form: forms.Form) -> None:
    page = drawn("{% fields form %}", form)
    assert "id_number_helptext" in pointed_at(page)
    assert pointed_at(page) <= ids(page)
    every = re.findall(r'\sid="([^"]+)"', page)
    assert len(every) == len(set(every))


def test_every_label_belongs_to_an_input() -> None:
    page = drawn("{% fields form %}", Reach())
    assert set(re.findall(r'<label[^>]* for="([^"]+)"', page)) <= ids(page)


def test_an_error_stands_at_its_field_and_the_field_says_so() -> None:
    page = drawn("{% field form.number %}", Reach({}))
    assert 'class="wrong" id="id_number_error"' in page
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="id_number_helptext id_number_error"' in page


def test_a_group_of_tiles_is_a_fieldset_described_by_its_error() -> None:
    page = drawn("{% field form.way %}", Reach({}))
    assert re.search(r'<fieldset[^>]* aria-describedby="id_way_error"', page)
    assert "<legend>" in page


def test_the_summary_leads_to_each_field_and_says_that_nothing_is_lost() -> None:
    form = Reach({"words": "hello"})
    page = drawn("{% error_summary form %}{% fields form %}", form)
    assert 'role="alert"' in page
    assert "Nothing you wrote is lost." in page
    assert set(re.findall(r'href="#(id_[^"]+)"', page)) == {
        "id_way_0", "id_number", "id_sure", "id_frame_0",
    }  # fmt: skip
    assert set(re.findall(r'href="#(id_[^"]+)"', page)) <= ids(page)
    assert "hello" in page


def test_a_form_without_errors_has_no_summary() -> None:
    assert drawn("{% error_summary form %}", Reach()).strip() == ""


def test_an_error_of_the_whole_form_is_said_without_a_link() -> None:
    form = Reach({})
    form.add_error(None, "The two do not fit together.")
    page = drawn("{% error_summary form %}", form)
    assert "<li>The two do not fit together.</li>" in page


def test_a_shared_phone_keeps_nothing_that_was_written() -> None:
    page = drawn("{% fields form %}", Reach())
    for written in re.findall(r'<(?:input type="(?:tel|text|email)"|textarea)[^>]*>', page):
        assert 'autocomplete="off"' in written
    assert 'spellcheck="false"' in re.findall(r"<textarea[^>]*>", page)[0]


def test_the_form_has_the_last_word_on_autocomplete() -> None:
    class SignIn(forms.Form):
        name = forms.CharField(widget=forms.TextInput({"autocomplete": "username"}))

    assert drawn("{% field form.name %}", SignIn()).count("autocomplete") == 1
    assert 'autocomplete="username"' in drawn("{% field form.name %}", SignIn())


def test_numbers_and_codes_run_left_to_right_and_words_as_they_are() -> None:
    class Mixed(forms.Form):
        phone = forms.CharField(widget=Phone)
        year = forms.CharField(widget=Digits)
        code = forms.CharField(widget=Code)
        mail = forms.EmailField()
        name = forms.CharField()

    page = drawn("{% fields form %}", Mixed())
    for name in ("phone", "year", "code", "mail"):
        assert re.search(rf'<input[^>]* name="{name}"[^>]* dir="ltr"', page), name
    assert re.search(r'<input[^>]* name="name"[^>]* dir="auto"', page)
    assert 'inputmode="numeric"' in page


def test_tiles_carry_their_drawings() -> None:
    page = drawn("{% field form.way %}{% sprite %}", Reach())
    assert re.findall(r'<symbol id="([^"]+)"', page) == ["i-phone", "i-pin"]
    assert page.count('class="pick"') == 2


def test_the_cut_of_a_photo_is_chosen_by_looking_without_a_script() -> None:
    page = drawn("{% field form.frame %}", Reach({"frame": "left"}))
    assert page.count('type="radio"') == 5
    assert re.findall(r'<img[^>]* src="([^"]+)"', page) == ["/cut/whole.jpg", "/cut/left.jpg"]
    assert re.search(r'value="left"[^>]* checked', page)


def test_what_a_template_wishes_is_done() -> None:
    page = drawn(
        '{% field form.number label="Call me" hint="At night" heading=True optional=True %}',
        Reach(),
    )
    assert re.search(r"<h1><label[^>]*>Call me", page)
    assert 'id="id_number_helptext">At night' in page
    assert "you can leave this empty" in page


def test_words_from_outside_cannot_become_markup() -> None:
    class Odd(forms.Form):
        one = forms.ChoiceField(
            label="<b>label", help_text="<b>hint", choices=[("<b>", "<b>choice")], widget=PickOne
        )

    page = drawn("{% error_summary form %}{% fields form %}", Odd({"one": "<b>x"}))
    assert "<b>" not in page


def test_hidden_fields_travel_without_a_label() -> None:
    page = drawn("{% fields form %}", Reach())
    assert re.search(r'<input type="hidden" name="stamp" value="12"', page)
    assert "Stamp" not in page
