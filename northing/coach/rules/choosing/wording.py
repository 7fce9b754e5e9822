"""The words of choosing in one language: signs to look for in a statement, and what to say."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "languages"
USUAL = "en"


class Wording:
    """One language's choosing.toml, read once."""

    def __init__(self, code: str) -> None:
        self.code = code
        text = (FOLDER / code / "choosing.toml").read_text(encoding="utf-8")
        self._read: Mapping[str, Any] = tomllib.loads(text)

    def text(self, *names: str) -> str:
        """A text by its names, from the outside in: `text("contrasts", "scope", "title")`."""
        found: Any = self._read
        for name in names:
            found = found[name]
        return str(found)

    @cached_property
    def patterns(self) -> Mapping[str, re.Pattern[str]]:
        """What gives each sign away, as one expression."""
        return {
            key: re.compile("|".join(f"(?:{one})" for one in sign["patterns"]), re.IGNORECASE)
            for key, sign in self._read["signs"].items()
        }

    @cached_property
    def tell_tale(self) -> frozenset[str]:
        """Small frequent words that give the language away."""
        return frozenset(self._read["tell_tale"].split())


@cache
def codes() -> tuple[str, ...]:
    """The languages that can choose, English first."""
    found = sorted(path.parent.name for path in FOLDER.glob("*/choosing.toml"))
    return (USUAL, *(code for code in found if code != USUAL))


@cache
def wording_of(code: str) -> Wording:
    """The wording of a language; English where there is none."""
    return Wording(code if code in codes() else USUAL)


def wording_for(text: str) -> Wording:
    """The language whose small words a text holds most of; English when none stands out."""
    words = re.findall(r"\w+", text.casefold())
    return max(
        map(wording_of, codes()), key=lambda each: sum(word in each.tell_tale for word in words)
    )
