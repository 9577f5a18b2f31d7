"""Words and rules that are kept as data beside the code, in YAML. Keeps out: files that people keep (`raw/`)."""

from pathlib import Path
from typing import Any

import yaml

# libyaml where it is there: ten times as fast, and every process reads some of these files before it can begin.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def data_beside(module: str, name: str) -> Any:
    """What stands in the data file of this name beside a module, which gives its own `__file__`."""
    return yaml.load(Path(module).with_name(name).read_text(encoding="utf-8"), Loader=_LOADER)
