"""What a draft may be. Pure."""

import re
from collections.abc import Mapping, Sequence

LARGEST_DRAFT = 100_000
_KEY = re.compile(r"[a-zA-Z0-9._:-]{1,120}")


class DraftRefused(ValueError):
    """A draft that is not kept, with the reason."""


def check_draft(key: str, fields: Mapping[str, Sequence[str]]) -> None:
    """Refuse keys that are not plain words, texts that are no text, and drafts over 100,000
    characters: DraftRefused.
    """
    if not _KEY.fullmatch(key):
        raise DraftRefused("A draft's key is made of letters, digits, dots, colons and dashes.")
    texts = [text for name, values in fields.items() for text in (name, *values)]
    if sum(map(len, texts)) > LARGEST_DRAFT:
        raise DraftRefused(f"This draft is over {LARGEST_DRAFT:,} characters. Shorten it.")
    if any("\x00" in text for text in texts):
        raise DraftRefused("The draft holds a null character. Remove it.")
    if any("\ud800" <= sign <= "\udfff" for text in texts for sign in text):
        raise DraftRefused("The draft holds half a character, which no page can show. Remove it.")
