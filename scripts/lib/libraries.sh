# shellcheck shell=bash
# What the program is made of on the systems that it is for, as the libraries themselves state their licences.
libraries() {
  {
    cargo tree --locked --package app --edges normal,no-proc-macro --prefix none --format '{p}, {l}' \
      --target x86_64-unknown-linux-gnu --target x86_64-pc-windows-msvc | sed -n 's/ (\*)$//; / v[0-9].*(\//!s/ v\([0-9]\)/ \1/p'
    node scripts/lib/libraries.js
  } | LC_ALL=C sort --unique
}
