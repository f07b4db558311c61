"""How much one file may ask of the machine. A plan of a commune is far below each of these."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

MAX_FILE_BYTES = 20 * MEGABYTE
MAX_UNZIPPED_BYTES = 100 * MEGABYTE
MAX_UNZIPPED_RATIO = 200
MAX_PAGES = 500
MAX_LINES = 20_000
MAX_CHARACTERS = 2_000_000

# Of the child process that reads and extracts. The heaviest files within the limits above take a third of the memory
# and a fifth of the time.
CPU_SECONDS = 20
WALL_SECONDS = 60.0
ADDRESS_SPACE_BYTES = 256 * MEGABYTE
OUTPUT_BYTES = 16 * MEGABYTE
OPEN_FILES = 64

# Of reading letters from pictures.
OCR_PAGES = 60
OCR_ADDRESS_SPACE_BYTES = 512 * MEGABYTE
OCR_PIXELS = 14_000_000  # of the picture that is read: more than A4 at 300 dpi, less than `OUTPUT_BYTES`
PHOTO_PIXELS = 60_000_000  # of the picture that came
OCR_WALL_SECONDS = 90.0  # for one page
