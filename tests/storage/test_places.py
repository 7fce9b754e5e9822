"""The data directory: private, of one's own, or refused with the cure."""

from pathlib import Path

import pytest

from northing.storage.places import FolderRefused, data_directory, is_private, make_private


def test_the_given_folder_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NORTHING_DATA_DIR", str(tmp_path / "here"))
    assert data_directory() == tmp_path / "here"


def test_without_one_it_lies_where_programs_keep_things(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("NORTHING_DATA_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_directory() == tmp_path / "northing"


def test_a_new_folder_is_for_its_user_alone(tmp_path: Path) -> None:
    make_private(tmp_path / "a" / "b")
    assert is_private(tmp_path / "a" / "b")


def test_a_file_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderRefused, match="is a file"):
        make_private(tmp_path / "file")


def test_a_folder_that_cannot_be_made_is_refused() -> None:
    with pytest.raises(FolderRefused, match="cannot be made"):
        make_private(Path("/proc/nowhere/northing"))
