"""A small made-up project in a folder of its own, and a script of ours run over it."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


class MadeUpTree(unittest.TestCase):
    script = ""  # the name of the script under test

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def run_script(self) -> tuple[int, str]:
        done = subprocess.run([sys.executable, "-B", str(SCRIPTS / self.script), "--root", str(self.root)],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def assert_passes(self) -> None:
        status, output = self.run_script()
        self.assertEqual((status, output), (0, ""))

    def assert_one_finding(self, *parts: str, advice: str = "") -> None:
        """Exactly one finding: its line begins with the first part and holds the others; the next line the advice."""
        status, output = self.run_script()
        lines = output.splitlines()
        self.assertEqual(status, 1, output)
        self.assertEqual(len(lines), 3, output)
        self.assertTrue(lines[0].startswith(parts[0]), output)
        for part in parts[1:]:
            self.assertIn(part, lines[0])
        self.assertTrue(lines[1].startswith("    ") and lines[1].strip(), output)
        self.assertIn(advice, lines[1])
