#!/bin/sh
# Packs what the desk needs, the half-precision weights and the logs into one archive, cut into parts of 15 MB.
#   pack.sh WORK TARGET
# Join the parts with: cat TARGET/model.tar.* | tar x
set -eu
[ $# -eq 2 ] || { sed -n '2,4s/^# *//p' "$0" >&2; exit 2; }
mkdir -p "$2"
target=$(CDPATH='' cd -- "$2" && pwd)
cd "$1"
rm -rf model
mkdir -p model/log
cp onnx/*_quantized.onnx onnx/*.json onnx/sentencepiece.bpe.model model/
[ ! -d onnx/reference ] || cp -r onnx/reference model/
cp log model/log/
find stage1 stage2 -name '*.scores.json' -exec cp {} model/log/ \; 2>/dev/null || true
tar cf model.tar model
split -b 15M model.tar "$target/model.tar."
ls -l "$target"
sha256sum model.tar
