#!/bin/sh
# The browser test needs Debian's Chromium and a Chinese font: install them where that is allowed, else say how.
if command -v chromium >/dev/null 2>&1 && fc-list 2>/dev/null | grep -qi cjk; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing chromium and fonts-noto-cjk for the browser test"
  tests/install.sh chromium fonts-noto-cjk fontconfig
  exit $?
fi
echo "the browser test is skipped; for it: sudo apt-get install chromium fonts-noto-cjk"
[ -z "${CI:-}" ]
