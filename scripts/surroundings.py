"""A pytest plugin: whatever runs the tests, they get a data directory of their own.

It is loaded before Django reads its settings (`-p` in pyproject.toml), hence not in a conftest.
"""

import atexit
import os
import shutil
import tempfile

_FROM_OUTSIDE = ("NORTHING_URL", "NORTHING_ALLOWED_HOSTS", "NORTHING_MAIL_URL", "NORTHING_DEBUG")

_folder = tempfile.mkdtemp(prefix="northing-tests-")
os.environ["NORTHING_DATA_DIR"] = _folder
os.environ["NORTHING_SECRET_KEY"] = "a secret for tests, which keep nothing"
for _name in _FROM_OUTSIDE:
    os.environ.pop(_name, None)
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
