"""Rules of the house, kept by a machine: imports go one way, files are short, everything is described."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from pipeline.warehouse.derive import DERIVED
from schemas.finding_codes import FINDING_CODES
from schemas.registry import TABLES
from tests.places import ROOT

SOURCES = sorted(path for part in ("pipeline", "schemas") for path in (ROOT / part).rglob("*.py"))
# From the ground up. A module imports from layers below its own; inside a layer anything goes that makes no circle.
# A name stands for the module or package and all that is in it; the longest name that fits decides.
LAYERS = (
    ("schemas",),
    ("pipeline.text",),
    ("pipeline.errors", "pipeline.config", "pipeline.processes"),
    ("pipeline.findings", "pipeline.validate"),
    ("pipeline.storage",),
    ("pipeline.raw",),
    ("pipeline.reading.reply", "pipeline.reading.blocks", "pipeline.reading.prompts", "pipeline.reading.pictures"),
    ("pipeline.reading.form", "pipeline.reading.word"),
    ("pipeline.reading.pdf", "pipeline.reading.web"),
    ("pipeline.reading.formats",),
    ("pipeline.reading",),
    ("pipeline.intake",),
    ("pipeline.note", "pipeline.outgoing", "pipeline.warehouse"),
    ("pipeline.past_note",),
    ("pipeline.case",),
    ("pipeline.desk",),
    ("pipeline.steps",),
    (
        "pipeline.describe",
        "pipeline.checks",
        "pipeline.root",
        "pipeline.asset_specs",
        "pipeline.made",
        "pipeline.assets",
        "pipeline.automation",
        "pipeline.definitions",
    ),
    ("pipeline.instance", "pipeline.run_records", "pipeline.runner"),
    ("pipeline.cli",),
)
# Rooms side by side that know nothing of each other.
APART = (
    ("pipeline.note", "pipeline.outgoing", "pipeline.warehouse"),
    ("pipeline.reading.form", "pipeline.reading.word"),
)
DAGSTER = {
    "describe",
    "checks",
    "root",
    "asset_specs",
    "made",
    "assets",
    "automation",
    "definitions",
    "runner",
    "run_records",
}
AT_THE_TOP = DAGSTER | {"case", "config", "errors", "findings", "instance", "processes", "steps", "validate"}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports_of(path: Path) -> set[str]:
    tree, found = ast.parse(path.read_text(encoding="utf-8")), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


MODULES = {name_of(path): imports_of(path) for path in SOURCES}


def test_imports_make_no_circle():
    graph = {name: {other for other in found if other in MODULES and other != name} for name, found in MODULES.items()}
    # A package's own file imports its members, which may import each other but never the package.
    done: list[str] = []
    while len(done) < len(graph):
        free = [name for name in graph if name not in done and graph[name] <= {*done, *_parents(name)}]
        assert free, f"circular imports among {sorted(set(graph) - set(done))}"
        done += free


def _parents(name: str) -> set[str]:
    parts = name.split(".")
    return {".".join(parts[:length]) for length in range(1, len(parts))}


def layer_of(module: str) -> tuple[int, str]:
    """The layer of a module, counted from the ground, and the room it lies in."""
    fitting = [(len(room), at, room) for at, rooms in enumerate(LAYERS) for room in rooms if _lies_in(module, room)]
    assert fitting, f"{module} lies in no layer"
    return max(fitting)[1:]


def _lies_in(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


@pytest.mark.parametrize("module", [name for name in MODULES if name != "pipeline"])
def test_imports_point_down_the_layers_only(module):
    layer, room = layer_of(module)
    wrong = []
    for other in MODULES[module] & MODULES.keys() - {"pipeline"}:
        other_layer, other_room = layer_of(other)
        beside = any({room, other_room} <= set(rooms) for rooms in APART) and room != other_room
        if other_layer > layer or beside:
            wrong.append(other)
    assert wrong == []


def test_the_top_of_the_pipeline_holds_dagster_and_what_every_room_needs():
    found = {path.stem for path in (ROOT / "pipeline").glob("*.py")} - {"__init__"}
    assert found == AT_THE_TOP


def test_only_the_named_files_import_dagster():
    importing = {
        name.removeprefix("pipeline.")
        for name, found in MODULES.items()
        if any(one.split(".")[0] == "dagster" for one in found)
    }
    assert importing == DAGSTER


def test_every_room_says_what_it_is_for():
    for path in (ROOT / "pipeline").rglob("__init__.py"):
        text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        assert "Stays out:" in text, path


def test_readers_open_no_file_and_no_network():
    for path in sorted(
        path
        for room in ("form", "formats", "pdf", "word")
        for path in (ROOT / "pipeline" / "reading" / room).glob("*.py")
    ):
        calls = re.findall(
            r"\bopen\(|\.read_bytes\(|urllib|socket|import requests|requests\.", path.read_text(encoding="utf-8")
        )
        assert calls in ([], ["open("]), f"{path.name}: {calls}"
        if calls:
            assert path.name == "archive.py"


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_file_is_short_and_says_what_it_holds(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring
    assert docstring.splitlines()[0].endswith((".", ":")) or len(docstring.splitlines()) > 1


def test_tests_and_measurements_are_short_too():
    files = [path for part in ("tests", "bench") for path in (ROOT / part).rglob("*.py")]
    assert [path.name for path in files if len(path.read_text(encoding="utf-8").splitlines()) > 300] == []


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_what_is_public_is_described(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bare = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if not ast.get_docstring(node)
    ]
    assert bare == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_and_column_is_described_and_keyed(table):
    assert table.description.startswith("One row per ")
    assert table.key
    columns = table.model.to_schema().columns
    bare = [name for name, column in columns.items() if not column.description or not column.description.endswith(".")]
    assert bare == []


# Columns that say something about the row itself, and so about another thing in every table; of one type all the same.
OF_THE_ROW = {"text", "status", "kind", "language", "number", "answered"}


def test_a_column_means_the_same_in_every_table():
    types: dict[str, set[str]] = {}
    meanings: dict[str, set[str]] = {}
    for table in TABLES:
        for name, column in table.model.to_schema().columns.items():
            types.setdefault(name, set()).add(str(column.dtype))
            if name not in OF_THE_ROW:
                meanings.setdefault(name, set()).add(column.description.split("; null ")[0].rstrip("."))
    # What a figure is worth and what a finding is about are both named value, as those who query know them.
    assert (types.pop("value"), len(meanings.pop("value"))) == ({"String", "Float64"}, 2)
    assert {name: found for name, found in types.items() if len(found) > 1} == {}
    assert {name: found for name, found in meanings.items() if len(found) > 1} == {}


def test_every_select_says_its_grain_and_key_and_is_ordered():
    for name in DERIVED:
        text = (ROOT / "pipeline" / "warehouse" / "sql" / f"{name}.sql").read_text(encoding="utf-8")
        assert text.startswith("-- Grain: one row per ")
        assert "\n-- Key: " in text
        assert text.rstrip().splitlines()[-1].startswith("order by ")


def test_every_rule_that_is_cited_has_its_heading():
    headings = set(re.findall(r"^## (.+)$", (ROOT / "docs" / "rules.md").read_text(encoding="utf-8"), re.M))
    cited = set()
    for path in SOURCES:
        for citation in re.findall(r'docs/rules\.md, ((?:"[^"]+"(?:,| and)?\s*)+)', path.read_text(encoding="utf-8")):
            cited |= set(re.findall(r'"([^"]+)"', citation))
    assert len(cited) > 8
    assert cited - headings == set()


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/rules.md"])
def test_files_that_documents_name_are_there(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:pipeline|schemas|tests|bench|docs)/[\w./-]+\w/?)`", text))
    rooms = [ROOT / "pipeline", ROOT]
    named |= {name for name in re.findall(r"`((?:\w+/)*\w+\.(?:py|yaml))`", text) if "/" in name}
    assert [name for name in sorted(named) if not any((room / name).exists() for room in rooms)] == []


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_files_that_a_docstring_names_are_there(path):
    named = set(re.findall(r"`((?:\w+/)*\w+(?:\.(?:py|yaml|sql)|/))`", path.read_text(encoding="utf-8")))
    rooms = (path.parent, ROOT, ROOT / "pipeline", ROOT / "pipeline" / "reading", ROOT / "schemas")
    inputs = {"meeting.yaml", "editorial/", "replies/", "private/"}
    assert [name for name in sorted(named - inputs) if not any((room / name).exists() for room in rooms)] == []


def test_every_finding_code_is_raised_somewhere():
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES if path.name != "finding_codes.py")
    assert [code for code in FINDING_CODES if f'"{code}"' not in text] == []


def test_only_config_reads_the_environment():
    reading = {
        name for path in SOURCES for name in [name_of(path)] if "os.environ.get" in path.read_text(encoding="utf-8")
    }
    assert reading == {"pipeline.config"}


def test_no_file_names_a_package_index():
    locks = [path.name for path in ROOT.glob("requirements*.lock")]
    for name in (*locks, "pyproject.toml", "Makefile"):
        assert not re.search(r"https?://|--index|--find-links", (ROOT / name).read_text(encoding="utf-8")), name


def test_the_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for requirement in project["dependencies"]:
        name = re.match(r"[\w-]+", requirement)[0]
        assert re.search(rf"^{name}(?:\[.*\])?==", locked, re.MULTILINE), name


def test_what_the_program_reads_of_its_own_is_installed_with_it():
    with (ROOT / "pyproject.toml").open("rb") as file:
        installed = tomllib.load(file)["tool"]["setuptools"]["package-data"]["pipeline"]
    there = {path for path in (ROOT / "pipeline").rglob("*.*") if path.suffix not in (".py", ".pyc")}
    assert there == {path for pattern in installed for path in (ROOT / "pipeline").glob(pattern)} - set(SOURCES)
