"""How the documentation is built: Sphinx with MyST and furo; warnings are errors in CI."""

project = "claimtrack"
author = "The claimtrack authors"
copyright = "2026, the claimtrack authors"  # noqa: A001
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
myst_heading_anchors = 3
exclude_patterns = ["_build", "example-plugin"]
autodoc_preserve_defaults = True
smartquotes = False  # two dashes begin an option, and are no long dash
autodoc_typehints = "description"
suppress_warnings = ["misc.highlighting_failure"]  # the refused examples of the problems page are no valid YAML
