"""How a task comes to be one that readers do not see by itself."""

from meetings.models import Directive

WAYS = ["task", "meeting", "retelling"]


def taken_from_view(key: int, how: str, original: int) -> None:
    """The task is rejected, or its meeting is, or it only retells the `original`."""
    row = Directive.objects.get(pk=key)
    if how == "meeting":
        row.meeting.state = "rejected"
        row.meeting.save()
    elif how == "retelling":
        row.same_as_id = original
    else:
        row.state = "rejected"
    row.save()
