"""Names of months in English and German, whole and shortened."""

_NAMES = {
    1: ("january", "januar", "jänner", "jan"),
    2: ("february", "februar", "feb"),
    3: ("march", "märz", "maerz", "mär", "mrz", "mar"),
    4: ("april", "apr"),
    5: ("may", "mai"),
    6: ("june", "juni", "jun"),
    7: ("july", "juli", "jul"),
    8: ("august", "aug"),
    9: ("september", "sept", "sep"),
    10: ("october", "oktober", "oct", "okt"),
    11: ("november", "nov"),
    12: ("december", "dezember", "dec", "dez"),
}
_NUMBERS = {name: number for number, names in _NAMES.items() for name in names}

# A group for regular expressions; the longest name wins.
MONTH = "(" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"


def month_number(name: str) -> int:
    """The number of a month by a name that `MONTH` matched."""
    return _NUMBERS[name.casefold()]
