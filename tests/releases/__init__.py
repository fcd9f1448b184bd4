"""What a release leaves for the next one to be tested against: a small network, and its schema."""
