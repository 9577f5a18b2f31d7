"""Dagster's pages with very many meetings registered: seconds until each shows its content, in a real browser.

usage: python bench/ui_pages.py [meetings [folder for pictures]]         (default: 2,000 meetings)

A workspace with one meeting that was run; the others are partitions of every asset, as they are once raw/ has their
folders. Needs Chromium (`apt install chromium`) and what the tests need.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from services import BIN, ROOT, free_port, started

sys.path.insert(0, str(ROOT))

import dagster as dg
from playwright.sync_api import sync_playwright

from pipeline import config
from pipeline.instance import prepare_home

_PAGES = {
    "asset graph": ("/asset-groups", "warehouse"),
    "one asset": ("/assets/quality/findings?view=overview", "Columns"),
    "its meetings": ("/assets/quality/findings?view=partitions", "honlap-43"),
    "checks of the note": ("/assets/note/note?view=checks", "within_the_word_limit"),
    "runs": ("/runs", "meeting"),
    "automation": ("/automation", "raw_changed"),
}


def main() -> None:
    meetings = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    pictures = Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory(prefix="pages-") as folder:
        workspace = config.Workspace(Path(folder))
        shutil.copytree(ROOT / "raw", workspace.raw)
        subprocess.run([BIN / "rapporteur", "run", "--root", folder], check=True, stdout=subprocess.DEVNULL)
        home = prepare_home(workspace)
        os.environ["DAGSTER_HOME"] = str(home)
        with dg.DagsterInstance.get() as instance:
            instance.add_dynamic_partitions(config.PARTITIONS, [f"meeting-{number:04}" for number in range(meetings)])
        port = free_port()
        server = [BIN / "dagster-webserver", "-p", str(port), "-w", ROOT / "workspace.yaml"]
        with started(server, {"RAPPORTEUR_ROOT": folder, "DAGSTER_HOME": str(home)}, home / "server.log"):
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/server_info")
            visit(address, meetings, pictures)


def visit(address: str, meetings: int, pictures: Path | None) -> None:
    """Open each page twice; the first visit also loads the program of the pages, as it does once for people."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1500, "height": 950})
        print(f"| page, {meetings:,} meetings | first, s | again, s |\n|---|---|---|")
        for name, (path, shown) in _PAGES.items():
            seconds = []
            for _ in range(2):
                began = time.perf_counter()
                page.goto(address + path)
                page.get_by_text(shown).first.wait_for(timeout=60_000)
                seconds.append(time.perf_counter() - began)
            print(f"| {name} | {seconds[0]:.1f} | {seconds[1]:.1f} |", flush=True)
            if pictures:
                page.wait_for_timeout(2500)
                page.screenshot(path=pictures / f"{name.replace(' ', '-')}.png")
        browser.close()


def _wait_for(address: str) -> None:
    for _ in range(120):
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.5)
    raise SystemExit(f"{address} does not answer")


if __name__ == "__main__":
    main()
