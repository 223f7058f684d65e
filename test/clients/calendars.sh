# Calendar clients and libraries. Sourced by test/clients.sh.
# shellcheck shell=bash disable=SC2154
all_columns=id,start,end,title,categories

# python3-icalendar 4, and khal with it, take an escaped backslash before n for a line break.
misread_by_icalendar=backslashes

through() { # <program> <timeline> [misread]: rows of a program that reads its input
  local program=$1 timeline=$2 file
  file=$(fetch "$timeline" ics) || return 1
  $program <"$file" >"$work/rows" && compare "$timeline" "$all_columns" "${3:-}" <"$work/rows"
}

reads_nothing() { # <program>: it reads an empty calendar and finds no event in it
  local file
  file=$(fetch fusha-2020 ics '?to=1000') || return 1
  $1 <"$file" >"$work/rows" && [ ! -s "$work/rows" ]
}

read_by() { # <client> <program> [misread]
  local timeline
  for timeline in "${timelines[@]}"; do
    check "$1 reads $timeline" through "$2" "$timeline" "${3:-}"
  done
  check "$1 reads an empty calendar" reads_nothing "$2"
}

read_calcurse() { # calendar on its input
  rm -rf "$work/calcurse"
  cat >"$work/import.ics"
  calcurse --quiet --datadir "$work/calcurse" --import "$work/import.ics" >/dev/null &&
    /usr/bin/python3 -I test/clients/calcurse.py <"$work/calcurse/apts"
}

through_calcurse() {
  local file
  file=$(fetch "$1" ics) || return 1
  read_calcurse <"$file" >"$work/rows" && compare "$1" start,end,title <"$work/rows"
}

read_khal() { # calendar on its input
  rm -rf "$work/khal"
  mkdir -p "$work/khal/calendar"
  cat >"$work/import.ics"
  cat >"$work/khal.conf" <<CONFIG
[calendars]
[[timeline]]
path = $work/khal/calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Asia/Shanghai
default_timezone = Asia/Shanghai
[sqlite]
path = $work/khal/khal.db
CONFIG
  timeout 600 khal -c "$work/khal.conf" import --batch -a timeline "$work/import.ics" >/dev/null &&
    khal -c "$work/khal.conf" list --once --day-format '' 2010-01-01 2029-12-31 \
      --format $'\x1e{uid}\x1f{start-long}\x1f{end-long}\x1f{title}\x1f{categories}' |
    /usr/bin/python3 -I test/clients/khal.py
}

through_vdirsyncer() {
  local timeline=$1 folder="$work/vdirsyncer-$1"
  mkdir -p "$folder/items"
  cat >"$folder/config" <<CONFIG
[general]
status_path = "$folder/status"
[pair timeline]
a = "remote"
b = "local"
collections = null
[storage remote]
type = "http"
url = "$BASE/v1/timelines/$timeline/events.ics"
[storage local]
type = "filesystem"
path = "$folder/items"
fileext = ".ics"
CONFIG
  vdirsyncer --config "$folder/config" discover < <(yes) &&
    timeout 300 vdirsyncer --verbosity WARNING --config "$folder/config" sync &&
    /usr/bin/python3 -I test/clients/vdirsyncer.py "$folder/items" >"$work/rows" &&
    compare "$timeline" start,end,title,categories <"$work/rows"
}

if needs python3-icalendar /usr/bin/python3 -c 'import icalendar'; then
  read_by python3-icalendar '/usr/bin/python3 -I test/clients/icalendar.py' $misread_by_icalendar
fi
if needs python3-vobject /usr/bin/python3 -c 'import vobject'; then
  read_by python3-vobject '/usr/bin/python3 -I test/clients/vobject.py'
fi
if needs libical pkg-config --exists libical; then
  # shellcheck disable=SC2046
  check 'libical compiles' gcc -Wall -Wextra -Werror -o "$work/libical" test/clients/libical.c \
    $(pkg-config --cflags --libs libical)
  read_by libical "$work/libical"
fi
if needs php-sabre-vobject php -r "require 'Sabre/VObject/autoload.php';"; then
  read_by php-sabre-vobject 'php test/clients/sabre.php'
fi
if needs khal command -v khal; then read_by khal read_khal $misread_by_icalendar; fi
if needs calcurse command -v calcurse; then
  for timeline in "${timelines[@]}"; do
    check "calcurse reads $timeline" through_calcurse "$timeline"
  done
  check 'calcurse reads an empty calendar' reads_nothing read_calcurse
fi
if needs vdirsyncer command -v vdirsyncer; then
  for timeline in "${timelines[@]}"; do
    check "vdirsyncer stores $timeline" through_vdirsyncer "$timeline"
  done
fi
