"""What a thief would find: plant rare strings everywhere, then search everything for them."""
