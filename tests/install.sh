#!/bin/sh
# install.sh PACKAGE…: Debian's packages, one run after the other: apt-get does not wait for another by itself.
exec tests/alone.sh "${TMPDIR:-/tmp}/gazette-kg-apt.lock" sh -c \
  'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null' install "$@"
