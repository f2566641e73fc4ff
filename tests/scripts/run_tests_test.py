"""The counting of scripts/run_tests.py: nothing that failed is ever counted as passed."""

import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
from run_tests import count_program, count_results  # noqa: E402


def summary(cases: int, passed: int, failed: int, skipped: int) -> str:
    return (f"[doctest] test cases:     {cases} |     {passed} passed | {failed} failed | {skipped} skipped\n"
            f"[doctest] assertions: 400 | 400 passed | 0 failed |\n")


def numbers(count) -> tuple[int, int, int]:
    return count.passed, count.failed, count.skipped


class CountProgramTest(unittest.TestCase):
    def test_the_test_cases_of_a_program_are_counted(self):
        self.assertEqual(numbers(count_program(summary(12, 12, 0, 0), succeeded=True)), (12, 0, 0))

    def test_failed_and_skipped_cases_are_counted_apart(self):
        self.assertEqual(numbers(count_program(summary(12, 10, 2, 3), succeeded=False)), (10, 2, 3))

    def test_a_case_that_says_it_was_skipped_is_not_passed(self):
        output = "SKIPPED: no fixtures\n" + "SKIPPED: no fixtures\n" + summary(12, 12, 0, 0)
        count = count_program(output, succeeded=True)
        self.assertEqual(numbers(count), (10, 0, 2))
        self.assertEqual(count.skip_reasons, ["no fixtures", "no fixtures"])

    def test_the_words_count_only_at_the_beginning_of_a_line(self):
        self.assertEqual(numbers(count_program("a row SKIPPED: x\n" + summary(2, 2, 0, 0), succeeded=True)), (2, 0, 0))

    def test_never_more_cases_are_skipped_than_passed(self):
        self.assertEqual(numbers(count_program("SKIPPED: x\n" * 5 + summary(2, 2, 0, 0), succeeded=True)), (0, 0, 2))

    def test_a_program_that_ends_badly_after_its_summary_has_failed(self):
        self.assertEqual(numbers(count_program(summary(12, 12, 0, 0) + "LeakSanitizer\n", succeeded=False)), (12, 1, 0))

    def test_a_program_that_dies_before_its_summary_has_failed(self):
        self.assertEqual(numbers(count_program("", succeeded=False)), (0, 1, 0))

    def test_another_kind_of_test_counts_as_one(self):
        self.assertEqual(numbers(count_program("fine\n", succeeded=True)), (1, 0, 0))
        self.assertEqual(numbers(count_program("SKIPPED: no fixtures\n", succeeded=True)), (0, 0, 1))


class CountResultsTest(unittest.TestCase):
    def results(self, *cases: str):
        return count_results("<testsuite>" + "".join(cases) + "</testsuite>")

    def test_programs_are_summed(self):
        case = '<testcase name="{}" status="run"><system-out>{}</system-out></testcase>'
        count, failures = self.results(case.format("base", summary(3, 3, 0, 0)), case.format("scan", summary(4, 4, 0, 1)))
        self.assertEqual(numbers(count), (7, 0, 1))
        self.assertEqual(failures, [])

    def test_a_program_that_was_not_built_has_failed(self):
        count, failures = self.results('<testcase name="base" status="notrun"><skipped message="Unable to find executable"/>'
                                       "<system-out>Unable to find executable: test_base</system-out></testcase>")
        self.assertEqual(numbers(count), (0, 1, 0))
        self.assertEqual(failures, [("base", "Unable to find executable: test_base")])

    def test_a_failure_is_named_with_what_it_said(self):
        count, failures = self.results('<testcase name="base" status="fail"><failure message=""/>'
                                       f"<system-out>text_test.cc:3: ERROR\n{summary(3, 2, 1, 0)}</system-out></testcase>")
        self.assertEqual(numbers(count), (2, 1, 0))
        self.assertEqual(failures[0][0], "base")
        self.assertIn("text_test.cc:3: ERROR", failures[0][1])

    def test_disabled_and_skipping_tests_are_skipped(self):
        count, _ = self.results('<testcase name="a" status="disabled"/>',
                                '<testcase name="b" status="notrun"><skipped message="SKIP_RETURN_CODE=77"/></testcase>')
        self.assertEqual(numbers(count), (0, 0, 2))

    def test_no_test_at_all_is_a_failure(self):
        count, failures = self.results()
        self.assertEqual(numbers(count), (0, 1, 0))
        self.assertEqual(failures, [("ctest", "there is no test")])


if __name__ == "__main__":
    unittest.main()
