"""Old and foreign office formats become .docx through LibreOffice, where it is installed.

Each conversion has its own profile and folder, thrown away afterwards; macros, links and the network's proxies are
off. Keeps out: what is read from the .docx.
"""

import contextlib
import os
import resource
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from pipeline.config import OFFICE, Limits
from pipeline.reading.reply import Unreadable

# LibreOffice maps far more memory than it uses; below this much it does not start.
_ADDRESS_SPACE = 8 << 30

_SETTING = (
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
# Never run a macro; never load what a document links to.
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">'
    + _SETTING.format(name="DisableMacrosExecution", value="true")
    + _SETTING.format(name="MacroSecurityLevel", value="3")
    + _SETTING.format(name="BlockUntrustedRefererLinks", value="true")
    + "</oor:items>\n"
)


def as_docx(data: bytes, kind: str, limits: Limits) -> bytes:
    """The document as .docx; `kind` is its usual file ending: doc, odt or rtf.

    Raises:
        Unreadable: LibreOffice is not installed, cannot read the file, or takes too long.
    """
    program = shutil.which(OFFICE)
    if program is None:
        expected = f".docx, or LibreOffice ({OFFICE}) on this machine to convert it"
        raise Unreadable("unsupported_format", f"a .{kind} document", expected)
    with tempfile.TemporaryDirectory(prefix="rapporteur-") as name:
        folder = Path(name)
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        (folder / f"reply.{kind}").write_bytes(data)
        _convert(program, folder, kind, limits.office_seconds)
        made = folder / "out" / "reply.docx"
        if not made.is_file() or made.stat().st_size > limits.unpacked_bytes:
            raise Unreadable("unreadable_file", f"a .{kind} document that LibreOffice cannot open", "one that opens")
        return made.read_bytes()


def _convert(program: str, folder: Path, kind: str, seconds: float) -> None:
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(folder / f"reply.{kind}")),
    ]
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "TMPDIR": str(folder)}
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_own_limits,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        expected = f"one that LibreOffice converts in {seconds:g} seconds"
        raise Unreadable("unreadable_file", f"a .{kind} document that takes too long", expected) from None
    finally:
        # The starter leaves the real program behind as a child of its own.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _own_limits() -> None:
    """LibreOffice's share of the machine, in place of the small one of the process that reads."""
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    wanted = _ADDRESS_SPACE if hard == resource.RLIM_INFINITY else min(hard, _ADDRESS_SPACE)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
