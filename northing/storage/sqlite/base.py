"""Django's SQLite backend with the write gate around every transaction.

Transactions are IMMEDIATE (settings), so each takes SQLite's write lock at its start; the gate
makes that lock a queue.
"""

from typing import Any

from django.db.backends.sqlite3 import base

from northing.storage.gate import gate_of


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that passes the gate before BEGIN IMMEDIATE and leaves after the end."""

    _inside = False

    def _start_transaction_under_autocommit(self) -> None:
        self._enter()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._leave()
            raise

    def _commit(self) -> Any:
        # A failed COMMIT keeps the transaction, and so the gate, until the rollback that follows.
        result = super()._commit()  # type: ignore[misc]
        self._leave()
        return result

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]
        finally:
            self._leave()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._leave()

    def _enter(self) -> None:
        if not self._inside:
            gate_of(str(self.settings_dict["NAME"])).enter()
            self._inside = True

    def _leave(self) -> None:
        if self._inside:
            self._inside = False
            gate_of(str(self.settings_dict["NAME"])).leave()
