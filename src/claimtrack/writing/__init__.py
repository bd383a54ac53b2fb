"""Writing: files that people will go on editing by hand."""
