"""Problems as a page, one format, one file: each a function from problems to text; nothing of the files is obeyed."""
