# The entries of a feed as python3-feedparser reads it, as JSON: id, title, instant, categories, content.
import calendar
import html
import json
import re
import sys
import feedparser

feed = feedparser.parse(sys.stdin.buffer.read())
if feed.bozo:
    sys.exit(f"not well-formed: {feed.bozo_exception}")


def title_of(entry):
    """The title as text: HTML is for the reader to show."""
    if entry.title_detail.type == "text/plain":
        return entry.title
    return html.unescape(re.sub("<[^>]*>", "", entry.title))


print(
    json.dumps(
        [
            {
                "id": entry.id,
                "title": title_of(entry),
                "instant": calendar.timegm(entry.get("updated_parsed") or entry.published_parsed),
                "categories": [tag.get("label") or tag.term for tag in entry.tags],
                "content": entry.content[0].value,
            }
            for entry in feed.entries
        ]
    )
)
