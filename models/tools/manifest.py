#!/usr/bin/env python3
"""Brings the list of files in manifest.json up to date after a bundled model was changed on purpose.

Usage: manifest.py FOLDER
"""
import hashlib
import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
manifest = folder / "manifest.json"
content = json.loads(manifest.read_text(encoding="utf-8"))
content["files"] = [
    {
        "name": file.name,
        "bytes": file.stat().st_size,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
    }
    for file in sorted(folder.iterdir())
    if file.is_file() and file != manifest
]
manifest.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
