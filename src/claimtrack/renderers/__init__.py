"""One format, one file: a function from a Report to text."""
