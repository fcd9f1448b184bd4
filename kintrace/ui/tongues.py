"""Languages people are received in, by their own names (CLDR's; test_tongues.py asks Babel).

Many more than the house is written in: whoever can hardly read looks for the one word they know.
The names stand here because Babel keeps each locale that it ever read: for this list 84 MB in
every process, and the first who asked waited a second.
"""

from functools import cache

from babel import Locale

_OWN_NAMES = {
    "am": "አማርኛ",
    "ar": "العربية",
    "az": "azərbaycan",
    "be": "беларуская",
    "bg": "български",
    "bm": "bamanakan",
    "bn": "বাংলা",
    "bs": "bosanski",
    "ca": "català",
    "ckb": "کوردیی ناوەندی",
    "cs": "čeština",
    "da": "dansk",
    "de": "Deutsch",
    "dyo": "joola",
    "ee": "eʋegbe",  # noqa: RUF001 - a letter of Ewe
    "el": "Ελληνικά",
    "en": "English",
    "es": "español",
    "et": "eesti",
    "fa": "فارسی",
    "fa-af": "دری",
    "ff": "Pulaar",
    "fi": "suomi",
    "fil": "Filipino",
    "fr": "français",
    "gu": "ગુજરાતી",
    "ha": "Hausa",
    "he": "עברית",
    "hi": "हिन्दी",
    "hr": "hrvatski",
    "ht": "Kreyòl Ayisyen",
    "hu": "magyar",
    "hy": "հայերեն",
    "id": "Indonesia",
    "ig": "Igbo",
    "it": "italiano",
    "ja": "日本語",
    "ka": "ქართული",
    "kab": "Taqbaylit",
    "kk": "қазақ тілі",
    "km": "ខ្មែរ",
    "kn": "ಕನ್ನಡ",
    "ko": "한국어",
    "ku": "kurdî (kurmancî)",
    "ky": "кыргызча",
    "ln": "lingála",
    "lo": "ລາວ",
    "lt": "lietuvių",
    "luo": "Dholuo",
    "lv": "latviešu",
    "mg": "Malagasy",
    "mk": "македонски",
    "ml": "മലയാളം",
    "mn": "монгол",
    "mr": "मराठी",
    "ms": "Melayu",
    "my": "မြန်မာ",
    "nb": "norsk bokmål",
    "ne": "नेपाली",
    "nl": "Nederlands",
    "om": "Oromoo",
    "pa": "ਪੰਜਾਬੀ",
    "pl": "polski",
    "ps": "پښتو",
    "pt": "português",
    "qu": "Runasimi",
    "rn": "Ikirundi",
    "ro": "română",
    "ru": "русский",
    "rw": "Ikinyarwanda",
    "sd": "سنڌي",
    "si": "සිංහල",
    "sk": "slovenčina",
    "sl": "slovenščina",
    "sn": "chiShona",
    "so": "Soomaali",
    "sq": "shqip",
    "sr": "српски",
    "sv": "svenska",
    "sw": "Kiswahili",
    "ta": "தமிழ்",
    "te": "తెలుగు",
    "tg": "тоҷикӣ",
    "th": "ไทย",
    "ti": "ትግርኛ",
    "tk": "türkmen dili",
    "tr": "Türkçe",
    "ug": "ئۇيغۇرچە",
    "uk": "українська",
    "ur": "اردو",
    "uz": "o‘zbek",
    "vi": "Tiếng Việt",
    "wo": "Wolof",
    "xh": "IsiXhosa",
    "yo": "Èdè Yorùbá",
    "zh": "中文",
    "zu": "isiZulu",
}
SPOKEN = frozenset(_OWN_NAMES)


@cache
def own_name(code: str) -> str:
    """ "ti" gives "ትግርኛ"; a code that nobody knows gives itself."""
    if code in _OWN_NAMES:
        return _OWN_NAMES[code]
    try:
        known = Locale.parse(code, sep="-")
    except ValueError:
        return code
    return str(known.languages.get(known.language, code))


@cache
def choices() -> list[tuple[str, str]]:
    """Pairs (code, own name), in the order of the names, for a form."""
    return sorted(_OWN_NAMES.items(), key=lambda pair: pair[1].casefold())
