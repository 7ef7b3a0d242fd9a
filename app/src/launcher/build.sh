# Builds Trabecula quietly: build.sh HOME. Run by ./trabecula; JAVA_HOME names the JDK. POSIX shell.
set -eu
home=$1
target=$home/app/target
log=$target/build.log

if ! command -v mvn >/dev/null 2>&1; then
  echo "Trabecula builds itself with Maven, which was not found: install it with your package manager (Debian: apt-get install maven; macOS: brew install maven)." >&2
  exit 3
fi
mkdir -p "$target"

# One build at a time: a second start waits for the first.
lock=$target/building
waited=
while ! mkdir "$lock" 2>/dev/null; do
  owner=$(cat "$lock/pid" 2>/dev/null || true)
  if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
    rm -rf "$lock"
    continue
  fi
  [ -n "$waited" ] || echo "Waiting for another build of Trabecula." >&2
  waited=yes
  sleep 1
done
echo $$ >"$lock/pid"
trap 'rm -rf "$lock"' EXIT
trap 'exit 130' INT TERM
if [ -n "$waited" ] && [ -f "$target/built" ]; then
  exit 0
fi

# Prints one line that grows on a terminal, and single lines elsewhere.
show_progress() {
  terminal=$([ -t 2 ] && echo 1 || echo 0)
  awk -v terminal="$terminal" '
    /^\[INFO\] Building .* \[[0-9]+\/[0-9]+\]/ {
      step = $NF; gsub(/[\[\]]/, "", step); split(step, of, "/")
      if (terminal) {
        bar = ""
        for (i = 1; i <= of[2]; i++) bar = bar (i < of[1] ? "#" : i == of[1] ? ">" : "-")
        printf "\rBuilding Trabecula [%s] %s %-16s", bar, step, $3 > "/dev/stderr"
      } else {
        printf "Building Trabecula: %s %s\n", step, $3 > "/dev/stderr"
      }
      fflush("/dev/stderr")
    }
    END { if (terminal) printf "\r%78s\r", "" > "/dev/stderr" }'
}

echo "Building Trabecula; the first time this takes a few minutes (log: $log)." >&2
rm -f "$target/built" "$target/commit" "$target"/*.jsa
rm -rf "$target/lib"
# Sources changed while Maven runs are newer than this, and so are built at the next start.
touch "$target/started"
{
  status=0
  mvn --batch-mode --no-transfer-progress -f "$home/pom.xml" -Dmaven.test.skip=true package 2>&1 || status=$?
  echo "$status" >"$target/status"
} | tee "$log" | show_progress

if [ "$(cat "$target/status")" != 0 ]; then
  echo "The build failed; the end of $log:" >&2
  grep -v '^\[INFO\] *$' "$log" | tail -n 25 >&2
  exit 3
fi
sh "$home/app/src/launcher/commit.sh" "$home" >"$target/commit"
mv "$target/started" "$target/built"
