"""All that changes a case, its drafts, its face and its messages."""
