from decimal import Decimal

from tests.cast import Kestrel, said


def test_a_check_in_moves_its_objective_and_the_one_above(kestrel: Kestrel) -> None:
    said(kestrel.repair_share, "73.5", 6)
    for goal in (kestrel.repair_share, kestrel.objective, kestrel.company):
        goal.refresh_from_db()
        assert goal.progress == Decimal("0.5")
        assert goal.confidence == 6
