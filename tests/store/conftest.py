"""What tests of the file share: a process for which the modes of files count."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, PR_CAPBSET_DROP = 1, 2, 24


@pytest.fixture
def as_owner(home: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run netlog so that modes count, for root too: without the capabilities that override them."""
    if os.geteuid() == 0 and not sys.platform.startswith("linux"):
        pytest.skip("root may do anything here")

    def drop() -> None:
        if os.geteuid() == 0:
            prctl = ctypes.CDLL(None).prctl
            for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
                if prctl(PR_CAPBSET_DROP, capability, 0, 0, 0):
                    os._exit(99)

    def call(*words: str) -> subprocess.CompletedProcess[str]:
        argv = [sys.executable, "-m", "netlog", *words]
        done = subprocess.run(
            argv, capture_output=True, text=True, timeout=60, check=False, preexec_fn=drop, stdin=-3
        )
        if done.returncode == 99:
            pytest.skip("capabilities can't be dropped here")
        return done

    return call
