"""Citations of laws in running Vietnamese text."""
