#!/bin/sh
# The difference between the schemas of two revisions, as pg_dump tells it: printed, and empty but for
# order if the revisions differ in nothing else.
#
#   src/test/schema/compare.sh OLD [NEW]     NEW is the work tree if it is not named
#
# It needs initdb, pg_ctl, psql and pg_dump of one PostgreSQL (PGBIN: their folder), and starts a server of
# its own that ends with it. PostgreSQL does not run as root: 'su postgres -c ...' does.
set -eu
cd "$(dirname -- "$0")/../../.."
old=$1
new=${2:-}
bin=${PGBIN:-$(pg_config --bindir)}
keep=${KEEP:-}
work=$(mktemp -d)
export PGHOST="$work" PGPORT=54329 PGUSER=exchange LC_ALL=C.UTF-8

trap '"$bin/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1; rm -rf "$work"' EXIT
"$bin/initdb" -D "$work/data" -U postgres -A trust --no-sync >"$work/log"
"$bin/pg_ctl" -D "$work/data" -w -l "$work/log" \
  -o "-k $work -p $PGPORT -c listen_addresses='' -c fsync=off" start >/dev/null
"$bin/psql" -qU postgres -c 'CREATE ROLE exchange LOGIN' -c 'CREATE ROLE exchange_app'

# Every script of a revision: its migrations, and what prepares a database for them.
take() { # revision, folder
  mkdir -p "$2"
  if [ -n "$1" ]; then
    git archive "$1" | tar -x -C "$2" --wildcards '*/src/main/resources/db/*'
  else
    git ls-files -co --exclude-standard -- '*/src/main/resources/db/*' | while read -r file; do
      [ ! -f "$file" ] || cp --parents "$file" "$2"
    done
  fi
}

# In the order of Flyway: by version, then what is repeatable by its description.
ordered() { # folder
  find "$1" -name 'V*.sql' -path '*/db/migration/*' | sed 's|.*/V\([0-9_]*\)__.*|\1 &|' | tr '_' '.' |
    sort -V | cut -d ' ' -f 1 | tr '.' '_' | while read -r version; do find "$1" -name "V${version}__*.sql"; done
  repeatable "$1"
}

repeatable() { # folder
  find "$1" -name 'R__*.sql' -path '*/db/migration/*' | sed 's|.*/R__\(.*\)|\1 &|' | LC_ALL=C sort | cut -d ' ' -f 2
}

run() { # database, files on standard input
  while read -r file; do
    "$bin/psql" -qX1 -v ON_ERROR_STOP=1 -d "$1" -f "$file" 2>"$work/said" ||
      { cat "$work/said" >&2; exit 1; }
    grep -v 'NOTICE:' "$work/said" >&2 || true
  done
}

# A line for every line of the dump, sorted; a comma that ends one is a matter of order.
dump() { # database, file
  "$bin/pg_dump" -s "$1" | grep -v -e '^--' -e '^$' -e '^.restrict' -e '^.unrestrict' | sed 's/,$//' | sort >"$2"
  "$bin/pg_dump" --data-only --inserts "$1" 2>/dev/null | grep -e '^INSERT' -e setval | sort >>"$2"
}

make() { # revision, name, with or without the application's role
  [ -d "$work/$2" ] || take "$1" "$work/$2"
  "$bin/psql" -qU postgres -c "CREATE DATABASE $2_$3 OWNER exchange"
  [ "$3" = alone ] || find "$work/$2" -name application-role.sql | run "$2_$3"
  ordered "$work/$2" | run "$2_$3"
  dump "$2_$3" "$work/$2_$3.txt"
  # What is repeatable changes nothing when it runs again.
  repeatable "$work/$2" | run "$2_$3"
  dump "$2_$3" "$work/$2_$3.again"
  diff "$work/$2_$3.txt" "$work/$2_$3.again"
}

differs=0
for role in shared alone; do
  make "$old" old $role
  make "$new" new $role
  diff -U0 "$work/old_$role.txt" "$work/new_$role.txt" || differs=1
  [ -z "$keep" ] || cp "$work/old_$role.txt" "$work/new_$role.txt" "$keep/"
done
echo "$(wc -l <"$work/old_shared.txt") and $(wc -l <"$work/new_shared.txt") lines compared," \
  "$([ $differs = 0 ] && echo 'no difference but order' || echo 'they differ')"
exit $differs
