"""Django's PostgreSQL engine with a cheaper answer to "is this connection still good?"."""
