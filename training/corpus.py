"""The labelled statements: seven labels, the kind, the words. See training/README.md."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from northing.coach.rules.reading.features import features
from northing.coach.rules.reading.sentence import Sentence
from northing.coach.rules.statements import Kind, Statement

FOLDER = Path(__file__).parent / "corpus"
CRITERIA = (
    "specific",
    "measurable",
    "time_bound",
    "has_baseline",
    "outcome_not_activity",
    "single_focus",
    "action_verb",
)
_LABELS = {"1": True, "0": False, "-": None}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A statement, and by criterion whether it is met; None where that cannot be told."""

    statement: Statement
    labels: Mapping[str, bool | None]

    def features(self) -> frozenset[str]:
        return features(Sentence(self.statement))


def labelled(language: str, *, apart: bool = False) -> Iterator[Labelled]:
    """The statements of a language: those to learn from, or those kept apart for testing."""
    for path in sorted((FOLDER / language).glob("*.tsv")):
        if (path.stem == "apart") is not apart:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            marks, kind, text = line.split("\t", 2)
            labels = dict(zip(CRITERIA, map(_LABELS.__getitem__, marks), strict=True))
            yield Labelled(Statement(text, Kind(kind), language=language), labels)
