"""Whose a row is and who sees it; forms, registers and snippets that ask."""
