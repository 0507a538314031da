"""The script, with a stand-in for the training that counts in a file and leaves a mark when it is told to end."""

import os
import pathlib
import shutil
import subprocess
import sys
import time

import pytest

SCRIPT = pathlib.Path(__file__).parent.parent / "idle.sh"
PROGRESS = '{"steps": 7, "tokens": 2000000, "loss": 4.5, "hours": 1.5, "rate": 0.001, "planned": 8e6}'
STAND_IN = f"""#!/bin/sh
case $2 in
  *progress) exec {sys.executable} "$@" ;;
esac
run=$6
printf '%s\\n' "$@" >$run/arguments
printf '%s' '{PROGRESS}' >$run/progress.json
trap 'echo yes >$run/saved; exit 0' TERM
while :; do echo tick >>$run/ticks; sleep 0.05; done
"""

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("setsid", "ionice"))), reason="needs util-linux, and nobody trains elsewhere"
)


@pytest.fixture
def idle(tmp_path):
    folder, python = tmp_path / "en-vi", tmp_path / "python"
    python.write_text(STAND_IN, encoding="utf-8")
    python.chmod(0o755)

    def run(*arguments: str) -> subprocess.CompletedProcess:
        environment = {**os.environ, "PYTHON": str(python), "PATIENCE": "50"}
        return subprocess.run(
            [SCRIPT, "--folder", folder, *arguments], env=environment, capture_output=True, text=True, timeout=60
        )

    run.folder = folder / "run"
    yield run
    run("stop")


def ticks(folder: pathlib.Path) -> int:
    file = folder / "ticks"
    return len(file.read_text().split()) if file.exists() else 0


def wait_for_ticks(folder: pathlib.Path, more_than: int) -> None:
    """On a busy machine the lowest priority may wait for seconds."""
    deadline = time.monotonic() + 50
    while ticks(folder) <= more_than:
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_idle_start_pause_continue_stop(idle):
    assert idle("status").stdout.startswith("stopped: no progress yet")
    assert idle("start").returncode == 2
    assert idle("start", "--plan-tokens", "8e6", "--repeat", '{"*": 0, "news": 2}').returncode == 0
    assert idle("start").returncode == 1
    line = "steps 7 tokens 2.00 of 8.0 M loss 4.500 lr 1.0e-03 processor hours 1.50 FLORES not scored yet\n"
    wait_for_ticks(idle.folder, 0)
    assert idle("status").stdout == "running: " + line
    arguments = (idle.folder / "arguments").read_text().split("\n")
    assert arguments[-5:-1] == ["--plan-tokens", "8e6", "--repeat", '{"*": 0, "news": 2}']

    assert idle("pause").returncode == 0
    before = ticks(idle.folder)
    time.sleep(0.5)
    assert ticks(idle.folder) == before
    assert idle("status").stdout == "paused: " + line
    idle("continue")
    wait_for_ticks(idle.folder, before)

    idle("pause")
    assert idle("stop").returncode == 0
    assert (idle.folder / "saved").exists()
    assert idle("status").stdout == "stopped: " + line
    assert idle("pause").returncode == 1

    (idle.folder / "arguments").unlink()
    before = ticks(idle.folder)
    assert idle("start").returncode == 0
    wait_for_ticks(idle.folder, before)
    assert (idle.folder / "arguments").read_text().split("\n") == arguments


def test_idle_another_process_with_the_number_is_left_alone(idle):
    idle.folder.mkdir(parents=True)
    other = subprocess.Popen(["sleep", "60"])
    try:
        (idle.folder.parent / "pid").write_text(str(other.pid))
        assert idle("stop").stdout.startswith("idle: not running")
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()
