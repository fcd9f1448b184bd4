"""Linking a whole file of descriptions: candidates by many narrow keys, weighed by one model."""
