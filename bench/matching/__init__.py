"""Finding people, measured: invented lives told by many desks, and how many are found again."""
