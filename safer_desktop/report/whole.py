"""A finished file takes the place of the one before it, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from safer_desktop.domain.errors import ReportError


def replace_file(path: Path, content: bytes, what: str, program: str) -> None:
    """Write by a sibling file, so that a crash leaves the old file or the new one, never half.

    ``what`` names the file in a refusal ("The paper"), ``program`` what it may be open in.
    Raises ReportError if the folder is missing or cannot be written to, or the file is held.
    """
    sibling = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with sibling.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        sibling.replace(path)
    except FileNotFoundError:
        raise ReportError(
            f"{what} could not be written: the folder does not exist.",
            where=str(path.parent),
            remedy="Choose another folder.",
        ) from None
    except (PermissionError, IsADirectoryError):
        raise ReportError(
            f"{what} could not be written: the file is open in another program, or the folder "
            "does not allow it.",
            where=str(path),
            remedy=f"Close the file in {program}, or save under another name or in another folder.",
        ) from None
    except OSError as error:
        raise ReportError(
            f"{what} could not be written: {error.strerror or 'the disk refused it'}.",
            where=str(path),
            remedy="Save in another folder.",
        ) from None
    finally:
        sibling.unlink(missing_ok=True)
