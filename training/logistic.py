"""Logistic regression over sets of features, fitted by dual coordinate ascent.

Source: Yu, Huang and Lin 2011, "Dual coordinate descent methods for logistic regression and
maximum entropy models", Machine Learning 85. Deterministic: the order is drawn from a fixed seed.
"""

import math
import random
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

Row = tuple[Collection[str], bool]
_ROUNDS = 40
_STEPS = 8
_TINY = 1e-9
_RAREST = 6


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights by feature and the bias."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, features: Collection[str]) -> float:
        score = self.bias + sum(self.weights.get(name, 0.0) for name in features)
        return 1 / (1 + math.exp(-score))


def fit(rows: Sequence[Row], strength: float) -> Fitted:
    """Fit with an L2 penalty of `strength`; features in fewer than six rows are left out."""
    counts = Counter(name for features, _ in rows for name in features)
    frequent = sorted(name for name, count in counts.items() if count >= _RAREST)
    places = {name: n for n, name in enumerate(frequent, 1)}
    known = [[0, *(places[name] for name in sorted(row) if name in places)] for row, _ in rows]
    signs = [1.0 if is_met else -1.0 for _, is_met in rows]
    weights = _ascend(known, signs, len(places) + 1, 1 / strength)
    return Fitted(weights[0], {name: weights[place] for name, place in places.items()})


def _ascend(known: list[list[int]], signs: list[float], size: int, most: float) -> list[float]:
    weights = [0.0] * size
    duals = [min(1e-3 * most, 1e-8)] * len(known)
    for row, sign, dual in zip(known, signs, duals, strict=True):
        for place in row:
            weights[place] += dual * sign
    order, chance = list(range(len(known))), random.Random(7)
    for _ in range(_ROUNDS):
        chance.shuffle(order)
        for n in order:
            row, sign = known[n], signs[n]
            margin = sign * sum(weights[place] for place in row)
            better = _best_dual(duals[n], margin, len(row), most)
            change = (better - duals[n]) * sign
            duals[n] = better
            for place in row:
                weights[place] += change
    return weights


def _best_dual(dual: float, margin: float, square: float, most: float) -> float:
    """The dual that maximizes one row's part, by Newton's steps kept inside (0, most)."""
    now = dual
    for _ in range(_STEPS):
        slope = square * (now - dual) + margin + math.log(now / (most - now))
        curve = square + most / (now * (most - now))
        better = now - slope / curve
        if better <= 0:
            better = now * 0.1
        elif better >= most:
            better = most - (most - now) * 0.1
        if abs(better - now) < _TINY * most:
            return better
        now = better
    return now
