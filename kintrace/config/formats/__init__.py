"""How we write days and times where Django's own way is not the one of these pages."""
