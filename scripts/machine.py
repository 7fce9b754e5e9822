"""What this machine has, and what may be installed on it."""

import os
import shutil
import subprocess

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


class MissingPieceError(Exception):
    """Something the tests need is not here and may not be installed; the message says the cure."""


def chromium() -> str:
    """The path of a Chromium that starts; installs Debian's when that is allowed."""
    found = _chromium_that_starts()
    if found is None and may_install():
        install("chromium")
        found = _chromium_that_starts()
    if found is None:
        raise MissingPieceError(
            "The browser tests need Chromium, and it may not be installed from here.\n"
            "Run this, then the same command again:\n"
            "    sudo apt-get update && sudo apt-get install -y chromium"
        )
    return found


def may_install() -> bool:
    """Whether Debian packages can be installed without asking anybody for a password."""
    if shutil.which("apt-get") is None:
        return False
    return os.geteuid() == 0 or _succeeds("sudo", "-n", "true")


def install(*packages: str) -> None:
    """Install Debian packages; says so first."""
    print(f"Installing {' '.join(packages)} for the tests.", flush=True)
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y"]
    for arguments in (["update"], ["install", "--no-install-recommends", *packages]):
        subprocess.run([*quiet, *arguments], check=False, stdin=subprocess.DEVNULL)


def _chromium_that_starts() -> str | None:
    """Ubuntu's `chromium-browser` may be a note that points at a snap: ask each for its version."""
    for name in CHROMIUM_NAMES:
        path = shutil.which(name)
        if path is not None and _succeeds(path, "--version"):
            return path
    return None


def _succeeds(*command: str) -> bool:
    if shutil.which(command[0]) is None:
        return False
    done = subprocess.run(command, check=False, capture_output=True, stdin=subprocess.DEVNULL)
    return done.returncode == 0
