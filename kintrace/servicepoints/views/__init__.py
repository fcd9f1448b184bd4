"""What a member sees of a service point and does there."""
