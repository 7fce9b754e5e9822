"""Names say something, files and functions stay small, and no file is tied to one machine."""

import pytest

from scripts import check_names, check_sizes, check_texts
from tests.house.conftest import Plant


def test_every_module_has_a_name_of_the_field() -> None:
    assert check_names.complaints() == []


@pytest.mark.parametrize("name", ["utils.py", "goal_helpers.py", "common/x.py", "manager.py"])
def test_a_name_that_says_nothing_is_caught(plant: Plant, name: str) -> None:
    file = plant(f"northing/{name}", "")
    root = next(parent for parent in file.parents if parent.name == "copy")
    assert check_names.complaints(root)


def test_every_file_and_function_is_small() -> None:
    assert check_sizes.complaints() == []


def test_a_file_over_four_hundred_lines_is_caught(plant: Plant) -> None:
    file = plant("northing/web/planted.css", "a {}\n" * 401)
    assert "northing/web/planted.css: 401 lines, at most 400" in check_sizes.complaints(
        file.parents[2]
    )


def test_a_function_over_sixty_lines_is_caught(plant: Plant) -> None:
    file = plant("northing/web/planted.py", "def long():\n" + "    print()\n" * 60)
    found = [line for line in check_sizes.complaints(file.parents[2]) if "planted" in line]
    assert found == ["northing/web/planted.py:1 long: 61 lines, at most 60"]


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    assert check_texts.complaints() == []


@pytest.mark.parametrize(
    "line",
    ["see https://" + "pypi" + ".org/simple", "open('/" + "root/x')", "cd /" + "work/northing"],
)
def test_a_line_tied_to_a_registry_or_a_machine_is_caught(line: str) -> None:
    assert check_texts.fault_of(line)


@pytest.mark.parametrize("line", ["/kestrel/my/work/x", "src/root/y", "${HOME}/northing", "~/x"])
def test_an_ordinary_path_is_no_fault(line: str) -> None:
    assert check_texts.fault_of(line) is None
