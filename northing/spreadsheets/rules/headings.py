"""Which fields a heading may mean. A heading may mean several; the cells below it decide."""

from functools import lru_cache

from rapidfuzz import fuzz

from northing.spreadsheets.rules.fields import Field
from northing.spreadsheets.rules.words import compared, without_brackets

# Written as `words.compared` leaves them: small letters, no accents.
_HEADINGS = {
    Field.ID: (
        "id|nr|no|number|#|key|ref|reference|okr id|goal id|row id|okr reference|ziel nr|ziel id|"
        "kennung|lfd nr|laufende nummer|kurzel|code|nummer|goal identifier"
    ),
    Field.PARENT: (
        "parent|parent id|parent okr|parent goal|parent objective|aligned to|aligned with|"
        "alignment|supports|contributes to|ubergeordnet|ubergeordnetes ziel|gehort zu|"
        "zahlt ein auf|parent ids|parent row ids|parent goal ids|rolls up to|oberziel id|"
        "ubergeordnete id|parent title|parent name"
    ),
    Field.TYPE: (
        "type|art|kind|typ|goal type|object type|objective or key result|zieltyp|zielart|"
        "objective / key result|objective/key result|o/kr|o / kr|objective kr"
    ),
    Field.LEVEL: "level|ebene|tier|stufe|depth|hierarchy|hierarchie|hierarchieebene",
    Field.STATEMENT: (
        "title|name|goal|goals|statement|bezeichnung|titel|ziel|ziele|goal title|goal name|what|"
        "was|summary|item|okr|okrs|smart goal|smart goals|smart ziel|smart ziele|"
        "objective / key result|objective/key result|objectives and key results|wording|"
        "formulierung|zielbeschreibung|zielsetzung|objectives & key results|objective kr"
    ),
    Field.OBJECTIVE: (
        "objective|objectives|o|ziel|ziele|objective title|objective name|strategic objective|"
        "company objective|oberziel|objective statement|team objective"
    ),
    Field.KEY_RESULT: (
        "key result|key results|kr|krs|schlusselergebnis|schlusselergebnisse|ergebnis|"
        "kernergebnis|key result title|key result name|schlusselresultat|keyresult"
    ),
    Field.OWNER: (
        "owner|who|responsible|verantwortlich|verantwortliche|verantwortlicher|wer|lead|assignee|"
        "accountable|owner email|owner emails|owner e mail|champion|besitzer|eigentumer|eigner|"
        "zustandig|person|dri|ansprechpartner|goal owner|kr owner|objective owner|assigned to|"
        "verantwortung|owner name|zielinhaber|mitarbeiter|employee|email|e mail|responsible person"
    ),
    Field.CONTRIBUTORS: (
        "contributors|collaborators|participants|mitwirkende|beteiligte|supporters|contributor|"
        "helpers|unterstutzer"
    ),
    Field.TEAM: (
        "team|department|teams|abteilung|bereich|group|function|squad|departments|unit|"
        "business unit|team name|gruppe|organisationseinheit"
    ),
    Field.CYCLE: (
        "cycle|period|time period|quarter|zyklus|quartal|zeitraum|goal cycle|okr cycle|timeframe|"
        "time frame|session|periode|okr zyklus"
    ),
    Field.START: (
        "start date|start|begin|beginn|starts|startdatum|from|von|anfang|begin date|date from|"
        "starting|start am|begins"
    ),
    Field.DUE: (
        "due|due date|end|end date|ende|deadline|target date|by when|bis|fallig|falligkeit|"
        "enddatum|termin|frist|to|zieldatum|due on|finish|by|faellig|fallig am|bis wann|"
        "zieltermin|due at"
    ),
    Field.BASELINE: (
        "baseline|start value|starting value|start|startwert|from|initial|initial value|"
        "ausgangswert|as is|ausgangslage|basis|basiswert|von|metric start value|starting point"
    ),
    Field.TARGET: (
        "target|goal|zielwert|target value|ziel|soll|sollwert|to|end value|metric target value|"
        "planwert|plan|end|ende|bis|target metric"
    ),
    Field.CURRENT: (
        "current|now|istwert|ist|actual|current value|stand|aktuell|aktueller wert|latest|value|"
        "wert|today|heute|jetzt|aktueller stand|status|actual progress|reading|"
        "latest value|actual value|derzeit"
    ),
    Field.PERCENT_DONE: (
        "% done|% complete|progress|progress %|done %|percent|fortschritt|erledigt %|"
        "zielerreichung|completion|% achieved|prozent|fortschritt %|% erreicht|percent complete|"
        "% progress|%|zielerreichungsgrad|% fortschritt|% completed|percent done"
    ),
    Field.UNIT: "unit|einheit|unit of measure|uom|metric unit|masseinheit|units",
    Field.DEFINITION: (
        "metric|measure|kpi|kennzahl|messgrosse|how measured|definition|metric name|measurement|"
        "messung|metrik|how we measure|source|quelle"
    ),
    Field.WEIGHT: "weight|gewicht|gewichtung|weighting|weightage",
    Field.CONFIDENCE: (
        "confidence|zuversicht|confidence level|conf|konfidenz|odds|likelihood|confidence score|"
        "wahrscheinlichkeit|how sure|sicherheit|vertrauen"
    ),
    Field.STATUS: (
        "status|state|rag|ampel|health|zustand|progress status|traffic light|rag status|"
        "current status|stand|done"
    ),
    Field.NOTE: (
        "note|notes|comment|comments|kommentar|kommentare|bemerkung|bemerkungen|anmerkung|notiz|"
        "notizen|latest update|remarks|anmerkungen|last check in note|update|updates|check in note"
    ),
    Field.CHECKED_ON: (
        "last check in|last update|updated|last updated|stand vom|aktualisiert|as of|"
        "last checked in|check in date|aktualisiert am|date of value|stand"
    ),
    Field.WHY: (
        "description|why|beschreibung|details|rationale|context|hintergrund|warum|begrundung|"
        "background|reason|motivation|nutzen"
    ),
    Field.TAGS: (
        "tags|labels|category|categories|kategorie|schlagworte|priority|prioritat|prio|tag|label|"
        "theme|thema|schlagwort"
    ),
    Field.VISIBILITY: "visibility|sichtbarkeit|visible to|privacy|access|sichtbar fur|audience",
    # What a file of rejected rows says beside them.
    Field.IGNORE: "what is wrong|how to mend it",
    Field.AMBITION: "ambition|stretch|committed or aspirational|ambitioniert|moonshot|commitment",
}
_BY_WORDS: dict[str, list[Field]] = {}
for _field, _words in _HEADINGS.items():
    for _word in _words.split("|"):
        _BY_WORDS.setdefault(_word, []).append(_field)

_LEAST_ALIKE = 82
_LONG_ENOUGH_TO_MISSPELL = 5


@lru_cache(maxsize=10_000)
def meanings(heading: str) -> dict[Field, float]:
    """How well a heading fits each field, from 0 to 1; fields it does not fit are left out.

    1 for a known heading, 0.95 for one with something in brackets, less for a misspelled one
    (rapidfuzz) and for one that holds a known heading among other words.
    """
    whole = compared(heading)
    if whole in _BY_WORDS:
        return dict.fromkeys(_BY_WORDS[whole], 1.0)
    bare = compared(without_brackets(heading))
    if bare in _BY_WORDS:
        return dict.fromkeys(_BY_WORDS[bare], 0.95)
    unnumbered = " ".join(word for word in bare.split() if not word.isdigit())
    if unnumbered in _BY_WORDS:
        return dict.fromkeys(_BY_WORDS[unnumbered], 0.92)
    return _misspelled(bare) or _contained(bare)


def is_plain(heading: str) -> bool:
    """Whether a heading is known as it stands, but for brackets and a number."""
    bare = compared(without_brackets(heading))
    unnumbered = " ".join(word for word in bare.split() if not word.isdigit())
    return compared(heading) in _BY_WORDS or bare in _BY_WORDS or unnumbered in _BY_WORDS


def is_numbered(heading: str) -> bool:
    """Whether a heading counts: `KR 2`, `Key result 3`."""
    return any(word.isdigit() for word in compared(heading).split())


def _misspelled(words: str) -> dict[Field, float]:
    if len(words) < _LONG_ENOUGH_TO_MISSPELL:
        return {}
    found: dict[Field, float] = {}
    for known, fields in _BY_WORDS.items():
        if len(known) >= _LONG_ENOUGH_TO_MISSPELL:
            alike = fuzz.ratio(words, known)
            if alike >= _LEAST_ALIKE:
                for field in fields:
                    found[field] = max(found.get(field, 0), alike / 100 - 0.05)
    return found


def _contained(words: str) -> dict[Field, float]:
    """A known heading of four letters or more among at most four words: `Owner of the goal`."""
    tokens = words.split()
    if not 1 < len(tokens) <= 4:
        return {}
    found: dict[Field, float] = {}
    for token in tokens:
        if len(token) >= 4:
            for field in _BY_WORDS.get(token, ()):
                found.setdefault(field, 0.7)
    return found
