# Sourced by ./trabecula, ./check and .ci/run. POSIX shell.

# Succeeds if $1 is the home of a JDK (with javac) of version 21 or newer.
is_new_jdk() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$version" ] && [ "$version" -ge 21 ]
}

# Prints the home of a JDK >= 21: JAVA_HOME, the java on the PATH, then the usual places.
find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && is_new_jdk "$JAVA_HOME"; then
    printf '%s\n' "$JAVA_HOME"
    return 0
  fi
  on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$on_path" ]; then
    on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")")")
    if is_new_jdk "$on_path"; then
      printf '%s\n' "$on_path"
      return 0
    fi
  fi
  for candidate in /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_new_jdk "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  echo "Trabecula needs a JDK of version 21 or newer and found none: install one (for instance Eclipse Temurin from adoptium.net) or set JAVA_HOME." >&2
  return 1
}
