"""From claims to findings: links, positions, verdicts, and how they changed over time."""
