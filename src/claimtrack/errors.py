"""The exceptions of claimtrack: misuse of the library, never what a ledger contains."""


class ClaimtrackError(Exception):
    """Base of every exception that claimtrack raises on purpose; its text is fit to show to a user."""


class UsageError(ClaimtrackError):
    """A call or a command that cannot be carried out as given: an unknown name, a value out of range."""


class SettingError(UsageError, ValueError):
    """A setting that is out of its range, or no number where one is wanted."""


class TooLongError(ClaimtrackError):
    """A text beyond the length up to which comparing is bounded in time."""


class IndexFileError(ClaimtrackError):
    """A saved index that is damaged, incomplete or of another version."""


class WritingError(ClaimtrackError):
    """A file that could not be changed; it is as it was."""
