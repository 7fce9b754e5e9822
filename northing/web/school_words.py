"""In which language the school is read, and what its pages say beside the lessons."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from northing.coach.rules.language import FOLDER, USUAL
from northing.people.rules import may_write_goals
from northing.web.page import PageRequest

_FILE = "school.toml"


@cache
def languages() -> tuple[str, ...]:
    """The languages that the school is written in, English first."""
    found = sorted(path.parent.name for path in FOLDER.glob(f"*/{_FILE}"))
    return (USUAL, *(code for code in found if code != USUAL))


@cache
def school_words(code: str) -> Mapping[str, str]:
    """The texts of the pages in a language."""
    return tomllib.loads((FOLDER / code / _FILE).read_text(encoding="utf-8"))


def asked_language(request: PageRequest) -> str:
    """The language of the address, else that of the organization, else English."""
    for code in (request.GET.get("language", ""), request.organization.language):
        if code in languages():
            return code
    return USUAL


def school_context(request: PageRequest) -> dict[str, Any]:
    """What every page of the school shows: its texts, its language and the others.

    `suffix` ends addresses, so that the next page is in the language that was asked for.
    """
    code = asked_language(request)
    return {
        "words": school_words(code),
        "language": code,
        "languages": [(each, school_words(each)["language"]) for each in languages()],
        "suffix": f"?language={code}" if "language" in request.GET else "",
        "may_write": may_write_goals(request.person.role),
    }
