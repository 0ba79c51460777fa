"""The engine that the settings name."""

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Asks a connection that lay idle for its health without sending a query for each page."""

    def is_usable(self) -> bool:
        """A server that stopped, or ended the session, has said so: then there is something to
        read. Where there is, or after an error, the server itself is asked."""
        if self.connection is None or self.connection.closed:
            return False
        if not self.errors_occurred and _is_quiet(self.connection.pgconn.socket):
            return True
        return bool(super().is_usable())


def _is_quiet(socket: int) -> bool:
    if not hasattr(select, "poll"):  # Windows
        return False
    watch = select.poll()
    watch.register(socket, select.POLLIN | select.POLLERR | select.POLLHUP)
    return not watch.poll(0)
