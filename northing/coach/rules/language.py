"""A language is one folder: word lists, patterns and messages, each loaded when first needed."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "languages"
USUAL = "en"
# The first and the second half of a compound: no shorter ones are cut.
_LEAST_MODIFIER = 3
_LEAST_HEAD = 4
_SHORT_WORD = 4
_NOTHING = r"(?!)"
_VERB_LISTS = ("verbs_outcome", "verbs_activity", "verbs_hollow", "verbs_other")


class LanguageUnknown(ValueError):
    """The coach does not read this language; the message names those that it reads."""


class Language:
    """The words, patterns and messages of one language, each file read when it is needed."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._folder = FOLDER / code

    @cached_property
    def _patterns(self) -> Mapping[str, Any]:
        import tomllib

        held = tomllib.loads((self._folder / "patterns.toml").read_text(encoding="utf-8"))
        return {**held, "offers": {"months": [], "numbers": "", **held.get("offers", {})}}

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """The parts that patterns are made of, filled in from the top down."""
        filled: dict[str, str] = {}
        for name, pattern in self._patterns["parts"].items():
            filled[name] = _filled(pattern, filled)
        return filled

    @cache  # noqa: B019  (a language lives as long as the program)
    def pattern(self, group: str, name: str) -> re.Pattern[str]:
        """One expression for a list of patterns; it finds nothing where a language has none."""
        listed = self._patterns[group].get(name) or [_NOTHING]
        return re.compile("|".join(_filled(each, self.parts) for each in listed))

    @cache  # noqa: B019
    def single(self, group: str, name: str) -> re.Pattern[str]:
        """One expression that stands alone."""
        return re.compile(_filled(self._patterns[group][name], self.parts))

    @cache  # noqa: B019
    def one(self, group: str, name: str) -> frozenset[str]:
        """A line of words; none where a language has no such line."""
        return frozenset(self._patterns[group].get(name, "").split())

    @cache  # noqa: B019
    def months(self) -> Mapping[str, int]:
        """The number of a month by each of its spellings in lower case."""
        spellings = enumerate(self._patterns["offers"]["months"], 1)
        return {word: number for number, line in spellings for word in line.split()}

    @cache  # noqa: B019
    def words(self, name: str) -> frozenset[str]:
        """A word list: words between blanks, lines after `#` left out."""
        path = self._folder / "lexicon" / f"{name}.txt"
        return frozenset(_words(path.read_text(encoding="utf-8").splitlines()))

    @cache  # noqa: B019
    def part(self, name: str) -> re.Pattern[str]:
        """One of the parts as an expression of its own."""
        return re.compile(self.parts[name])

    def number(self, text: str) -> Decimal:
        """The value of digits as they are written in this language: "1,200.5"."""
        mark = str(self._patterns["decimal_mark"])
        return Decimal(
            "".join(
                "." if sign == mark else sign for sign in text if sign.isdigit() or sign == mark
            )
        )

    def counted(self, word: str) -> str:
        """The digits of a number word, "twelve" and below; "" for any other."""
        known = self._patterns["offers"]["numbers"].split()
        return str(known.index(word) + 1) if word in known else ""

    @property
    def verb_is_last(self) -> bool:
        """Whether the verb of a goal ends its clause, as in "Den Umsatz um 10 % steigern"."""
        return bool(self._patterns["opening"].get("verb_position") == "last")

    def holds(self, name: str, low: str) -> bool:
        """Whether a list holds a word, its singular, or the head of a compound."""
        listed = self.words(name)
        if low in listed or f"{low}s" in listed:
            return True
        if name not in self.one("opening", "compounds"):
            return False
        return any(low[at:] in listed for at in range(_LEAST_MODIFIER, len(low) - _LEAST_HEAD + 1))

    @cached_property
    def base_verbs(self) -> frozenset[str]:
        """The base forms of all verbs that do something."""
        return frozenset().union(*(self.words(name) for name in _VERB_LISTS))

    @cached_property
    def tell_tale(self) -> frozenset[str]:
        """Small words so frequent that a few of them give the language away."""
        return frozenset(self._patterns["tell_tale"].split())


def _words(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        yield from line.partition("#")[0].split()


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z_]+)\}", lambda found: parts[found[1]], pattern)


@cache
def codes() -> tuple[str, ...]:
    """The languages that the coach reads, English first."""
    found = sorted(path.parent.name for path in FOLDER.glob("*/patterns.toml"))
    return (USUAL, *(code for code in found if code != USUAL))


@cache
def language_of(code: str) -> Language:
    """The language with this code. Raises LanguageUnknown."""
    if code not in codes():
        raise LanguageUnknown(f"The coach reads {', '.join(codes())}, not {code[:20]!r}.")
    return Language(code)


def detected(text: str) -> Language:
    """The language whose small words, letters and endings the text holds most of; else English."""
    words = re.findall(r"\w+", text.casefold())

    def told_by(each: Language) -> int:
        signs = each.one("opening", "signs")
        ends = tuple(each.one("opening", "ends"))
        return sum(
            (word in each.tell_tale)
            + (word in each.base_verbs)
            + any(sign in word for sign in signs)
            + (len(word) > _SHORT_WORD and bool(ends) and word.endswith(ends))
            for word in words
        )

    return max(map(language_of, codes()), key=told_by)
