"""What a language model answers is a stranger's text: read strictly, kept as plain words."""

import json
import re
import unicodedata
from typing import Any

from northing.coach.wordings.asking import LONGEST_WORDING, MOST_WORDINGS
from northing.people.rules import says_nothing

# Marks that turn the direction of the words around them, and of the page with them.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Many models put a block of code around what they were asked for.
_FENCED = re.compile(r"\A```(?:json)?[ \t]*\n(.*?)\n?```\Z", re.DOTALL)


class AnswerMalformed(ValueError):
    """The answer is not a list of texts inside a chat completion; says at which point it is not."""


def wordings_in(body: bytes, statement: str) -> tuple[str, ...]:
    """The wordings in the body of an answer: at most three, plain, each other than the statement.

    Raises AnswerMalformed for anything but a completion whose content is a JSON list of strings.
    """
    content = _content(_json(body, "what it sent is not JSON"))
    said = _json(_unfenced(content), "its words are not a JSON list")
    if not isinstance(said, list) or not all(isinstance(one, str) for one in said):
        raise AnswerMalformed("its words are not a list of texts")
    plain = (plain_words(one) for one in said)
    other = dict.fromkeys(one for one in plain if not says_nothing(one))
    other.pop(plain_words(statement), None)
    return tuple(other)[:MOST_WORDINGS]


def plain_words(text: str) -> str:
    """A text in one line, at most 400 characters, without signs that act instead of being read."""
    kept = "".join(" " if sign.isspace() else sign for sign in text if not _acts(sign))
    return " ".join(kept.split())[:LONGEST_WORDING].rstrip()


def _acts(sign: str) -> bool:
    if sign.isspace():
        return False
    return sign in _TURNING or unicodedata.category(sign) in ("Cc", "Cs", "Co", "Cn")


def _json(text: str | bytes, otherwise: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise AnswerMalformed(otherwise) from None


def _content(answer: Any) -> str:
    try:
        content = answer["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError):
        raise AnswerMalformed("what it sent is not a chat completion") from None
    if not isinstance(content, str):
        raise AnswerMalformed("what it sent holds no words")
    return content


def _unfenced(content: str) -> str:
    fenced = _FENCED.match(content.strip())
    return fenced[1] if fenced else content
