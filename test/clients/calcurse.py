# Rows of what calcurse stores (its file "apts"): start, end, title. It keeps a title without the
# rest, and an event of several days as a daily one with its last day.
import datetime
import re
import sys

def day(text):
    return datetime.datetime.strptime(text, "%m/%d/%Y").date()

for line in sys.stdin.buffer.read().decode("utf-8").split("\n"):
    if not line:
        continue
    match = re.fullmatch(r"(\d\d/\d\d/\d{4}) \[1\] (?:\{1D -> (\d\d/\d\d/\d{4})\} )?(?:>\S+ )?(.*)", line)
    if match is None:
        sys.exit(f"not an event of whole days: {line}")
    first = day(match[1])
    last = day(match[2]) if match[2] else first
    title = match[3].replace("\t", " ")
    print(first, last + datetime.timedelta(days=1), title, sep="\t")
