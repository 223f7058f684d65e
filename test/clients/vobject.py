# Rows of a calendar as python3-vobject reads it: id, start, end, title, categories.
import sys
import vobject

calendar = vobject.readOne(sys.stdin.buffer.read().decode("utf-8"))
for event in calendar.contents.get("vevent", []):
    cells = [
        event.uid.value,
        event.dtstart.value.isoformat(),
        event.dtend.value.isoformat(),
        event.summary.value,
        "\x1f".join(event.categories.value) if "categories" in event.contents else "",
    ]
    print("\t".join(cell.replace("\t", " ") for cell in cells))
