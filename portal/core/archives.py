"""What reading a broken or hostile zip file raises: Word and Excel files, bulk entry."""

import zipfile
import zlib
from typing import Final

# NotImplementedError: an unknown compression. RuntimeError: a part with a password.
ARCHIVE_FAILURES: Final[tuple[type[Exception], ...]] = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
