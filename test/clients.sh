#!/usr/bin/env bash
# Lets the clients that people use read what the service serves, and compares what they show with
# what the timelines say: counts, days, titles, categories.
#
#   test/clients.sh                                  reads the output of the writers alone
#   BASE=http://127.0.0.1:8787 test/clients.sh       reads a running service
#   PUBLISH_TOKEN=… BASE=… test/clients.sh           publishes the test timelines there first
#   REQUIRE_ALL=1 test/clients.sh                    fails where a client is not installed
#
# Each file test/clients/*.sh holds the checks of some clients. It is sourced and has:
#   needs <client> <probe…>    true if the probe succeeds; otherwise the client is left out
#   check <title> <command…>   one result; what the command prints is shown if it fails
#   fetch <timeline> <extension> [query]    prints the file that holds that answer
#   compare <timeline> <columns> [misread]  compares rows on its input (compare.ts)
#   $BASE, $work (a folder that goes away), ${timelines[@]}
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
export LC_ALL=C.UTF-8 TZ=Asia/Shanghai PATH="$PWD/node_modules/.bin:$PATH"

timelines=(fusha-2020 clients-hostile clients-many)
work=$(mktemp -d)
server=
passed=0
failed=0
left_out=()

finish() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null; fi
  rm -rf "$work"
}
trap finish EXIT

needs() {
  local client=$1
  shift
  if "$@" >/dev/null 2>&1; then return 0; fi
  left_out+=("$client")
  if [ "${REQUIRE_ALL:-}" = 1 ]; then check "$client is installed" false; fi
  return 1
}

check() {
  local title=$1
  shift
  if "$@" >"$work/said" 2>&1; then
    passed=$((passed + 1))
    printf 'ok      %s\n' "$title"
  else
    failed=$((failed + 1))
    printf 'FAILED  %s\n' "$title"
    tail -n 12 "$work/said" | sed 's/^/        /'
  fi
}

fetch() {
  local timeline=$1 extension=$2 query=${3:-}
  local file="$work/$timeline$query.$extension"
  if [ ! -e "$file" ]; then
    curl --silent --show-error --fail --max-time 60 --output "$file" \
      "$BASE/v1/timelines/$timeline/events.$extension$query" || return 1
  fi
  printf '%s\n' "$file"
}

compare() {
  node test/clients/compare.ts "$@"
}

publish() {
  local timeline=$1 status
  node test/clients/documents.ts "$timeline" >"$work/document.json"
  status=$(curl --silent --output "$work/answer" --write-out '%{http_code}' --max-time 120 \
    --request PUT --header 'If-None-Match: *' --header 'Content-Type: application/json' \
    --header "Authorization: Bearer $PUBLISH_TOKEN" --data-binary "@$work/document.json" \
    "$BASE/v1/timelines/$timeline")
  # 412: it is there already.
  case $status in 200 | 201 | 412) ;; *) cat "$work/answer"; return 1 ;; esac
}

if [ -z "${BASE:-}" ]; then
  node test/clients/serve.ts >"$work/base" &
  server=$!
  for _ in $(seq 100); do
    [ -s "$work/base" ] && break
    sleep 0.1
  done
  BASE=$(cat "$work/base")
elif [ -n "${PUBLISH_TOKEN:-}" ]; then
  for timeline in clients-hostile clients-many; do
    check "$timeline is published" publish "$timeline"
  done
fi
if [ -z "$BASE" ]; then
  echo 'nothing to read: no BASE, and the server of the writers did not start' >&2
  exit 1
fi

export BASE

for clients in test/clients/*.sh; do
  # shellcheck source=/dev/null
  . "$clients"
done

if [ ${#left_out[@]} -gt 0 ]; then printf 'left out, not installed: %s\n' "${left_out[*]}"; fi
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
