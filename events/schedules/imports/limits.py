"""How large a week may be before a reader gives up. A busy unit has some eighty entries a week."""

from typing import Final

MEGABYTE: Final = 1024 * 1024
MAX_FILE: Final = 10 * MEGABYTE
MAX_ROWS: Final = 2000
MAX_COLUMNS: Final = 60
MAX_CHARACTERS: Final = 200_000
