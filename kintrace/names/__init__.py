"""Comparing names across scripts and spellings. Plain Python: no Django, no database."""
