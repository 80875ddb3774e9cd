#!/bin/sh
# alone.sh LOCK COMMAND…: the command runs while no other holds the lock, where there is flock; elsewhere at once.
lock=$1
shift
command -v flock >/dev/null 2>&1 || exec "$@"
exec flock "$lock" "$@"
