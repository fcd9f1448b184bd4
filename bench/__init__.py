"""Measurements: what the house costs beside something everybody knows, in one run."""
