"""How much memory a process takes, and how much it may."""

from __future__ import annotations

import sys
from pathlib import Path

MEGABYTE = 1024 * 1024

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY, _READ = 0x1000, 0x0010

    class _Counters(ctypes.Structure):
        _fields_ = (
            ("size", wintypes.DWORD),
            ("faults", wintypes.DWORD),
            ("peak_working_set", ctypes.c_size_t),
            ("working_set", ctypes.c_size_t),
            ("peak_paged", ctypes.c_size_t),
            ("paged", ctypes.c_size_t),
            ("peak_nonpaged", ctypes.c_size_t),
            ("nonpaged", ctypes.c_size_t),
            ("committed", ctypes.c_size_t),
            ("peak_committed", ctypes.c_size_t),
        )

    def memory_of(process: int) -> int:
        """Bytes that the process of this id takes; 0 if that cannot be told."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.K32GetProcessMemoryInfo.argtypes = (
            wintypes.HANDLE,
            ctypes.POINTER(_Counters),
            wintypes.DWORD,
        )
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        handle = kernel.OpenProcess(_QUERY | _READ, False, process)
        if not handle:
            return 0
        counters = _Counters()
        told = kernel.K32GetProcessMemoryInfo(handle, counters, ctypes.sizeof(counters))
        kernel.CloseHandle(handle)
        return int(counters.committed) if told else 0

    def set_limit(limit: int) -> None:
        """Windows has no such limit for a process of its own; its parent watches it."""

else:
    import resource

    def memory_of(process: int) -> int:
        """Bytes that the process of this id takes; 0 if that cannot be told."""
        try:
            status = Path(f"/proc/{process}/statm").read_text(encoding="ascii")
        except OSError:
            return 0
        return int(status.split()[1]) * resource.getpagesize()

    def set_limit(limit: int) -> None:
        """Let this process take no more than ``limit`` bytes: Python then raises MemoryError."""
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        if hard == resource.RLIM_INFINITY or limit < hard:
            resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
