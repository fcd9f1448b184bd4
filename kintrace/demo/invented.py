"""The invented people of the demo. Nobody here lives; any likeness is chance."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass


@dataclass(frozen=True)
class Invented:
    """Someone who searches: names in Latin letters and their own script, and whom they seek."""

    sex: str
    age_band: str
    born: tuple[str, str]  # year as said, calendar
    given: str
    father: str
    grandfather: str
    given_own: str
    father_own: str
    seeks: str
    sought_given: str
    sought_given_own: str
    sought_sex: str
    origin: str
    language: str
    complexion: str  # of the drawn portrait: dark, brown, olive or light
    _: KW_ONLY
    also: tuple[str, ...] = ()  # who else is sought, as relations
    minor: bool = False  # 16 or 17 years old
    bare: bool = False  # drawn without a head cover
    turn: int = 0  # which of the stories in told.py is theirs


@dataclass(frozen=True)
class Missing:
    """Somebody else whom the same person looks for."""

    relation: str
    given: str
    given_own: str
    sex: str


def _i(turn: int, line: str) -> Invented:
    sex, band, year, calendar, *rest = [part.strip() for part in line.split("|")]
    return Invented(sex, band, (year, calendar), *rest, turn=turn)


PEOPLE: tuple[Invented, ...] = tuple(
    _i(turn, line)
    for turn, line in enumerate(
        """
woman|25|1990|ethiopian|Selam|Tesfay|Gebre|ሰላም|ተስፋይ|brother|Yonas|ዮናስ|man|Keren|ti|dark
man|45|1349|solar_hijri|Karim|Rahman|Nazar|کریم|رحمان|son|Farid|فرید|man|Herat|fa|brown
woman|25|1992|gregorian|Amal|Yusuf|Hamid|أمل|يوسف|husband|Samir|سمير|man|Homs|ar|olive
man|15|2005|gregorian|Idris|Osman|Adam|إدريس|عثمان|mother|Hawa|حواء|woman|El Geneina|ar|dark
woman|65|1955|gregorian|Olena|Petro|Ivan|Олена|Петро|daughter|Iryna|Ірина|woman|Kherson|uk|light
man|25|1371|solar_hijri|Mirwais|Gul|Khan|میرویس|گل|brother|Zmarai|زمری|man|Kandahar|ps|brown
woman|45|1971|gregorian|Fatou|Modou|Lamin|Fatou|Modou|son|Ousman|Ousman|man|Brikama|en|dark
man|25|1994|gregorian|Abdi|Nuur|Warsame|Cabdi|Nuur|sister|Hodan|Xodan|woman|Kismayo|so|dark
woman|15|1998|ethiopian|Meron|Haile|Tekle|ሜሮን|ሃይለ|father|Haile|ሃይለ|man|Asmara|ti|dark
man|65|1953|gregorian|Saeed|Dawud|Musa|سعيد|داود|wife|Nadia|نادية|woman|Mosul|ar|olive
woman|25|1368|solar_hijri|Zahra|Ali|Hussain|زهرا|علی|sister|Maryam|مریم|woman|Bamyan|fa|olive
man|25|1990|gregorian|Mamadou|Alpha|Ibrahima|Mamadou|Alpha|brother|Amadou|Amadou|man|Labé|fr|dark
woman|45|1968|gregorian|Huda|Khalil|Omar|هدى|خليل|son|Bilal|بلال|man|Daraa|ar|olive
man|15|1382|solar_hijri|Navid|Jawad|Rasul|نوید|جواد|father|Jawad|جواد|man|Ghazni|fa|brown
woman|25|1987|gregorian|Ruta|Berhane|Kidane|ሩታ|ብርሃነ|husband|Filmon|ፊልሞን|man|Mendefera|ti|dark
man|45|1966|gregorian|Viktor|Oleh|Mykola|Віктор|Олег|mother|Halyna|Галина|woman|Mariupol|uk|light
woman|15|2004|gregorian|Hibo|Ali|Farah|Hibo|Cali|uncle|Guled|Guuleed|man|Hargeisa|so|dark
man|25|1985|gregorian|Rami|Fadi|Elias|رامي|فادي|wife|Lina|لينا|woman|Aleppo|ar|olive
woman|65|1330|solar_hijri|Shirin|Akbar|Sardar|شیرین|اکبر|son|Hamid|حمید|man|Kabul|fa|olive
man|25|1981|ethiopian|Daniel|Mesfin|Abebe|ዳንኤል|መስፍን|sister|Sara|ሳራ|woman|Gondar|am|dark
woman|25|1991|gregorian|Binta|Sory|Kaba|Binta|Sory|daughter|Mariama|Mariama|woman|Kankan|fr|dark
man|45|1975|gregorian|Hassan|Jaber|Salim|حسن|جابر|nephew|Ayman|أيمن|man|Raqqa|ar|brown
woman|45|1974|gregorian|Natalia|Serhii|Andrii|Наталія|Сергій|grandchild|Danylo|Данило|man|Kharkiv|uk|light
man|15|2006|gregorian|Yahya|Adan|Omar|يحيى|آدم|family|Omar|عمر|man|Nyala|ar|dark
woman|45|1970|gregorian|Awa|Demba|Sekou|Awa|Demba|sister|Kadi|Kadi|woman|Kayes|fr|dark
""".strip().splitlines()
    )
)

# Of every member of the demo; it serves nobody outside, for the demo answers on this machine only.
PASSWORD = "invented people only"  # noqa: S105 shown on the demo's own page
