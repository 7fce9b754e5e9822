"""Small word models: weights of named features, learned from labelled statements, kept as numbers.

Each criterion of a language is one logistic regression. What it learned from and how: training/.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from northing.coach.rules.findings import State
from northing.coach.rules.language import FOLDER

_ALREADY_SURE = 0.5


@dataclass(frozen=True, slots=True)
class WordModel:
    """Weights by feature. Below `not_met_below` the answer is no; from a half on it is yes."""

    bias: float
    weights: Mapping[str, float]
    not_met_below: float

    def probability(self, features: Collection[str]) -> float:
        """How likely the criterion is met, 0 to 1."""
        score = self.bias + sum(self.weights.get(name, 0.0) for name in features)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))

    def state(self, features: Collection[str]) -> State:
        """Met, not met, or between: cannot tell."""
        likely = self.probability(features)
        if likely >= _ALREADY_SURE:
            return State.MET
        return State.NOT_MET if likely < self.not_met_below else State.CANT_TELL


@cache
def word_models(code: str) -> Mapping[str, WordModel]:
    """The models of a language by criterion; none where its folder holds no `model.json`."""
    path = FOLDER / code / "model.json"
    if not path.exists():
        return {}
    import json

    held = json.loads(path.read_text(encoding="utf-8"))
    return {name: WordModel(**values) for name, values in held["models"].items()}
