"""A pytest plugin: a data directory of the tests' own, and a way to run only what needs a database.

It is loaded before Django reads its settings (`-p` in pyproject.toml), hence not in a conftest.
"""

import atexit
import os
import shutil
import tempfile

import pytest

_FROM_OUTSIDE = (
    "NORTHING_URL",
    "NORTHING_ALLOWED_HOSTS",
    "NORTHING_MAIL_URL",
    "NORTHING_DEBUG",
    "NORTHING_LANGUAGE_MODEL_URL",
)

_folder = tempfile.mkdtemp(prefix="northing-tests-")
os.environ["NORTHING_DATA_DIR"] = _folder
os.environ["NORTHING_SECRET_KEY"] = "a secret for tests, which keep nothing"
for _name in _FROM_OUTSIDE:
    os.environ.pop(_name, None)
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

_TOUCHES_A_DATABASE = {"db", "transactional_db", "django_db_serialized_rollback", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--database-only`, for the second pass on another database."""
    parser.addoption(
        "--database-only", action="store_true", help="Run only the tests that touch the database."
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what cannot depend on which database it is."""
    kept = [item for item in items if _belongs(item, only=config.getoption("--database-only"))]
    config.hook.pytest_deselected(items=list(set(items) - set(kept)))
    items[:] = kept


def _belongs(item: pytest.Item, *, only: bool) -> bool:
    if item.get_closest_marker("about_sqlite") and "DATABASE_URL" in os.environ:
        return False
    return _touches_a_database(item) or not only


def _touches_a_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    marked = item.get_closest_marker("django_db") or item.get_closest_marker("each_database")
    return marked is not None or bool(fixtures & _TOUCHES_A_DATABASE)
