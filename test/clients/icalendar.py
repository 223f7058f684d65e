# Rows of a calendar as python3-icalendar reads it: id, start, end, title, categories.
import sys
from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
for event in calendar.walk("VEVENT"):
    if event.errors:
        sys.exit(f"{event['UID']}: {event.errors}")
    categories = event.get("CATEGORIES")
    cells = [
        str(event["UID"]),
        event.decoded("DTSTART").isoformat(),
        event.decoded("DTEND").isoformat(),
        str(event["SUMMARY"]),
        "\x1f".join(str(category) for category in categories.cats) if categories else "",
    ]
    print("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in cells))
