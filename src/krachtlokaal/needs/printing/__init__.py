"""Documents of needs surveys, as PDF/UA."""
