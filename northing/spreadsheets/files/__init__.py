"""The only place that knows XLSX and CSV. Files are read in a child process with limits."""

from northing.spreadsheets.files.reading import read_file
from northing.spreadsheets.files.refusal import FileRefused

__all__ = ["FileRefused", "read_file"]
