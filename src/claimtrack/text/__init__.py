"""Pure functions on strings: folding, words, and what words say of numbers, dates, names and certainty."""
