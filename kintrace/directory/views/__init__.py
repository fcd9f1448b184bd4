"""The pages of the directory: for everybody, and for the desk."""
