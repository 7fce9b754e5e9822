"""The folder that holds everything Northing keeps on a machine."""

import os
from pathlib import Path

PRIVATE_FOLDER = 0o700


class FolderRefused(OSError):
    """A folder that cannot hold Northing's files; says why and the cure."""


def data_directory() -> Path:
    """`NORTHING_DATA_DIR`, else the place that XDG names for data of a person's programs."""
    given = os.environ.get("NORTHING_DATA_DIR")
    if given:
        return Path(given).expanduser().absolute()
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "northing"


def make_private(folder: Path) -> None:
    """Make the folder with mode 0700, or see that it can be written. Raises FolderRefused."""
    cure = "Give Northing a folder of its own: NORTHING_DATA_DIR=/path/to/folder"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    except FileExistsError:
        raise FolderRefused(f"{folder} is a file, not a folder. {cure}") from None
    except OSError as error:
        raise FolderRefused(
            f"{folder} cannot be made: {error.strerror or error}. {cure}"
        ) from error
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise FolderRefused(
            f"{folder} cannot be written by this user. Make it theirs (chown), or: {cure}"
        )


def is_private(path: Path) -> bool:
    """Whether nobody but the owner may look into it."""
    return path.stat().st_mode & 0o077 == 0
