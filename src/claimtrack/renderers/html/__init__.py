"""The report as one HTML page: offline, without a framework, readable without script, printable."""

from claimtrack.renderers.html.page import render

__all__ = ["render"]
