# Rows of what `khal list` prints: id, start, end (khal's is the last day), title, categories. Each
# event begins with U+001E, since a title may look like several lines.
import datetime
import sys

for record in sys.stdin.buffer.read().decode("utf-8").split("\x1e")[1:]:
    uid, start, last, title, categories = record.rstrip("\n").split("\x1f")
    end = datetime.date.fromisoformat(last) + datetime.timedelta(days=1)
    cells = [uid, start, end.isoformat(), title.strip(), categories]
    print("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in cells))
