"""A row that does not fit after all."""

from northing.spreadsheets.rules.report import Place


class RowRefused(Exception):
    """What the plan's rules refused while writing, with the row. Everything is rolled back."""

    def __init__(self, place: Place, found: str, words: str) -> None:
        super().__init__(words)
        self.place = place
        self.found = found
