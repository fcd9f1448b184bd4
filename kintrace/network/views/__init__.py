"""Pages of signing in, of members and societies, and of opening a box."""
