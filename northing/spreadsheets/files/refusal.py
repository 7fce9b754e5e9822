"""A file that cannot be read, in words that tell what to do about it."""

from northing.spreadsheets.rules.report import Place, Problem


class FileRefused(Exception):
    """What was found, what was expected and the cure, with the place where there is one."""

    def __init__(
        self, found: str, expected: str, cure: str, sheet: str = "", row: int | None = None
    ) -> None:
        self.found = found
        self.expected = expected
        self.cure = cure
        self.sheet = sheet
        self.row = row
        super().__init__(f"{found} {cure}")

    def as_problem(self, name: str) -> Problem:
        """The refusal as a problem of the file `name`."""
        place = Place(self.sheet or name, self.row)
        return Problem(place, self.found, self.expected, self.cure)

    def as_record(self) -> dict[str, str | int | None]:
        """Its fields, as the child process writes them."""
        return {
            "found": self.found,
            "expected": self.expected,
            "cure": self.cure,
            "sheet": self.sheet,
            "row": self.row,
        }
