from enum import Enum

class Medium(str, Enum):
    """Ways to send a bill."""
    PAPER = "paper"  # by post
    MAIL = "mail"  # as an attachment
    PORTAL = "portal"  # to be fetched

MESSAGES = {
    "B-1": {"message": _("The bill is too old"), "status": 410},
    "B-2": {"message": _("The bill is paid"), "status": 409},
    "B-3": {"message": _("There is no such bill"), "status": 404},
}
