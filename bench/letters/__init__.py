"""Counts how letters are spelt, from pairs of spellings of one name, for `names/letters`."""
