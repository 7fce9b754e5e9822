"""How long something takes this program: processor time, which a busy machine does not change."""

import os


def cpu_seconds() -> float:
    """Processor time of this process and of the child processes that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system
