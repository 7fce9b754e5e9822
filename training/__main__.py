"""Fit the coach's word models and write them as data: python -m training [LANGUAGE …].

For every criterion that words alone decide, one logistic regression; the bound below which the
coach says "not met" is set by cross-validation, so that advice is right often enough: see _RIGHT.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from northing.coach.rules.language import FOLDER as LANGUAGES
from northing.coach.rules.language import codes
from training.corpus import labelled
from training.logistic import Fitted, Row, fit

# How often "not met" has to be right on statements not learned from. Pages of the wild proved
# harder than our corpus where it comes to what is specific in English, so more is asked there.
_RIGHT = {
    "specific": 0.975,
    "measurable": 0.9,
    "outcome_not_activity": 0.88,
    "single_focus": 0.92,
    "action_verb": 0.9,
}
STRENGTH = 3.0
_RIGHT_OF = {"de": {"specific": 0.93, "outcome_not_activity": 0.91}}
_FOLDS = 4
_BOUNDS = [n / 100 for n in range(50, 4, -1)]
_LIGHTEST = 0.03


def main(languages: Sequence[str]) -> None:
    """Write `model.json` into the folder of each language that has a corpus."""
    for code in languages:
        held = list(labelled(code))
        if not held:
            continue
        read = [(each.features(), each.labels) for each in held]
        models = {}
        for name, right in (_RIGHT | _RIGHT_OF.get(code, {})).items():
            rows = [(row, mark) for row, labels in read if (mark := labels[name]) is not None]
            models[name] = _model(rows, right)
            print(
                f"{code} {name}: {len(rows)} rows, {len(models[name]['weights'])} weights, "
                f"not met below {models[name]['not_met_below']}"
            )
        _write(LANGUAGES / code / "model.json", {"learned_from": len(held), "models": models})


def _model(rows: Sequence[Row], right: float) -> dict[str, Any]:
    fitted = _fit(rows)
    weights = {name: round(weight, 3) for name, weight in sorted(fitted.weights.items())}
    return {
        "bias": round(fitted.bias, 3),
        "weights": {name: weight for name, weight in weights.items() if abs(weight) >= _LIGHTEST},
        "not_met_below": _bound(rows, right),
    }


def _fit(rows: Sequence[Row]) -> Fitted:
    """Each row counts once with what its kind tells and once without: words come before kinds."""
    without = [
        ([name for name in features if "kind=" not in name], mark) for features, mark in rows
    ]
    return fit([*rows, *without], STRENGTH)


def _bound(rows: Sequence[Row], right: float) -> float:
    """The highest probability below which "not met" is right often enough, by unseen rows."""
    unseen: list[tuple[float, bool]] = []
    for fold in range(_FOLDS):
        fitted = _fit([row for n, row in enumerate(rows) if n % _FOLDS != fold])
        held = (row for n, row in enumerate(rows) if n % _FOLDS == fold)
        unseen += [(fitted.probability(row), mark) for row, mark in held]
    for bound in _BOUNDS:
        said = [mark for likely, mark in unseen if likely < bound]
        if said and sum(not mark for mark in said) / len(said) >= right:
            return bound
    return _BOUNDS[-1]


def _write(path: Path, held: dict[str, Any]) -> None:
    path.write_text(json.dumps(held, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:] or codes())
