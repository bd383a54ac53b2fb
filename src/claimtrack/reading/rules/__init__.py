"""What can be wrong in a file as such: every code that reading gives, with its reason and its words."""
