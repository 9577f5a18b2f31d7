"""Archives whose bytes follow from what is in them: no hour, no system.

Keeps out: what is in them.
"""

import io
import zipfile

_NO_DAY = (1980, 1, 1, 0, 0, 0)


def stable_zip(data: bytes) -> bytes:
    """The same archive, with the same members in the same order, without the hour at which it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            member = zipfile.ZipInfo(name, _NO_DAY)
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 0
            made.writestr(member, given.read(name))
    return out.getvalue()
