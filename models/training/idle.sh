#!/bin/sh
# Trains on time that nobody else needs: at the lowest priority, with a state every ten minutes to go on from.
#   idle.sh [--folder FOLDER] start [OPTION…]   starts, or goes on from the newest state
#   idle.sh [--folder FOLDER] status            one line: steps, tokens, loss, hours, last FLORES figure
#   idle.sh [--folder FOLDER] pause|continue    while something is measured
#   idle.sh [--folder FOLDER] stop              saves the state and ends
# FOLDER: everything of one training (default: $HAIDANG_TRAINING, else `work` beside this script, which git ignores). OPTIONs are those
# of haidang_training/train.py, at the first start --plan-tokens among them; they are kept, and a later start without any goes on with
# them. Data is read from FOLDER/data unless --data says otherwise. PYTHON: the interpreter.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
folder=${HAIDANG_TRAINING:-$here/work}
usage() { sed -n '2,9s/^# *//p' "$0" >&2; exit 2; }
if [ "${1-}" = --folder ]; then
  [ $# -ge 2 ] || usage
  folder=$2
  shift 2
fi
[ $# -ge 1 ] || usage
command=$1
shift
python=${PYTHON:-python3}
patience=${PATIENCE:-600} # Seconds that the end of a step, or of an evaluation, is waited for.

# The process that was started last, if it is still this training; a number alone may have gone to another process.
pid() {
  [ -f "$folder/pid" ] || return 1
  number=$(cat "$folder/pid")
  ps -o args= -p "$number" 2>/dev/null | grep -qF -- "--out $folder/run" || return 1
  echo "$number"
}

state() {
  if ! number=$(pid); then
    echo stopped
  else
    case $(ps -o stat= -p "$number") in
      T*) echo paused ;;
      *) echo running ;;
    esac
  fi
}

progress() {
  [ -f "$folder/run/progress.json" ] || { echo "no progress yet, see $folder/log"; return; }
  PYTHONPATH=$here "$python" -m haidang_training.progress "$folder/run"
}

start() {
  if pid >/dev/null; then
    echo "idle: already $(state)" >&2
    exit 1
  fi
  mkdir -p "$folder/run"
  if [ $# -gt 0 ]; then
    for option in "$@"; do printf '%s\n' "$option"; done >"$folder/options"
  fi
  [ -f "$folder/options" ] || { echo 'idle: the first start needs options, at least --plan-tokens' >&2; exit 2; }
  # One option a line; none of them has a line break.
  set -- --data "$folder/data" --out "$folder/run" --save 10
  while IFS= read -r option; do set -- "$@" "$option"; done <"$folder/options"
  # The allocator with which the speeds in README.md were measured, where it is installed.
  allocator=$(ldconfig -p 2>/dev/null | awk '/libjemalloc/ { print $NF; exit }')
  # Threads that wait must not spin, for they would take the time from each other. A session is a scheduling group of its own on
  # some kernels, and `nice` counts only within it: the group is made as nice as its processes.
  PYTHONPATH=$here LD_PRELOAD=$allocator OMP_WAIT_POLICY=PASSIVE PYTHONUNBUFFERED=1 setsid sh -c '
    { echo 19 >/proc/self/autogroup; } 2>/dev/null || true
    echo $$ >"$0"
    exec nice -n 19 ionice -c3 "$@"' "$folder/pid" "$python" -m haidang_training.train "$@" >>"$folder/log" 2>&1 </dev/null &
  sleep 2
  if pid >/dev/null; then
    echo "idle: running, log in $folder/log"
  else
    tail -n 3 "$folder/log" >&2
    exit 1
  fi
}

# A signal for the process and those that it started.
send() {
  number=$(pid) || { echo 'idle: not running' >&2; exit 1; }
  kill -s "$1" -- "-$number"
}

# Only the first process is told to end, for it ends those that make examples.
stop() {
  number=$(pid) || { echo 'idle: not running'; exit 0; }
  kill -TERM "$number"
  kill -s CONT -- "-$number"
  while [ "$patience" -gt 0 ] && pid >/dev/null; do
    sleep 1
    patience=$((patience - 1))
  done
  if pid >/dev/null; then
    echo "idle: still running; kill -KILL -- -$number loses what came after the last saved state" >&2
    exit 1
  fi
}

case $command in
  start) start "$@" ;;
  status) echo "$(state): $(progress)" ;;
  pause) send STOP; echo 'idle: paused' ;;
  continue) send CONT; echo 'idle: running' ;;
  stop) stop; echo 'idle: stopped' ;;
  *) usage ;;
esac
