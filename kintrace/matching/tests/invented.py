"""Invented descriptions for tests: rows as a file has them, in several scripts and habits."""

from hypothesis import strategies as st

from kintrace.matching.description import Description, described

GIVEN = ("Mohamed", "محمد", "Maxamed", "Tesfay", "ተስፋይ", "Olena", "Олена", "Fatoumata", "Ahmad Ali")
OTHERS = (
    "Haddad",
    "حداد",
    "Diallo",
    "Gebremedhin",
    "ገብረመድህን",
    "Shevchenko",
    "Ahmed",
    "أحمد",
    "Ali",
)
DAYS = ("1990-03-12", "1990-12-03", "1990-01-01", "1990", "1982-03", "1998-03-21", "nothing", "")
PLACES = ("Aleppo", "حلب", "Keren", "Asmara", "አስመራ", "Conakry", "Nowhere at all", "")
SEXES, BANDS, EVENTS = ("m", "f", ""), ("18-25", "60+", ""), ("2015", "2016", "flood-3", "")
PHONES = ("+43 660 1234567", "0660 1234567", "")


def row(**told: str) -> Description:
    """The description of a row in which only these columns are filled."""
    return described(told)


def rows() -> st.SearchStrategy[dict[str, str]]:
    """Rows with each column told or not."""
    names = st.sampled_from((*OTHERS, ""))
    return st.fixed_dictionaries(
        {
            "given": st.sampled_from((*GIVEN, "")),
            "middle": names,
            "family": names,
            "full_name": st.sampled_from(("", "", "Haddad Mohamed", "علي محمد حداد")),
            "dob": st.sampled_from(DAYS),
            "age_band": st.sampled_from(BANDS),
            "gender": st.sampled_from(SEXES),
            "birth_place": st.sampled_from(PLACES),
            "last_seen": st.sampled_from(PLACES),
            "father_name": names,
            "mother_name": st.sampled_from((*GIVEN, "")),
            "phone": st.sampled_from(PHONES),
            "event_year": st.sampled_from(EVENTS),
        }
    )


def people() -> st.SearchStrategy[Description]:
    """Descriptions of such rows."""
    return rows().map(described)
