#!/bin/sh
# Trains, back-translates, trains on and exports.
#   train-all.sh WORK MIN1 MIN_BT_EACH MIN2
# WORK: folder to write to. The three times are minutes: of stage 1, of back-translation for each language, of stage 2. Everything
# is logged in WORK/log, which ends with ALLDONE, after a line that begins with FAILED if a step failed.
# TRAIN_OPTIONS: more options of train.py for both stages, such as the sizes of a trial. PYTHON: the interpreter.
set -eu
[ $# -eq 4 ] || { sed -n '2,6s/^# *//p' "$0" >&2; exit 2; }
mkdir -p "$1"
work=$(CDPATH='' cd -- "$1" && pwd) first=$2 each=$3 second=$4
cd "$(dirname -- "$0")"
export PYTHONUNBUFFERED=1
python=${PYTHON:-python3}
# Cleaner sources and the office's own field count more than once.
repeat='{"evbnews": 2, "envi_news": 3, "envi_alt": 2, "domain": 4}'

train() {
  # shellcheck disable=SC2086 # TRAIN_OPTIONS is a list of options.
  "$python" -m haidang_training.train --data data --repeat "$repeat" "$@" ${TRAIN_OPTIONS-}
}

back_translate() {
  for language in vi en; do
    "$python" -m haidang_training.back_translate --model "$work/stage1" --spm data/spm.model --mono "data/mono_$language.tsv.xz" \
      --language $language --out "$work/bt_$language.tsv" --minutes "$each" || return 1
  done
  cat "$work/bt_vi.tsv" "$work/bt_en.tsv" >"$work/bt.tsv"
}

stages() {
  train --out "$work/stage1" --name stage1 --minutes "$first" --evaln 6000 || { echo 'FAILED: stage 1'; return 1; }
  model=$work/stage1
  if back_translate && train --out "$work/stage2" --minutes "$second" --init "$work/stage1/state.pt" --extra "$work/bt.tsv" \
    --annotated 0.4 --lr 5e-4 --warm 300 --evaln 100000; then
    model=$work/stage2
  else
    echo 'FAILED: back-translation or stage 2; stage 1 is exported'
  fi
  "$python" -m haidang_training.export --model "$model" --data data --out "$work/onnx" || { echo 'FAILED: export'; return 1; }
}

status=0
stages >"$work/log" 2>&1 || status=1
echo ALLDONE >>"$work/log"
exit $status
