# shellcheck shell=bash
# What Samkrav needs to be built and tested, and how each thing comes to a machine that lacks it.
# To be sourced by the scripts beside it; it leaves the shell in the root of the project.
# Git, Rust and Node are taken for given. What is there already is left alone, so that a second run starts at once.

cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit

# SQLite is compiled from its C source.
BUILD_PACKAGES=(build-essential pkg-config)
WINDOW_PACKAGES=(libwebkit2gtk-4.1-dev)
# A screen without a monitor and all that an officer would have around it.
# qpdf and pdftotext judge and read the document that was saved.
WINDOW_TEST_PACKAGES=(webkit2gtk-driver xvfb openbox dbus xdotool scrot qpdf poppler-utils)
# The same screen, and what tells when a window is on it.
BENCH_PACKAGES=(xvfb openbox dbus x11-utils)
TAURI_DRIVER=2.1.0

say() { printf 'scripts/%s: %s\n' "$(basename "$0")" "$*"; }

fail() {
  say "$*" >&2
  exit 1
}

# Does one thing under a heading, and says how long it took.
step() {
  STEP=$1
  local start=$SECONDS
  printf '\n== %s\n' "$STEP"
  "${@:2}"
  printf -- '-- %s: %d s\n' "$STEP" $((SECONDS - start))
}

is_installed() { [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

as_root() {
  if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

need_packages() {
  command -v dpkg-query >/dev/null || fail "this is not Debian or Ubuntu: install what corresponds to $*, then build with cargo"
  local package missing=()
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  say "installing ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
}

need_rust() {
  command -v cargo >/dev/null || fail "Rust is missing: https://rustup.rs installs it"
}

# Formatting and linting are parts of Rust that a slim installation leaves out.
need_rust_checks() {
  need_rust
  if ! { cargo fmt --version && cargo clippy --version; } >/dev/null 2>&1; then
    rustup component add rustfmt clippy
  fi
}

need_node() {
  command -v npm >/dev/null || fail "Node is missing: install version 20.19 or later, with npm"
}

need_tauri_driver() {
  cargo install --list | grep -qx "tauri-driver v$TAURI_DRIVER:" || cargo install tauri-driver --version "$TAURI_DRIVER" --locked
}

# The packages of the pages, again when the list of them has changed.
need_node_packages() {
  need_node
  if ! cmp -s ui/package-lock.json ui/node_modules/.installed-from; then
    npm ci --prefix ui --no-audit --no-fund
    cp ui/package-lock.json ui/node_modules/.installed-from
  fi
}

# A folder counts too: it is newer when something was taken out of it.
pages_are_built() {
  [[ -e ui/dist/index.html ]] || return
  local newer
  newer=$(find ui assets/text \( -path ui/node_modules -o -path ui/dist \) -prune -o -newer ui/dist/index.html -print -quit)
  [[ -z $newer ]]
}

# The pages as the window shows them, again when something they are made from is newer.
need_pages() {
  need_node_packages
  pages_are_built || npm run build --prefix ui
}
