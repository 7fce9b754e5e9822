"""What the frame around every page shows. Plain values: whoever renders a page fills them in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TeamLink:
    """One team of the sidebar; `status` is on_track, at_risk, off_track or too_early."""

    name: str
    slug: str
    status: str


@dataclass(frozen=True, slots=True)
class CycleRuler:
    """Where we are in a cycle: its name, the week we are in (from 1; 0 before it) and how many."""

    name: str
    slug: str
    week: int
    of: int


@dataclass(frozen=True, slots=True)
class Shell:
    """The sidebar, the top bar's menu and the phone's tab bar.

    `here` is the address of the sidebar entry that a page belongs to ("goals", "teams/supply");
    `person_handle` keeps people's drafts apart in a browser that they share.
    """

    organization_name: str
    organization_slug: str
    person_handle: str
    person_name: str
    person_initials: str
    person_hue: int
    here: str = ""
    due_count: int = 0
    teams: tuple[TeamLink, ...] = ()
    cycle: CycleRuler | None = None
    may_write_goals: bool = True
    may_administer: bool = False
    may_import: bool = False
    is_demo: bool = False

    def at(self, path: str) -> str:
        """The address of a page of this organization: `at("my/week")` is "/kestrel/my/week"."""
        return f"/{self.organization_slug}/{path}"
