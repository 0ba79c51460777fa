"""How long what an event day holds is kept: names go some months after the day, counts stay."""
