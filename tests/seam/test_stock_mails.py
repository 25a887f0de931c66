"""Wagtail sends its own mails by four receivers and one method, and has no setting against it."""

from __future__ import annotations

import re

from wagtail.admin import signal_handlers
from wagtail.admin.views.pages.edit import EditView

from portal.seam import stock_mails
from tests.seam.upstream import source_of, sum_of


def test_wagtail_connects_no_other_receivers() -> None:
    text = source_of("wagtail.admin.signal_handlers", "register_signal_handlers")
    assert set(re.findall(r"dispatch_uid='(\w+)'", text)) == {
        uid for _signal, _sender, uid in stock_mails.STOCK_RECEIVERS
    }


def test_the_places_stay_taken_when_wagtail_connects_once_more() -> None:
    signal_handlers.register_signal_handlers()
    for signal, sender, uid in stock_mails.STOCK_RECEIVERS:
        taken = [row[1] for row in signal.receivers if row[0] == (uid, id(sender))]
        assert [receiver() for receiver in taken] == [stock_mails._say_nothing]


def test_the_method_about_comments_is_the_one_that_was_replaced() -> None:
    name = "EditView.send_commenting_notifications"
    assert sum_of("wagtail.admin.views.pages.edit", name) == "d5b76383d7b4"
    assert EditView.send_commenting_notifications.__module__ == stock_mails.__name__


def test_what_is_read_of_the_comments_is_still_told() -> None:
    text = source_of("wagtail.admin.views.pages.edit", "EditView.get_commenting_changes")
    for key in ("new_comments", "new_replies"):
        assert f"'{key}'" in text
