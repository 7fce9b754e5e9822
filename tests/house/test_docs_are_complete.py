"""Every setting, command and word has its heading; a heading of a word has its code."""

import shutil

import pytest

from scripts import check_docs
from scripts.sources import ROOT
from tests.house.conftest import Plant


def test_every_setting_command_and_word_is_documented() -> None:
    assert check_docs.complaints() == []


@pytest.mark.parametrize(
    ("path", "text", "complaint"),
    [
        ("northing/web/planted.py", 'x = "NORTHING_PLANTED"', "the setting NORTHING_PLANTED"),
        ("northing/cli/planted.py", "@app.command()\ndef sow(): ...", "`northing sow`"),
        ("northing/goals/models/planted.py", "class Turnip(models.Model): ...", "'turnip'"),
    ],
)
def test_what_the_docs_leave_out_is_caught(
    plant: Plant, path: str, text: str, complaint: str
) -> None:
    file = plant(path, f"{text}\n")
    root = next(parent for parent in file.parents if parent.name == "copy")
    shutil.copytree(ROOT / "docs", root / "docs")
    assert complaint in "\n".join(check_docs.complaints(root))
