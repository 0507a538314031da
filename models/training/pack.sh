#!/bin/sh
# Packs what the desk needs (model), the half-precision weights (reference) and the logs (log) into one archive, cut into parts
# of 15 MB.
#   pack.sh WORK TARGET
# Join the parts with: cat TARGET/ship.tar.* | tar x
set -eu
[ $# -eq 2 ] || { sed -n '2,5s/^# *//p' "$0" >&2; exit 2; }
mkdir -p "$2"
target=$(CDPATH='' cd -- "$2" && pwd)
cd "$1"
rm -rf ship
mkdir -p ship/model ship/log
cp onnx/*_quantized.onnx onnx/*.json onnx/sentencepiece.bpe.model ship/model/
[ ! -d onnx/reference ] || cp -r onnx/reference ship/
cp log ship/log/
find stage1 stage2 -name '*.scores.json' -exec sh -c 'cp "$1" "ship/log/$(dirname "$1").$(basename "$1")"' - {} \; 2>/dev/null || true
tar cf ship.tar -C ship .
split -b 15M ship.tar "$target/ship.tar."
ls -l "$target"
sha256sum ship.tar
