"""Who may come to the addresses of this room (`units.isolation`)."""

from units.isolation.access import BOARD, writing

RULES = {
    "news_promote": BOARD,
    "news_word_import": writing("index_id"),
}
