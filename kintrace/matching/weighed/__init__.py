"""What facts of two descriptions are worth beside each other, thousands of pairs at once."""
