"""The report page as a browser shows it: axe finds nothing, nothing is fetched, and no script runs.

Run by scripts/run_tests.py --full with the Python of build/pages, which scripts/setup --pages makes. REDRESS_PROGRAM
names the program; without it that of build/dev is used.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("REDRESS_PROGRAM") or str(ROOT / "build/dev/redress")
GOLDEN = ROOT / "tests/golden/small-county"
SIZES = [(1280, 900), (320, 800)]  # a desk; a page at 400 %


def redress(*words):
    subprocess.run([PROGRAM, *map(str, words)], check=True, stdout=subprocess.DEVNULL)


def pages(folder):
    """The two editions of the golden run, whose report names policies by their long ids, and of a run of one row."""
    results = folder / "results"
    shutil.copytree(GOLDEN / "expected", results, ignore=shutil.ignore_patterns("report.*", "*.xlsx"))
    one_row = folder / "one-row.csv"
    with open(GOLDEN / "input.csv", "rb") as rows:
        one_row.write_bytes(rows.readline() + rows.readline())
    smallest = folder / "smallest"
    redress("evaluate", one_row, "--policy", "us-ca.prop64.los-angeles", "--county", "LOS ANGELES",
            "--as-of", "2020-03-01", "--out", smallest, "--no-report")
    made = []
    for run, source in (("", results), ("smallest-", smallest)):
        redress("report", source, "--out", folder / f"{run}internal")
        redress("report", source, "--public", "--out", folder / f"{run}public")
        made += [folder / f"{run}internal/report.html", folder / f"{run}public/report.html"]
    return made


def faults_of(browser, page_file, size):
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_file.as_uri(), wait_until="load")
    found = Axe().run(page)
    faults = [found.generate_report()] if found.violations_count else []
    faults += [f"fetches {url}" for url in asked if url != page_file.as_uri()]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        faults.append("is wider than the window")
    page.close()
    return faults


def main():
    failed = False
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        # The page is our own file; a sandbox would not start for root, as whom tests run in containers.
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for page_file in pages(Path(scratch)):
            for size in SIZES:
                for fault in faults_of(browser, page_file, size):
                    failed = True
                    print(f"{page_file.parent.name}/{page_file.name} at {size[0]} pixels: {fault}")
        browser.close()
    sys.exit(failed)


if __name__ == "__main__":
    main()
