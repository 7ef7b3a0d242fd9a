# Prints the commit of a checkout, and whether sources were changed since: commit.sh HOME. POSIX shell.
home=$1
commit=$(git -C "$home" rev-parse --short=12 HEAD 2>/dev/null || true)
if [ -n "$commit" ] && [ -n "$(git -C "$home" status --porcelain --untracked-files=no -- '*/src/main' '*pom.xml' 2>/dev/null)" ]; then
  commit=$commit+changes
fi
printf '%s\n' "$commit"
