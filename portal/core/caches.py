"""The Redis cache of production, which a page can do without.

Django's own backend raises when Redis is away, and every public page and every publish asks the
cache: one restart of Redis would be an outage of the portal. Here a cache that cannot be reached is
an empty one: slower, never an error. Sessions are in the database and are not touched by this.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, NoReturn

import structlog
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

from .outages import Outage

logger = structlog.get_logger(__name__)

cache_outage = Outage(seconds=5.0)

Method = Callable[..., Any]


def _fail_soft(method: Method, when_away: Method) -> Method:
    """`method`, but `when_away` with the same arguments while Redis cannot be reached."""

    @wraps(method)
    def call(cache: RedisCache, *args: Any, **kwargs: Any) -> Any:
        if not cache_outage.active:
            try:
                return method(cache, *args, **kwargs)
            except (RedisError, OSError) as error:
                cache_outage.begin()
                logger.error("cache_unreachable", reason=str(error))
        return when_away(cache, *args, **kwargs)

    return call


def _false(_cache: RedisCache, *_args: Any, **_kwargs: Any) -> bool:
    return False


def _nothing(_cache: RedisCache, *_args: Any, **_kwargs: Any) -> None:
    return None


def _default(_cache: RedisCache, _key: Any, default: Any = None, version: Any = None) -> Any:
    return default


def _no_key(_cache: RedisCache, key: Any, *_args: Any, **_kwargs: Any) -> NoReturn:
    raise ValueError(f"Key '{key}' not found")


class FailSoftRedisCache(RedisCache):
    """Redis when it answers, an empty cache when it does not."""

    add = _fail_soft(RedisCache.add, _false)
    get = _fail_soft(RedisCache.get, _default)
    set = _fail_soft(RedisCache.set, _nothing)
    touch = _fail_soft(RedisCache.touch, _false)
    delete = _fail_soft(RedisCache.delete, _false)
    has_key = _fail_soft(RedisCache.has_key, _false)
    incr = _fail_soft(RedisCache.incr, _no_key)
    get_many = _fail_soft(RedisCache.get_many, lambda _cache, _keys, version=None: {})
    set_many = _fail_soft(RedisCache.set_many, lambda _cache, data, *_rest, **_named: list(data))
    delete_many = _fail_soft(RedisCache.delete_many, _nothing)
    clear = _fail_soft(RedisCache.clear, _false)
