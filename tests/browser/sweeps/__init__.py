"""Looks at every page that can be fetched; who walks through the product does so elsewhere."""
