"""Documents of event days, as PDF/UA."""
