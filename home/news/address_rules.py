"""Who may come to the addresses of this room (`units.isolation`)."""

from dataclasses import replace

from portal.users.limits import IMPORTS
from units.isolation.access import BOARD, writing

RULES = {
    "news_promote": BOARD,
    "news_word_import": replace(writing("index_id"), limit=IMPORTS),
}
