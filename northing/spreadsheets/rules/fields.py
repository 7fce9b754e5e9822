"""What a column can hold, and the headings people give it in English and German."""

from enum import StrEnum


class Field(StrEnum):
    """The meaning of a column; the values are what `--map` and the page take."""

    ID = "id"
    PARENT = "parent"
    TYPE = "type"
    LEVEL = "level"
    STATEMENT = "statement"
    OBJECTIVE = "objective"
    KEY_RESULT = "key_result"
    OWNER = "owner"
    CONTRIBUTORS = "contributors"
    TEAM = "team"
    CYCLE = "cycle"
    START = "start"
    DUE = "due"
    BASELINE = "baseline"
    TARGET = "target"
    CURRENT = "current"
    PERCENT_DONE = "percent_done"
    UNIT = "unit"
    DEFINITION = "definition"
    WEIGHT = "weight"
    CONFIDENCE = "confidence"
    STATUS = "status"
    NOTE = "note"
    CHECKED_ON = "checked_on"
    WHY = "why"
    TAGS = "tags"
    VISIBILITY = "visibility"
    AMBITION = "ambition"
    KEEP = "keep"
    IGNORE = "ignore"


# What a column must look like to hold a field. Fields that are not named take any text.
NUMBERS = frozenset({Field.BASELINE, Field.TARGET, Field.CURRENT, Field.PERCENT_DONE, Field.WEIGHT})
DATES = frozenset({Field.START, Field.DUE, Field.CHECKED_ON})
WORDING = frozenset({Field.STATEMENT, Field.OBJECTIVE, Field.KEY_RESULT})
# Several columns may hold these.
SHARED = frozenset(
    {Field.NOTE, Field.TAGS, Field.WHY, Field.CONTRIBUTORS, Field.KEEP, Field.IGNORE}
)

LABELS = {
    Field.ID: "Id",
    Field.PARENT: "Parent (id or wording)",
    Field.TYPE: "Kind of goal",
    Field.LEVEL: "Level in the hierarchy",
    Field.STATEMENT: "Wording of the goal",
    Field.OBJECTIVE: "Wording of the objective",
    Field.KEY_RESULT: "Wording of the key result",
    Field.OWNER: "Owner",
    Field.CONTRIBUTORS: "Contributors",
    Field.TEAM: "Team",
    Field.CYCLE: "Cycle",
    Field.START: "Start date",
    Field.DUE: "Due date",
    Field.BASELINE: "Baseline",
    Field.TARGET: "Target",
    Field.CURRENT: "Current value",
    Field.PERCENT_DONE: "Way covered in %",
    Field.UNIT: "Unit",
    Field.DEFINITION: "How it is measured",
    Field.WEIGHT: "Weight",
    Field.CONFIDENCE: "Confidence",
    Field.STATUS: "Status",
    Field.NOTE: "Note of the check-in",
    Field.CHECKED_ON: "Date of the current value",
    Field.WHY: "Why it matters",
    Field.TAGS: "Tags",
    Field.VISIBILITY: "Visibility",
    Field.AMBITION: "Committed or stretch",
    Field.KEEP: "Keep under “why”",
    Field.IGNORE: "Leave out",
}
