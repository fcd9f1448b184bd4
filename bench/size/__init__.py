"""The network after ten years: 250,000 cases, loaded, looked at, swept and saved."""
