"""What members open and send, by noun."""
