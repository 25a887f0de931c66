"""What a library's own code says, where behaviour cannot tell that it has changed."""

from __future__ import annotations

import ast
import hashlib
from importlib.util import find_spec
from pathlib import Path


def source_of(module: str, name: str) -> str:
    """The definition of `Class.method` or of a function as it stands in the library's file.

    From the file, because the object may have been replaced by the seam.
    """
    spec = find_spec(module)
    assert spec is not None
    assert spec.origin is not None, f"{module} is gone"
    text = Path(spec.origin).read_text(encoding="utf-8")
    node: ast.AST = ast.parse(text)
    for part in name.split("."):
        named = [one for one in ast.iter_child_nodes(node) if getattr(one, "name", "") == part]
        assert named, f"{module}.{name} is gone"
        node = named[-1]
    return ast.unparse(node)


def sum_of(module: str, name: str) -> str:
    """Twelve signs that change whenever the definition does; comments and layout do not count."""
    return hashlib.sha256(source_of(module, name).encode()).hexdigest()[:12]
