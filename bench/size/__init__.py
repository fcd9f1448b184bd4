"""The network after ten years: 250,000 cases of 45 societies, loaded, looked at, swept and saved."""
