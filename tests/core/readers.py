"""Readers for the tests of `read_apart`: what an honest one does, and what a hostile file may do to it."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext

from portal.core.word import WordFileError


@dataclass(frozen=True)
class Foreign:
    """Not of the house's modules, so not taken."""

    text: str


def letters(data: bytes, *, upper: bool = False) -> dict[str, Any]:
    text = data.decode()
    return {
        "text": text.upper() if upper else text,
        "day": date(2026, 11, 24),
        "said": gettext(text),
    }


def talks(data: bytes) -> int:
    print("a library talks")
    return len(data)


def refuses(data: bytes) -> None:
    raise WordFileError("too_large", limit=20)


def stumbles(data: bytes) -> None:
    raise KeyError(data.decode())


def sleeps(data: bytes) -> None:
    time.sleep(60)


def calculates(data: bytes) -> None:
    while True:
        pass


def fills_memory(data: bytes) -> int:
    return len(data * 2_000_000_000)


def recurses(data: bytes) -> None:
    recurses(data)


def answers_foreign(data: bytes) -> Foreign:
    return Foreign(data.decode())


class Command:
    def __reduce__(self) -> Any:
        return exec, ("raise SystemExit",)


def answers_command(data: bytes) -> Command:
    return Command()


def process(_data: bytes) -> int:
    return os.getpid()
