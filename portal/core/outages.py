"""Short circuits: a service that did not answer a moment ago is not asked again at once."""

import time


class Outage:
    """Remembers for all threads of this process that a service is away.

    One request or one publish asks the same service many times; without this each of them would
    wait for its own connection to time out.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._until = 0.0

    def begin(self) -> None:
        """The service failed: leave it alone for `seconds`."""
        self._until = time.monotonic() + self.seconds

    def end(self) -> None:
        self._until = 0.0

    @property
    def active(self) -> bool:
        return time.monotonic() < self._until
