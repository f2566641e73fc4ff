"""The parts of scripts/bench that judge: rows are counted, wrong results found, and targets read off rightly."""

import csv
import hashlib
import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
from bench_inputs import Inputs, check_results, check_same, people_for, records_in  # noqa: E402
from bench_stages import stacks_in, stage_of  # noqa: E402
from measured_runs import Time, Times, Wrong, run, times_of  # noqa: E402
from run_bench import Line, quickly, rate, ratio, table  # noqa: E402


class InFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name: str, text: str) -> Path:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        return file


class RecordsTest(InFolder):
    def test_a_line_feed_in_quotes_ends_no_record(self):
        self.assertEqual(records_in(self.write("a.csv", 'A,B\n1,"x\ny"\n"a ""b""\n",2\n')), 3)

    def test_an_empty_file_has_none(self):
        self.assertEqual(records_in(self.write("a.csv", "")), 0)


class ResultsTest(InFolder):
    def results(self, **counts: int) -> tuple[Path, Path]:
        data = self.write("data.csv", "A\n1\n2\n")
        outputs = {"all_rows.csv": "A,B\n1,x\n", "rejects.csv": "F\n2\n"}
        for name, text in outputs.items():
            self.write(f"results/{name}", text)

        def entry(name: str, text: str) -> dict:
            return {"name": name, "bytes": len(text), "sha256": hashlib.sha256(text.encode()).hexdigest()}

        all_counts = {"rows_in": 2, "rows_out": 1, "rows_rejected": 1, "rows_unusable": 0, **counts}
        manifest = {"inputs": [entry("data.csv", data.read_text())],
                    "outputs": [entry(*output) for output in outputs.items()], "counts": all_counts}
        self.write("results/manifest.json", json.dumps(manifest))
        return self.folder / "results", data

    def test_right_results_pass(self):
        self.assertEqual(check_results(*self.results())["rows_in"], 2)

    def test_a_changed_output_is_found(self):
        folder, data = self.results()
        (folder / "all_rows.csv").write_text("A,B\n1,y\n")
        with self.assertRaisesRegex(Wrong, "all_rows.csv is not what the manifest says"):
            check_results(folder, data)

    def test_rows_that_do_not_add_up_are_found(self):
        with self.assertRaisesRegex(Wrong, "rows in are not rows out and rejects"):
            check_results(*self.results(rows_in=3))

    def test_a_row_that_is_not_in_the_file_is_found(self):
        with self.assertRaisesRegex(Wrong, "all_rows.csv has 1 rows instead of 2"):
            check_results(*self.results(rows_in=3, rows_out=2))

    def test_folders_that_differ_in_a_byte_or_a_file_are_found(self):
        for name in ("one/a", "other/a"):
            self.write(name, "x")
        check_same(self.folder / "one", self.folder / "other")
        self.write("other/a", "y")
        with self.assertRaisesRegex(Wrong, "a differs"):
            check_same(self.folder / "one", self.folder / "other")
        self.write("other/b", "")
        with self.assertRaisesRegex(Wrong, "different files"):
            check_same(self.folder / "one", self.folder / "other")


class OnePersonTest(InFolder):
    def test_the_rows_are_of_one_person_and_their_counts_stay_apart(self):
        inputs = Inputs.__new__(Inputs)  # without a program: the clean file stands there already
        inputs.folder, inputs.inventions = self.folder, "made-up"
        rows = [["0"] * 95 for _ in range(4)]
        # Two people with one count each of the same number; the first has it in two rows, and another step.
        numbers = [("P1", "001001001"), ("P1", "001001001"), ("P1", "001002001"), ("P2", "001001001")]
        for row, (person, count) in zip(rows, numbers):
            row[2], row[50] = person, count
        text = "\n".join(",".join(row) for row in [["NAME"] * 95, *rows]) + "\n"
        self.write("clean-4-made-up.csv", text)
        with inputs.one_person(4).open(newline="") as file:
            made = list(csv.reader(file))[1:]
        self.assertEqual([row[2] for row in made], ["P1"] * 4)
        self.assertEqual([row[50] for row in made], ["001001001", "001001001", "002001001", "003001001"])


def taken(*seconds: float) -> Times:
    """Two threads that were at work all the time."""
    return Times([Time(one, 2 * one) for one in seconds])


class TableTest(unittest.TestCase):
    def test_a_target_is_met_up_to_its_border(self):
        self.assertTrue(ratio("a", taken(4, 3), taken(1, 5), 3).is_met)
        self.assertFalse(ratio("a", taken(4, 3.01), taken(1, 5), 3).is_met)
        self.assertTrue(rate("a", None, 1e9, 1e9).is_met)
        self.assertFalse(rate("a", None, 0.99e9, 1e9).is_met)
        self.assertFalse(quickly("a", taken(0.020), 0.020).is_met)

    def test_a_line_without_a_target_says_neither_yes_nor_no(self):
        self.assertEqual(table([Line("floor", taken(0.5), "1 × floor", "")])[2],
                         "| floor | 0.50 s | 1.00 s | 1 × floor |  |  |  |")

    def test_a_missed_target_stands_out(self):
        missed = table([rate("a", taken(2), 5e8, 1e9, 3 << 20)])[2]
        self.assertTrue(missed.endswith("| 500 MB/s | 3 MiB | ≥ 1.00 GB/s | **no** |"), missed)

    def test_enough_people_are_asked_for(self):
        self.assertGreater(people_for(1_000_000) * 9.95, 1_000_000)


class StagesTest(unittest.TestCase):
    SAMPLES = ("\n      55d0 redress::scan::Cells::split(std::string_view)\n"
               "      55d1 redress::intake::Gatherer::gather(unsigned long)\n"
               "\n      55d2 memcpy\n      55d3 main\n\n")

    def test_each_sample_is_a_stack_with_the_innermost_function_first(self):
        stacks = stacks_in(self.SAMPLES)
        self.assertEqual([stack[0] for stack in stacks], ["redress::scan::Cells::split(std::string_view)", "memcpy"])

    def test_a_sample_belongs_to_the_stage_of_its_outermost_function(self):
        first, second = stacks_in(self.SAMPLES)
        self.assertEqual(stage_of(first).name, "gather: split cells, read facts")
        self.assertIsNone(stage_of(second))
        self.assertEqual(stage_of(["redress::evaluate::hits_of", "redress::explain::ResultCells::for_row"]).name,
                         "cells in words")

    def test_a_sum_is_one_wherever_it_is_made(self):
        for leaf in ("sha256_multi_block_shaext", "sha256_block_data_order", "redress::write::Sha256::add"):
            for caller in ("redress::write::FileSink::write", "redress::run::FileSums::make"):
                self.assertEqual(stage_of([leaf, caller]).name, "SHA-256 of input and outputs")

    def test_the_arguments_of_a_template_say_nothing_about_the_stage(self):
        self.assertIsNone(stage_of(["std::vector<redress::evaluate::Decision>::push_back", "main"]))


class RunsTest(unittest.TestCase):
    def test_a_command_that_fails_is_not_measured(self):
        with self.assertRaises(Wrong):
            times_of(["false"], 1)
        with self.assertRaisesRegex(Wrong, "said why"):
            run(["sh", "-c", "echo said why; exit 1"])


if __name__ == "__main__":
    unittest.main()
