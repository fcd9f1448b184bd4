"""Our name comparison beside its rivals, on public development data: `make bench-names`."""
