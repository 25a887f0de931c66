"""PostgreSQL and Redis for development: `python -m deploy.services start|stop`.

They keep running after the command ends, with their data under var/services, so that the portal can
be tried on the parts it has in production.
"""

import sys
from collections.abc import Sequence

from . import ports
from .postgres import Postgres, PostgresError
from .redis_server import Redis, RedisError
from .tools import VAR

FOLDER = VAR / "services"
POSTGRES_PORT = 54329
REDIS_PORT = 63799


def postgres() -> Postgres:
    return Postgres(FOLDER / "postgres")


def redis() -> Redis:
    return Redis(FOLDER / "redis")


def start() -> dict[str, str]:
    """Start what is not running yet; returns the environment that points the portal at them."""
    database, broker = postgres(), redis()
    if not broker.running:
        _must_be_free(REDIS_PORT)
        broker.start(REDIS_PORT)
    if not database.running:
        _must_be_free(POSTGRES_PORT)
        database.start(POSTGRES_PORT)
    return {
        "DATABASE_URL": f"postgres://postgres@127.0.0.1:{POSTGRES_PORT}/postgres",
        "REDIS_URL": f"redis://127.0.0.1:{REDIS_PORT}/0",
    }


def stop() -> None:
    postgres().stop()
    redis().stop()


def _must_be_free(port: int) -> None:
    if not ports.is_free(port):
        raise RedisError(
            f"Cổng {port} đang được chương trình khác dùng. Hãy tắt chương trình đó rồi chạy lại."
        )


def main(arguments: Sequence[str]) -> int:
    if list(arguments) == ["stop"]:
        stop()
        print("→ Đã tắt PostgreSQL và Redis.")
        return 0
    print("→ Khởi động PostgreSQL và Redis trong var/services…", flush=True)
    try:
        environment = start()
    except (PostgresError, RedisError) as error:
        print(error, file=sys.stderr)
        return 1
    print("Đang chạy. Để cổng thông tin dùng chúng, đặt hai biến môi trường này:")
    for name, value in environment.items():
        print(f"  export {name}={value}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
