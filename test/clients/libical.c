/* Rows of a calendar as libical reads it: id, start, end, title, categories. Anything that libical
   marks as an error, or that breaks its table of restrictions (RFC 5546), ends with status 1. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_all(FILE *file) {
  size_t size = 1 << 16, length = 0, got;
  char *text = malloc(size);
  while (text && (got = fread(text + length, 1, size - length - 1, file)) > 0) {
    length += got;
    if (size - length < 2) text = realloc(text, size *= 2);
  }
  if (text) text[length] = '\0';
  return text;
}

static void print_text(const char *text, char end) {
  for (; *text; text++) putchar(*text == '\t' ? ' ' : *text);
  putchar(end);
}

static void print_day(struct icaltimetype day) {
  if (!day.is_date) {
    fprintf(stderr, "a time, not a day\n");
    exit(1);
  }
  printf("%04d-%02d-%02d\t", day.year, day.month, day.day);
}

static void print_event(icalcomponent *event) {
  const char *between = "";
  icalproperty *property;
  print_text(icalcomponent_get_uid(event), '\t');
  print_day(icalcomponent_get_dtstart(event));
  print_day(icalcomponent_get_dtend(event));
  print_text(icalcomponent_get_summary(event), '\t');
  for (property = icalcomponent_get_first_property(event, ICAL_CATEGORIES_PROPERTY); property;
       property = icalcomponent_get_next_property(event, ICAL_CATEGORIES_PROPERTY)) {
    printf("%s%s", between, icalproperty_get_categories(property));
    between = "\x1f";
  }
  putchar('\n');
}

int main(void) {
  char *text = read_all(stdin);
  icalcomponent *calendar = text ? icalparser_parse_string(text) : NULL;
  icalcomponent *event;
  if (!calendar) return fprintf(stderr, "libical reads no calendar\n"), 1;
  if (!icalrestriction_check(calendar) || icalcomponent_count_errors(calendar) > 0) {
    fprintf(stderr, "libical complains:\n%s", icalcomponent_as_ical_string(calendar));
    return 1;
  }
  for (event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
       event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    print_event(event);
  }
  icalcomponent_free(calendar);
  free(text);
  return 0;
}
