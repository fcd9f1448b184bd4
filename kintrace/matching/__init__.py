"""Finding the descriptions that may speak of one person. This file imports nothing."""
