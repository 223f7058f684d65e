# Rows of the items that vdirsyncer has stored in a folder: start, end, title, categories. It gives
# items of a subscription identifiers of its own.
import datetime
import pathlib
import re
import sys
from vdirsyncer.vobject import _Component

def text(value):
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)

def iso(basic):
    return datetime.datetime.strptime(basic, "%Y%m%d").date().isoformat()

for path in pathlib.Path(sys.argv[1]).glob("*.ics"):
    component = _Component.parse(path.read_bytes().decode("utf-8"))
    for event in component.subcomponents:
        cells = [
            iso(event["DTSTART"]),
            iso(event["DTEND"]),
            text(event["SUMMARY"]),
            "\x1f".join(text(category) for category in re.split(r"(?<!\\),", event["CATEGORIES"])),
        ]
        print("\t".join(cell.replace("\t", " ") for cell in cells))
