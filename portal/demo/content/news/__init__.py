"""News of the sample: templates grouped by topic, and the generator that fills them."""

from portal.demo.content.news.generator import news_samples

__all__ = ["news_samples"]
