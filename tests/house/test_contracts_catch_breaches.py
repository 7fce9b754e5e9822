"""A contract that nobody has seen break may hold nothing: plant one breach of each kind."""

from pathlib import Path

import pytest

from tests.house.conftest import contracts_of, copy_of_the_code

DOWNWARDS = "Packages depend downwards"
INSIDE = "Inside a package: actions, queries, models, rules"
PURE = "Rules are pure"

BREACHES = {
    "goals know nothing of check-ins": (
        DOWNWARDS,
        "northing/goals/queries/planted_up.py",
        "import northing.check_ins.models",
        "northing.goals.queries.planted_up -> northing.check_ins.models",
    ),
    "the core never calls a door": (
        DOWNWARDS,
        "northing/cycles/planted_door.py",
        "import northing.web",
        "northing.cycles.planted_door -> northing.web",
    ),
    "nobody imports the wiring": (
        DOWNWARDS,
        "northing/web/planted_wiring.py",
        "import northing.config.settings",
        "northing.web.planted_wiring -> northing.config.settings",
    ),
    "doors do not import each other": (
        DOWNWARDS,
        "northing/web/planted_neighbour.py",
        "import northing.api.planted",
        "northing.web.planted_neighbour -> northing.api.planted",
    ),
    "every package has its place": (
        DOWNWARDS,
        "northing/planted_elsewhere/__init__.py",
        "",
        "northing.planted_elsewhere",
    ),
    "models do not call actions": (
        INSIDE,
        "northing/goals/models/planted_action.py",
        "import northing.goals.actions",
        "northing.goals.models.planted_action -> northing.goals.actions",
    ),
    "rules know no rows": (
        INSIDE,
        "northing/goals/rules/planted_row.py",
        "import northing.goals.models",
        "northing.goals.rules.planted_row -> northing.goals.models",
    ),
    "rules do not import Django": (
        PURE,
        "northing/goals/rules/planted_django.py",
        "import django",
        "northing.goals.rules.planted_django -> django",
    ),
    "measures do not import Django through another module": (
        PURE,
        "northing/measures/planted_storage.py",
        "import northing.storage.planted_between",
        "northing.measures.planted_storage -> northing.storage.planted_between",
    ),
}
GROUND = {
    "northing/api/__init__.py": "",
    "northing/api/planted.py": "",
    "northing/storage/planted_between.py": "import django.conf",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the contracts say of a copy in which every breach is planted at once."""
    copy = copy_of_the_code(tmp_path_factory.mktemp("breaches") / "copy")
    for path, text in [*GROUND.items(), *((path, text) for _, path, text, _ in BREACHES.values())]:
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / path).write_text(f"{text}\n", encoding="utf-8")
    return contracts_of(copy)


@pytest.mark.parametrize("breach", BREACHES)
def test_the_contract_meant_for_it_catches_a_breach(report: str, breach: str) -> None:
    contract, _, _, evidence = BREACHES[breach]
    assert evidence in section_of(report, contract)


def test_the_code_as_it_is_keeps_every_contract(tmp_path: Path) -> None:
    report = contracts_of(copy_of_the_code(tmp_path / "copy"))
    assert "0 broken" in report, report


def section_of(report: str, contract: str) -> str:
    """What stands under the heading of one broken contract."""
    broken = report.split("Broken contracts", 1)[-1]
    after = broken.split(f"\n{contract}\n", 1)[-1] if f"\n{contract}\n" in broken else ""
    for other in {DOWNWARDS, INSIDE, PURE} - {contract}:
        after = after.split(f"\n{other}\n", 1)[0]
    return after
