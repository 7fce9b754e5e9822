"""What reading a file found: problems with a cure, and questions with their answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from northing.spreadsheets.rules.cells import Cell, column_letter

_MOST_EXAMPLES = 20
# Questions that are asked of each column or table, and often have one answer: `dates=day` answers
# every `dates:…`.
ASKED_OF_MANY = frozenset({"dates", "decimals", "percent", "confidence", "baseline"})


class Severity(StrEnum):
    """An error keeps the file from being imported; a warning is only told."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found: a sheet, and where it applies a row and a column."""

    sheet: str
    row: int | None = None
    column: int | None = None
    heading: str = ""

    @property
    def column_name(self) -> str | None:
        """The column's letter, with its heading in brackets: `D (Who)`."""
        if self.column is None:
            return None
        letter = column_letter(self.column)
        return f"{letter} ({self.heading})" if self.heading else letter

    def at(self, cell: Cell, heading: str = "") -> "Place":
        """The place of a cell on the same sheet."""
        return Place(self.sheet, cell.row, cell.column, heading)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and what to do about it."""

    place: Place
    found: str
    expected: str
    cure: str
    severity: Severity = Severity.ERROR

    def as_json(self) -> dict[str, str | int | None]:
        """Its fields as `--json` prints them."""
        return {
            "sheet": self.place.sheet,
            "row": self.place.row,
            "column": self.place.column_name,
            "found": self.found,
            "expected": self.expected,
            "cure": self.cure,
            "severity": self.severity.value,
        }


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a question: what is sent, and what it says."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the file alone does not decide. Without a default it must be answered."""

    key: str
    text: str
    options: tuple[Option, ...]
    default: str | None = None
    place: Place = Place("")
    found: tuple[str, ...] = ()
    answer: str | None = None
    takes_text: bool = False
    count: int = 1

    @property
    def kind(self) -> str:
        """What it asks about, without where: `dates` of `dates:Plan!E`."""
        return self.key.partition(":")[0]

    @property
    def is_open(self) -> bool:
        """Whether nothing can be imported before it is answered."""
        return self.decided is None

    @property
    def decided(self) -> str | None:
        """The answer, or else the default."""
        return self.answer if self.answer is not None else self.default

    def as_json(self) -> dict[str, object]:
        """Its fields as `--json` prints them."""
        return {
            "key": self.key,
            "question": self.text,
            "options": [{"value": o.value, "label": o.label} for o in self.options],
            "default": self.default,
            "answer": self.answer,
            "sheet": self.place.sheet,
            "row": self.place.row,
            "column": self.place.column_name,
            "found": list(self.found),
        }


@dataclass(slots=True)
class Findings:
    """Collects problems and questions while a file is read."""

    answers: Mapping[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    questions: dict[str, Question] = field(default_factory=dict)

    def error(self, place: Place, found: str, expected: str, cure: str) -> None:
        """Note what keeps the file from being imported."""
        self.problems.append(Problem(place, found, expected, cure))

    def warn(self, place: Place, found: str, expected: str, cure: str) -> None:
        """Note what a person should know, though it does not stop the import."""
        self.problems.append(Problem(place, found, expected, cure, Severity.WARNING))

    def ask(
        self,
        key: str,
        text: str,
        options: Iterable[Option],
        *,
        default: str | None = None,
        place: Place | None = None,
        found: Iterable[str] = (),
        takes_text: bool = False,
        count: int = 1,
    ) -> str | None:
        """Ask once; returns the answer, else the default, else None. Refuses odd answers.

        `count` is how many cells are asked about; asked again, it adds up.
        """
        offered = tuple(options)
        question = Question(
            key=key,
            text=text,
            options=offered,
            default=default,
            place=place or Place(""),
            found=_united((), found),
            answer=self._answer_to(key, offered, takes_text),
            takes_text=takes_text,
            count=count,
        )
        known = self.questions.get(key)
        if known is not None:
            found = _united(known.found, question.found)
            question = replace(known, found=found, count=known.count + count)
        self.questions[key] = question
        return question.decided

    def _answer_to(self, key: str, offered: tuple[Option, ...], takes_text: bool) -> str | None:
        kind = key.partition(":")[0]
        answer = self.answers.get(key) or (
            self.answers.get(kind) if kind in ASKED_OF_MANY else None
        )
        if answer is None or answer == "":
            return None
        known = {option.value.casefold(): option.value for option in offered}
        if answer.casefold() in known:
            return known[answer.casefold()]
        if takes_text:
            return answer
        if key not in self.questions:
            choices = ", ".join(known.values())
            self.error(Place(""), f"{key}={answer}", f"one of: {choices}", "Choose one of these.")
        return None


def _united(known: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*known, *more]))[:_MOST_EXAMPLES]
