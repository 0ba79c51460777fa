"""REF: a bare Django view. One query, 20 rows, one template; same database, same server."""
