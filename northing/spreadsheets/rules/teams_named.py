"""Which team a cell means. Unknown ones are added unless somebody says otherwise."""

import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from northing.spreadsheets.rules.cells import Cell
from northing.spreadsheets.rules.drafts import TeamRef
from northing.spreadsheets.rules.entries import Entry
from northing.spreadsheets.rules.report import Findings, Option
from northing.spreadsheets.rules.snapshot import Snapshot
from northing.spreadsheets.rules.words import compared, keyed, one_line

_SEVERAL = re.compile(r"\s*(?:[,;/\n&+])\s*")
_NEAR = 88
_LONG_ENOUGH = 5
CREATE, TAG = "create", "tag"


@dataclass(slots=True)
class Teams:
    """Every team that a file names, looked up once."""

    snapshot: Snapshot
    findings: Findings
    named: dict[str, TeamRef | None] = field(default_factory=dict)

    @property
    def new(self) -> list[TeamRef]:
        """Those that are to be added."""
        found = [team for team in self.named.values() if team is not None and team.key is None]
        return list(dict.fromkeys(found))

    def of(self, entry: Entry, cell: Cell) -> tuple[TeamRef | None, list[str]]:
        """The team of a cell, and what is to be kept as tags: further teams."""
        whole = one_line(cell.text)
        names = [whole] if self._is_known(whole) else _SEVERAL.split(cell.text)
        names = [name for name in map(one_line, names) if name]
        if not names:
            return None, []
        team = self._team(entry, cell, names[0])
        return team, names[1:] if team else names

    def _is_known(self, name: str) -> bool:
        word = compared(name)
        return any(word in (compared(t.name), compared(t.letters)) for t in self.snapshot.teams)

    def _team(self, entry: Entry, cell: Cell, name: str) -> TeamRef | None:
        key = compared(name)
        if key not in self.named:
            self.named[key] = self._looked_up(entry, cell, name)
        return self.named[key]

    def _looked_up(self, entry: Entry, cell: Cell, name: str) -> TeamRef | None:
        word = compared(name)
        for team in self.snapshot.teams:
            if word == compared(team.name):
                return TeamRef(team.name, team.key)
        for team in self.snapshot.teams:
            if word == compared(team.letters):
                return TeamRef(team.name, team.key)
        if near := self._near(name):
            return self._chosen(entry, cell, name, near)
        answer = self.findings.ask(
            "teams",
            "Teams that are not here yet:",
            [Option(CREATE, "Add them"), Option(TAG, "Keep their names as tags")],
            default=CREATE,
            place=entry.at(cell),
            found=[name],
        )
        return TeamRef(name) if answer == CREATE else None

    def _near(self, name: str) -> list[str]:
        if len(name) < _LONG_ENOUGH:
            return []
        names = [team.name for team in self.snapshot.teams]
        found = process.extract(name, names, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=3)
        return [team for team, _, _ in found]

    def _chosen(self, entry: Entry, cell: Cell, name: str, near: list[str]) -> TeamRef | None:
        answer = self.findings.ask(
            f"team:{keyed(name)}",
            f"Which team is {name}?",
            [*(Option(team, team) for team in near), Option(CREATE, f"Add {name}")],
            place=entry.at(cell),
            found=[name],
        )
        known = {team.name: team for team in self.snapshot.teams}
        if answer in known:
            return TeamRef(answer, known[answer].key)
        return TeamRef(name)
