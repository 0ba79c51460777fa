"""The pages of who answers: by a personal link, by an open link, or of her own accord."""
