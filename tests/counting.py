"""How many statements something runs."""

from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext

_MARKS = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


def statements_of(doing: Callable[[], object]) -> int:
    """The statements; the marks where transactions begin and end are none."""
    with CaptureQueriesContext(connection) as captured:
        doing()
    return sum(not query["sql"].lstrip().startswith(_MARKS) for query in captured)
