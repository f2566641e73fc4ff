"""Each call by which results are written fails once: the results are complete or absent, the error says which file and
why, and nothing is left behind.
"""

import hashlib

from program import DONE, FAILED, IS_FULL, IS_SANITIZED, POLICY, ProgramTest, main, rows, shim

# What each error says of its cause, by number: no permission, a drive's fault, a full disk, an exhausted quota.
CAUSES = {1: "permi", 5: ("Input/output error", "drive reports an error"), 28: ("disk is full", "error number 28"),
          122: ("disk is full", "error number 122")}
INTERRUPTED = 4

# Every call fails in the plain build; with sanitizers, where a run takes ten times as long, one in so many.
OF_CALLS = 3 if IS_SANITIZED else 1

RESULT_FILES = {"convictions.csv", "all_rows.csv", "condensed.csv", "rejects.csv", "summary.json", "manifest.json"}


class FaultInjection(ProgramTest):
    failed_calls = 0

    @classmethod
    def tearDownClass(cls):
        print(f"calls made to fail: {cls.failed_calls}", flush=True)

    def setUp(self):
        super().setUp()
        # Long enough that the buffers are written more than once.
        self.write("county.csv", rows(1000 if IS_FULL else 100, COMMENT_TEXT="X" * 2000) + "a row, cut off\n")
        self.words = ["evaluate", "county.csv", *POLICY, "--out", "results", "--quiet", "--no-report", "--threads", "1"]

    def remove_results(self):
        for file in (self.folder / "results").iterdir():
            file.unlink()
        (self.folder / "results").rmdir()

    def says_why(self, words, error, file):
        causes = CAUSES[error]
        self.assertTrue(any(cause in words for cause in ([causes] if isinstance(causes, str) else causes)), words)
        self.assertIn(file, words)

    def shown_name(self, call):
        """How an error names the file of that call."""
        _, name, path = call
        file = path.rsplit("/", 1)[-1]
        if file in RESULT_FILES:
            return "results/" + file
        if "county.csv" in path:
            return "county.csv"
        return "results" if "results" in path else "."

    def walk(self, error):
        calls = self.calls_of(*self.words)
        self.is_complete()
        self.remove_results()
        self.assertGreater(sum(name == "write" for _, name, _ in calls), 6)
        renamed = next(number for number, name, _ in calls if name == "rename")
        for call in calls[::OF_CALLS]:
            number, name, path = call
            with self.subTest(call=call, error=error):
                done = self.run_program(*self.words, environment=shim(FAULT_AT=number, FAULT_DO=f"fail {error}"))
                type(self).failed_calls += 1
                # Closing what was only read, or a folder once everything is in its place, loses nothing.
                harmless = name == "close" and (path.endswith("county.csv") or number > renamed)
                self.assertEqual(done.returncode, DONE if harmless else FAILED, done.stderr)
                if harmless:
                    self.is_complete()
                    self.remove_results()
                else:
                    self.says_why(self.refused(done), error, self.shown_name(call))
                    self.nothing_is_left()
        done = self.run_program(*self.words, environment=shim(FAULT_AT=len(calls) + 1, FAULT_DO=f"fail {error}"))
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.is_complete()
        self.no_temporary_file_is_left()

    def test_every_call_fails_with_a_fault_of_the_drive(self):
        self.walk(5)

    def test_every_call_fails_with_a_full_disk_or_an_exhausted_quota(self):
        for error in (28, 122) if IS_FULL else (28,):
            self.walk(error)
            self.remove_results()

    def test_a_write_that_writes_half_or_is_interrupted_loses_nothing(self):
        calls = self.calls_of(*self.words)
        expected = {p.name: p.read_bytes() for p in (self.folder / "results").iterdir()}
        self.remove_results()
        writes = [number for number, name, _ in calls if name == "write"]
        for what in ("short", f"fail {INTERRUPTED}"):
            for number in writes[::OF_CALLS]:
                with self.subTest(what=what, number=number):
                    done = self.run_program(*self.words, environment=shim(FAULT_AT=number, FAULT_DO=what))
                    self.assertEqual(done.returncode, DONE, done.stderr)
                    self.assertEqual({p.name: p.read_bytes() for p in (self.folder / "results").iterdir()}, expected)
                    self.remove_results()

    def test_what_a_killed_run_left_cannot_be_removed(self):
        middle = next(number for number, name, _ in self.calls_of(*self.words) if name == "fsync")
        self.remove_results()
        self.leave_unfinished(middle)
        removals = [c for c in self.calls_of(*self.words) if c[1] in ("unlinkat", "rmdir")]
        self.remove_results()
        self.assertGreaterEqual(len(removals), 2)
        for number, name, _ in removals:
            with self.subTest(number=number, name=name):
                self.leave_unfinished(middle)
                done = self.run_program(*self.words, environment=shim(FAULT_AT=number, FAULT_DO="fail 5"))
                type(self).failed_calls += 1
                words = self.refused(done, "results.unfinished", "an earlier run left", "Input/output error")
                self.assertNotIn("Nothing was left behind", words)
                self.assertFalse((self.folder / "results").exists())
                self.assertEqual(self.run_program(*self.words).returncode, DONE)
                self.is_complete()
                self.no_temporary_file_is_left()
                self.remove_results()

    def leave_unfinished(self, number):
        self.run_program(*self.words, environment=shim(FAULT_AT=number, FAULT_DO="kill"))
        self.assertTrue((self.folder / "results.unfinished").is_dir())

    def standing(self):
        return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in (self.folder / "results").iterdir()}

    def walk_adding(self, words, added):
        """Each call of a command that adds files to results fails: each of the files is whole or absent, nothing else
        changes, and the next run puts everything right."""
        before = self.standing()
        calls = self.calls_of(*words)
        whole = self.standing()
        self.assertEqual(set(whole) - set(before), added)
        self.assertGreater(len(calls), 10)
        failed = 0
        for number, name, path in calls if IS_FULL else calls[::40 if IS_SANITIZED else 5]:
            with self.subTest(number=number, name=name, path=path):
                for file in added:
                    (self.folder / "results" / file).unlink(missing_ok=True)
                done = self.run_program(*words, environment=shim(FAULT_AT=number, FAULT_DO="fail 28"))
                type(self).failed_calls += 1
                left = {file: content for file, content in self.standing().items() if file not in before}
                self.assertEqual({file: whole.get(file) for file in left}, left)
                self.assertEqual({file: content for file, content in self.standing().items() if file in before}, before)
                if done.returncode == DONE:
                    self.assertEqual(set(left), added)
                else:
                    self.refused(done)
                    failed += 1
                self.assertEqual(self.run_program(*words).returncode, DONE)
                self.assertEqual(self.standing(), whole)
        self.assertGreater(failed, 0 if IS_SANITIZED else 5 if IS_FULL else 2)  # of some calls only, few are fatal

    def test_every_call_of_report_and_of_review_fails(self):
        self.write("county.csv", rows(12))
        self.assertEqual(self.run_program(*self.words).returncode, DONE)
        reports = {"convictions.xlsx", "report.html", "report.pdf"}
        self.walk_adding(["report", "results", "--quiet"], reports)
        book = self.folder / "edited.xlsx"
        book.write_bytes((self.folder / "results/convictions.xlsx").read_bytes())
        self.walk_adding(["review", "results", "--workbook", "edited.xlsx", "--quiet"], {"review.csv", "review.json"})

    def test_every_call_of_synth_fails(self):
        words = ["synth", "--people", "60", "--out", "invented.csv"]
        calls = self.calls_of(*words)
        expected = (self.folder / "invented.csv").read_bytes()
        (self.folder / "invented.csv").unlink()
        for call in calls:
            number, name, _ = call
            with self.subTest(call=call):
                done = self.run_program(*words, environment=shim(FAULT_AT=number, FAULT_DO="fail 28"))
                type(self).failed_calls += 1
                harmless = call is calls[-1] and name == "close"  # of the folder
                if harmless:
                    self.assertEqual(done.returncode, DONE, done.stderr)
                    self.assertEqual((self.folder / "invented.csv").read_bytes(), expected)
                    (self.folder / "invented.csv").unlink()
                else:
                    self.refused(done, "invented.csv", "disk is full")
                    self.nothing_is_left("invented.csv")
        self.assertEqual(self.run_program(*words).returncode, DONE)


if __name__ == "__main__":
    main()
