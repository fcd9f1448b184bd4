"""The pages of the casework desk."""
