#!/bin/sh
# Scores the desk's own engine on test sets, and prints a table.
#   evaluate.sh MODELS TEST OUT [OPTION…]
# MODELS: a folder whose sub-folders are models, such as models/bundled. TEST: flores.vi, flores.en, domain.vi, domain.en. OUT: inputs,
# outputs and report.md. Options are those of haidang_training/evaluate.py, such as --pairs vi-en or --sentences 100.
# Builds the benchmarks if they are missing. PYTHON names an interpreter that has sacrebleu.
set -eu
[ $# -ge 3 ] || { sed -n '2,5s/^# *//p' "$0" >&2; exit 2; }
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
home=$(CDPATH='' cd -- "$here/../.." && pwd)
models=$1 test=$2 out=$3
shift 3
jar=$home/bench/target/haidang-bench-0.1.0-SNAPSHOT.jar
[ -f "$jar" ] || (cd "$home" && mvn -B -q -ntp -DskipTests -Dspotless.check.skip=true -pl bench -am package)
PYTHONPATH=$here exec "${PYTHON:-python3}" -m haidang_training.evaluate --classpath "$jar:$home/bench/target/lib/*" \
  --names "$home/glossary/src/main/resources/io/haidang/glossary/official-terms.vi-en.csv" \
  --models "$models" --test "$test" --out "$out" "$@"
