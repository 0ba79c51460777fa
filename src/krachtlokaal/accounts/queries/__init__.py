"""What this room reads, by subject: areas, members, log."""
