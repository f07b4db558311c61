"""How much one file may ask of the machine. A plan of a commune is far below each of these."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

MAX_FILE_BYTES = 20 * MEGABYTE
MAX_UNZIPPED_BYTES = 100 * MEGABYTE
MAX_UNZIPPED_RATIO = 200
MAX_PAGES = 500
MAX_LINES = 20_000
MAX_CHARACTERS = 2_000_000

# Of the child process that reads.
CPU_SECONDS = 30
WALL_SECONDS = 60.0
ADDRESS_SPACE_BYTES = 512 * MEGABYTE
OUTPUT_BYTES = 16 * MEGABYTE
OPEN_FILES = 64
