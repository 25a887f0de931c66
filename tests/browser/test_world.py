"""The sample portal of the browser tests is complete: a new kind of block or page fails here."""

import pytest

from portal.core.blocks import BodyBlock
from portal.core.pages import BasePage
from tests.browser.world import World, every_block

pytestmark = pytest.mark.browser


def test_the_sample_article_has_every_kind_of_block(world: World):
    assert {kind for kind, _value in every_block(world.image)} == set(BodyBlock().child_blocks)


def test_every_kind_of_page_is_visited(world: World):
    from wagtail.models import get_page_models

    kinds = {model for model in get_page_models() if issubclass(model, BasePage)}
    missing = [model.__name__ for model in kinds if not model.objects.live().exists()]
    assert not missing, f"no page of these kinds in tests/browser/world.py: {missing}"
