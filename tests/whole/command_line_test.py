"""The command line as people meet it: help, exit statuses, what an error says and what it must not say.

REDRESS_PROGRAM names the program; without it, build/dev/redress is run. It is a program of its own, run as people run it.
"""

import json
import os
import stat
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("REDRESS_PROGRAM") or str(ROOT / "build/dev/redress")
COUNTY = ROOT / "tests/fixtures/los-angeles/input.csv"
MESSY_COUNTY = ROOT / "tests/golden/small-county/input.csv"
POLICY = ["--policy", "us-ca.prop64.los-angeles", "--as-of", "2020-03-01"]
CONFIGURABLE = ["--policy", "us-ca.prop64.configurable", "--as-of", "2020-03-01"]

DONE, FAILED, WRONG_WORDS, NEEDS_ATTENTION = 0, 1, 2, 3

# Every command, and every command below one.
COMMANDS = [[], ["evaluate"], ["explain"], ["check"], ["policy"], ["policy", "list"], ["policy", "show"],
            ["policy", "check"], ["policy", "test"], ["synth"]]

# Cells of the fixture that no error may repeat: a name, an id, a birth date, a number, an offense.
SECRETS = ["ALDERBROOK", "CINDERVALE", "70000001", "70000078", "19500808", "A20000078", "000-00-", "MURDER", "CULTIVATE"]


class CommandLineTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)

    def redress(self, *words, status=DONE, standard_input=None):
        """Runs it in the scratch folder; what it printed on standard output and on standard error."""
        done = subprocess.run([PROGRAM, *map(str, words)], cwd=self.folder, capture_output=True, text=True, timeout=120,
                              encoding="utf-8", errors="replace", input=standard_input if standard_input is not None else "")
        self.assertEqual(done.returncode, status, f"{words}\n{done.stdout}{done.stderr}")
        return done.stdout, done.stderr

    def refused(self, *words, status=WRONG_WORDS, says=()):
        """The error of words that must be refused: on standard error alone, and nothing of the run is left behind."""
        out, errors = self.redress(*words, status=status)
        self.assertEqual(out, "")
        self.assertIn("redress: ", errors)
        for text in [says] if isinstance(says, str) else says:
            self.assertIn(text, errors)
        for secret in SECRETS:
            self.assertNotIn(secret, errors)
        self.assertFalse((self.folder / "results").exists())
        self.assertEqual(list(self.folder.glob("*.unfinished")), [])
        return errors


class Help(CommandLineTest):
    def test_every_command_has_help_with_an_example(self):
        for command in COMMANDS:
            with self.subTest(command=command):
                out, errors = self.redress(*command, "--help")
                self.assertEqual(errors, "")
                self.assertRegex(out, r"Examples?:\n  redress ")
                for word in command:
                    self.assertIn(word, out)

    def test_the_list_of_commands_here_is_whole(self):
        for command in ([], ["policy"]):
            out, _ = self.redress(*command, "--help")
            section = out.split("Subcommands:\n", 1)[1].split("\n\n", 1)[0]
            names = [line.split()[0] for line in section.splitlines() if line.startswith("  ") and line[2] != " "]
            self.assertEqual(sorted(names), sorted(c[-1] for c in COMMANDS if c and c[:-1] == command))

    def test_the_examples_of_the_help_are_words_that_the_program_knows(self):
        for command in COMMANDS:
            out, _ = self.redress(*command, "--help")
            for line in out.splitlines():
                if not line.startswith("  redress "):
                    continue
                options = [word for word in line.split() if word.startswith("--")]
                example = [word for word in line.split()[1:] if not word.startswith("-")]
                depth = 2 if example[0] == "policy" else 1
                help_of_it, _ = self.redress(*example[:depth], "--help")
                for option in options:
                    self.assertIn(option, help_of_it)

    def test_the_version_is_one_line(self):
        out, _ = self.redress("--version")
        self.assertRegex(out, r"\Aredress \d+\.\d+\.\d+\n\Z")


class ExitStatus(CommandLineTest):
    def test_0_when_done_and_the_results_are_there_for_their_owner_only(self):
        out, _ = self.redress("evaluate", COUNTY, *POLICY, "--out", "results")
        self.assertIn("results", out)
        results = self.folder / "results"
        self.assertEqual(stat.S_IMODE(results.stat().st_mode), 0o700)
        names = {"convictions.csv", "all_rows.csv", "condensed.csv", "rejects.csv", "summary.json", "manifest.json"}
        self.assertEqual({p.name for p in results.iterdir()}, names)
        for file in results.iterdir():
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600, file.name)

    def test_1_when_a_file_is_missing(self):
        self.refused("evaluate", "nowhere.csv", *POLICY, "--out", "results", status=FAILED, says="nowhere.csv")
        self.refused("check", "nowhere.csv", status=FAILED, says="nowhere.csv")
        self.refused("explain", "nowhere.csv", *POLICY, "--person", "1", status=FAILED, says="nowhere.csv")

    def test_1_when_the_county_is_not_in_the_files_with_the_near_match(self):
        self.refused("evaluate", COUNTY, *CONFIGURABLE, "--county", "LOS ANGELS", "--out", "results", status=FAILED,
                     says=["LOS ANGELS", "LOS ANGELES"])

    def test_1_when_the_person_is_not_in_the_files(self):
        self.refused("explain", COUNTY, *POLICY, "--person", "12", status=FAILED)

    def test_1_when_a_file_is_given_twice(self):
        self.refused("evaluate", COUNTY, COUNTY, *POLICY, "--out", "results", status=FAILED, says="same content")

    def test_1_when_too_many_rows_are_rejected(self):
        self.refused("evaluate", COUNTY, *POLICY, "--max-rejects", "1", "--out", "results", status=FAILED,
                     says=["2 of 231 rows", "--max-rejects"])

    def test_1_when_the_file_is_of_another_format(self):
        (self.folder / "other.csv").write_text("".join(f"{i},ALDERBROOK,19500808\n" for i in range(300)))
        self.refused("evaluate", "other.csv", *POLICY, "--out", "results", status=FAILED, says=["other.csv", "3 columns"])

    def test_1_when_the_folder_of_the_results_is_not_empty_and_it_stays_as_it_was(self):
        (self.folder / "full").mkdir()
        (self.folder / "full/mine.txt").write_text("mine")
        self.refused("evaluate", COUNTY, *POLICY, "--out", "full", status=FAILED, says="full")
        self.assertEqual([p.name for p in (self.folder / "full").iterdir()], ["mine.txt"])

    def test_1_when_the_parent_of_the_results_does_not_exist(self):
        self.refused("evaluate", COUNTY, *POLICY, "--out", "no/where/results", status=FAILED, says="no/where")

    def test_2_when_words_are_missing_or_wrong(self):
        for words in ([], ["evaluate"], ["evaluate", COUNTY, *POLICY], ["explain", COUNTY, *POLICY], ["policy"],
                      ["evaluate", COUNTY, *POLICY, "--out", "results", "--threads", "many"],
                      ["evaluate", COUNTY, *POLICY, "--out", "results", "--max-rejects", "lots"],
                      ["evaluate", COUNTY, *POLICY, "--out", "results", "--set", "dismiss_at_age"]):
            with self.subTest(words=words):
                self.refused(*words)

    def test_2_when_the_as_of_date_is_no_day_of_the_calendar(self):
        for day in ("2020-02-30", "02/29/2020", "yesterday", "2020-2-3"):
            with self.subTest(day=day):
                self.refused("evaluate", COUNTY, "--policy", POLICY[1], "--as-of", day, "--out", "results", says=day)

    def test_2_when_the_county_is_not_that_of_the_policy_or_is_needed(self):
        self.refused("evaluate", COUNTY, *POLICY, "--county", "KERN", "--out", "results", says=["LOS ANGELES", "KERN"])
        self.refused("evaluate", COUNTY, *CONFIGURABLE, "--out", "results", says="--county")

    def test_2_when_an_options_file_is_missing_or_wrong(self):
        (self.folder / "options.json").write_text('{"baselineEligibility": {"dismis": ["11357"]}}')
        choice = ["evaluate", COUNTY, *CONFIGURABLE, "--county", "LOS ANGELES", "--out", "results", "--options"]
        self.refused(*choice, "nowhere.json", says="nowhere.json")
        self.refused(*choice, "options.json", says=["options.json", "dismis", "dismiss"])
        (self.folder / "options.json").write_text('{"baselineEligibility": {"dismiss": ["11361"]}}')
        self.refused(*choice, "options.json", says=["options.json", "11361"])

    def test_3_only_when_asked_to_be_strict(self):
        self.redress("evaluate", COUNTY, *POLICY, "--out", "results", "--quiet")
        self.redress("evaluate", COUNTY, *POLICY, "--out", "strict", "--strict", "--quiet", status=NEEDS_ATTENTION)
        self.assertTrue((self.folder / "strict/manifest.json").is_file())

    def test_0_when_strict_and_nothing_needs_attention(self):
        header, first, *_ = COUNTY.read_text().splitlines(keepends=True)
        (self.folder / "one.csv").write_text(header + first)
        self.redress("evaluate", "one.csv", *POLICY, "--out", "results", "--strict", "--quiet")


class NearMatches(CommandLineTest):
    def test_of_a_command(self):
        self.refused("evalute", says=["'evalute'", "'evaluate'"])
        self.refused("policy", "lst", says=["'lst'", "'list'"])

    def test_of_an_option(self):
        self.refused("evaluate", COUNTY, "--polcy", "x", "--out", "results", says=["'--polcy'", "'--policy'"])
        self.refused("check", COUNTY, "--asof", "2020-03-01", says=["'--asof'", "'--as-of'"])

    def test_of_a_policy(self):
        near = "us-ca.prop64.los-angeles"
        self.refused("evaluate", COUNTY, "--policy", "us-ca.prop64.los-angels", "--out", "results", says=near)
        self.refused("policy", "show", "us-ca.prop64.los-angels", says=near)

    def test_of_a_parameter(self):
        self.refused("evaluate", COUNTY, *POLICY, "--set", "dismis_at_age=60", "--out", "results",
                     says=["'dismis_at_age'", "'dismiss_at_age'"])

    def test_of_nothing_that_is_near(self):
        errors = self.refused("zzzzzzzz")
        self.assertNotIn("Did you mean", errors)


class WhatIsPrinted(CommandLineTest):
    def test_the_summary_as_json_is_what_is_written(self):
        out, _ = self.redress("evaluate", COUNTY, *POLICY, "--out", "results", "--json")
        self.assertEqual(out, (self.folder / "results/summary.json").read_text())
        self.assertEqual(json.loads(out)["run"]["as_of"], "2020-03-01")

    def test_quiet_prints_nothing(self):
        out, errors = self.redress("evaluate", COUNTY, *POLICY, "--out", "results", "--quiet")
        self.assertEqual((out, errors), ("", ""))

    def test_the_report_names_policy_county_date_and_parameters(self):
        out, _ = self.redress("evaluate", COUNTY, *POLICY, "--set", "dismiss_at_age=60", "--out", "results")
        for text in ("us-ca.prop64.los-angeles", "2019-10-25", "LOS ANGELES", "2020-03-01", "dismiss_at_age = 60"):
            self.assertIn(text, out)

    def test_a_report_of_a_run_holds_no_personal_cell(self):
        for county in (COUNTY, MESSY_COUNTY):
            for words in (["evaluate", county, *POLICY, "--out", f"results-{county.parent.name}"], ["check", county]):
                out, errors = self.redress(*words)
                for secret in SECRETS:
                    self.assertNotIn(secret, out + errors)

    def test_an_explanation_is_of_that_person(self):
        out, errors = self.redress("explain", COUNTY, *POLICY, "--person", "70000015")
        self.assertEqual(errors, "")
        self.assertIn("70000015", out)
        self.assertIn("187(A) PC", out)
        self.assertIn("Not eligible", out)
        self.assertNotIn("70000016", out)

    def test_a_set_parameter_changes_the_decision(self):
        # Born 1950-08-08, and nothing since 2005: step 8 where step 5 does not hold.
        person = ["explain", COUNTY, *POLICY, "--person", "70000019"]
        self.assertIn("50 years or older", self.redress(*person)[0])
        raised = self.redress(*person, "--set", "dismiss_at_age=80")[0]
        self.assertIn("Eligible for Dismissal: No convictions in past 10 years", raised)

    def test_a_policy_file_is_taken_by_its_path(self):
        file = ROOT / "policies/us-ca/prop64/los-angeles.toml"
        self.redress("evaluate", COUNTY, "--policy", file, "--as-of", "2020-03-01", "--out", "by-path", "--quiet")
        self.redress("evaluate", COUNTY, *POLICY, "--out", "by-id", "--quiet")
        for name in ("convictions.csv", "all_rows.csv", "summary.json"):
            self.assertEqual((self.folder / "by-path" / name).read_bytes(), (self.folder / "by-id" / name).read_bytes())

    def test_synth_writes_the_same_file_for_the_same_seed_and_never_over_another(self):
        words = ["synth", "--people", "50", "--county", "Kern", "--seed", "3", "--out"]
        self.redress(*words, "one.csv")
        self.redress(*words, "two.csv")
        self.assertEqual((self.folder / "one.csv").read_bytes(), (self.folder / "two.csv").read_bytes())
        self.refused(*words, "one.csv", status=FAILED, says="one.csv")

    def test_check_counts_rows_people_and_what_cannot_be_read(self):
        report = json.loads(self.redress("check", COUNTY, "--json", "--as-of", "2020-03-01")[0])
        text = json.dumps(report)
        self.assertIn("wrong number of cells", text)
        self.assertIn("no person identifier", text)
        out, _ = self.redress("check", COUNTY)
        self.assertRegex(out, r"People +88\n")
        self.assertRegex(out, r"Convictions +210\n")


if __name__ == "__main__":
    unittest.main()
