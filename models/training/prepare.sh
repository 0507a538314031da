#!/bin/sh
# Lays out one folder with everything that the training machine needs.
#   prepare.sh --data DATA [--test TEST] TARGET [MONO_LINES]
# DATA: spm.model, train*.tsv.xz, mono_vi.tsv.xz, mono_en.tsv.xz (README.md). TEST: flores.vi, flores.en and any other test set
# (default: DATA/test). MONO_LINES: monolingual sentences of each language (default: 150000).
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data= test=
while [ $# -gt 0 ]; do
  case $1 in
    --data) data=$2; shift 2 ;;
    --test) test=$2; shift 2 ;;
    *) break ;;
  esac
done
[ -n "$data" ] && [ $# -ge 1 ] || { sed -n '2,5s/^# *//p' "$0" >&2; exit 2; }
test=${test:-$data/test} target=$1 lines=${2:-150000}

mkdir -p "$target/data/test" "$target/haidang_training"
cp "$here"/haidang_training/*.py "$target/haidang_training/"
cp "$here"/train-all.sh "$here"/pack.sh "$here"/requirements.txt "$target/"
cp "$data"/train*.tsv.xz "$data/spm.model" "$target/data/"
for language in vi en; do
  # Reading stops early, which xzcat takes for an error.
  { xzcat "$data/mono_$language.tsv.xz" 2>/dev/null || true; } | head -n "$lines" | xz -3 >"$target/data/mono_$language.tsv.xz"
  cp "$test"/*."$language" "$target/data/test/"
done
du -sh "$target"
