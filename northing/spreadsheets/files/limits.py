"""How much a file may ask of the machine. docs/importing.md tells people the same numbers."""

MEBIBYTE = 1024 * 1024

MAX_FILE = 32 * MEBIBYTE
MAX_ENTRIES = 2_000
MAX_INFLATED = 128 * MEBIBYTE
# Real sheets of repeated text reach about 60; deflate itself ends at 1,032.
MAX_RATIO = 200
RATIO_MATTERS_FROM = 4 * MEBIBYTE
MAX_SMALL_PART = 4 * MEBIBYTE
# Excel itself ends at 65,490 cell formats.
MAX_FORMATS = 65_490
MAX_ELEMENTS = 700_000
MAX_SHEETS = 100
MAX_ROWS = 50_000
MAX_COLUMNS = 500
MAX_CELLS = 200_000
# The parser lays a sheet out as a full rectangle, so that empty cells cost memory too.
MAX_AREA = 2_000_000
MAX_MERGED = 10_000
MAX_CELL_TEXT = 32_767
MAX_TEXT = 24 * MEBIBYTE

CHILD_MEMORY = 512 * MEBIBYTE
CHILD_OUTPUT = 96 * MEBIBYTE
CHILD_CPU_SECONDS = 15
CHILD_WALL_SECONDS = 20
