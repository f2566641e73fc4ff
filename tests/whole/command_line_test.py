"""The command line as people meet it: help, exit statuses, what an error says and what it must not say.

REDRESS_PROGRAM names the program; without it, build/dev/redress is run. It is a program of its own, run as people run it.
"""

import csv
import json
import os
import re
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
COMMANDS = [[], ["evaluate"], ["explain"], ["compare"], ["questions"], ["check"], ["policy"], ["policy", "list"], ["policy", "show"],
            ["policy", "check"], ["policy", "test"], ["policy", "diff"], ["verify"],
            ["report"], ["review"], ["synth"]]

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
        names = {"convictions.csv", "all_rows.csv", "condensed.csv", "rejects.csv", "summary.json", "manifest.json",
                 "report.html", "report.pdf", "convictions.xlsx"}
        self.assertEqual({p.name for p in results.iterdir()}, names)
        for file in results.iterdir():
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600, file.name)

    def test_0_with_little_memory_and_the_results_are_the_same(self):
        self.redress("evaluate", MESSY_COUNTY, *POLICY, "--out", "much", "--quiet")
        self.redress("evaluate", MESSY_COUNTY, *POLICY, "--out", "little", "--quiet", "--memory", "64M")
        for file in (self.folder / "much").iterdir():
            self.assertEqual(file.read_bytes(), (self.folder / "little" / file.name).read_bytes(), file.name)
        self.assertEqual(self.redress("check", MESSY_COUNTY), self.redress("check", MESSY_COUNTY, "--memory", "64M"))

    def test_1_when_a_file_is_missing(self):
        self.refused("evaluate", "nowhere.csv", *POLICY, "--out", "results", status=FAILED, says="nowhere.csv")
        self.refused("check", "nowhere.csv", status=FAILED, says="nowhere.csv")
        self.refused("explain", "nowhere.csv", *POLICY, "--person", "1", status=FAILED, says="nowhere.csv")

    def test_1_when_the_county_is_not_in_the_files_with_the_near_match(self):
        self.refused("evaluate", COUNTY, *CONFIGURABLE, "--county", "LOS ANGELS", "--out", "results", status=FAILED,
                     says=["LOS ANGELS", "LOS ANGELES"])

    def test_1_when_the_person_is_not_in_the_files(self):
        self.refused("explain", COUNTY, *POLICY, "--person", "12", status=FAILED)

    def test_1_when_nobody_matches_and_the_words_stand_elsewhere(self):
        person = json.loads(self.redress("explain", COUNTY, *POLICY, "--person", "70000015", "--json")[0])["people"][0]
        self.refused("explain", COUNTY, *POLICY, "--person", person["cii_number"], status=FAILED, says="--cii")
        self.refused("explain", COUNTY, *POLICY, "--name", "NOBODY AT ALL", status=FAILED, says="--name")
        self.refused("explain", COUNTY, *POLICY, "--case", "98-76543-21", status=FAILED, says="no court action")

    def test_2_when_a_person_is_looked_for_in_two_ways_or_in_none(self):
        self.refused("explain", COUNTY, *POLICY, "--person", "1", "--name", "LEE", says=["exactly one way", "--cii"])
        self.refused("explain", COUNTY, *POLICY, says=["exactly one way", "--person"])
        self.refused("explain", COUNTY, *POLICY, "--name", " ", says=["nothing is searched for", "--name"])

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
                      ["evaluate", COUNTY, *POLICY, "--out", "results", "--memory", "lots"],
                      ["check", COUNTY, "--memory", "1M"],
                      ["synth", "--people", "0", "--out", "results"],
                      ["evaluate", COUNTY, *POLICY, "--out", "results", "--set", "dismiss_at_age"]):
            with self.subTest(words=words):
                self.refused(*words)

    def test_2_when_the_name_of_a_file_reads_as_an_option_with_how_to_write_it(self):
        (self.folder / "-county.csv").write_bytes(MESSY_COUNTY.read_bytes())
        self.refused("check", "-county.csv", says=["is read as an option", "'./-county.csv'"])
        self.redress("check", "./-county.csv")

    def test_2_when_a_number_of_people_or_a_seed_is_none(self):
        for words in (["--people", "-3"], ["--people", "many"], ["--seed", "-1"], ["--seed", "1.5"]):
            self.refused("synth", *words, "--out", "results", says=[words[0], words[1], "no whole number"])

    def test_2_when_the_as_of_date_is_no_day_of_the_calendar(self):
        for day in ("2020-02-30", "2019-13-01"):
            with self.subTest(day=day):
                self.refused("evaluate", COUNTY, "--policy", POLICY[1], "--as-of", day, "--out", "results",
                             says=["--as-of is not a day of the calendar", day])

    def test_2_when_the_as_of_date_is_not_written_as_a_day(self):
        for day in ("02/29/2020", "11/11/2019", "yesterday", "2020-2-3", "20191111"):
            with self.subTest(day=day):
                errors = self.refused("explain", COUNTY, "--policy", POLICY[1], "--as-of", day, "--person", "1",
                                      says=["is not written as year-month-day", day, "YYYY-MM-DD"])
                self.assertNotIn("calendar", errors)

    def test_2_when_the_as_of_date_is_in_no_year_that_anybody_means(self):
        for day in ("0219-11-11", "1899-12-31", "2200-01-01", "9999-01-01"):
            with self.subTest(day=day):
                self.refused("evaluate", COUNTY, "--policy", POLICY[1], "--as-of", day, "--out", "results",
                             says=[day, "1900 to 2199"])

    def test_2_when_the_county_is_not_that_of_the_policy_or_is_needed(self):
        self.refused("evaluate", COUNTY, *POLICY, "--county", "KERN", "--out", "results", says=["LOS ANGELES", "KERN"])
        self.refused("evaluate", COUNTY, *CONFIGURABLE, "--out", "results", says="--county")

    def test_2_when_an_options_file_is_missing_or_wrong(self):
        (self.folder / "options.json").write_text('{"baselineEligibility": {"dismis": ["11357"]}}')
        choice = ["evaluate", COUNTY, *CONFIGURABLE, "--county", "LOS ANGELES", "--out", "results", "--options"]
        self.refused(*choice, "nowhere.json", says="nowhere.json")
        self.refused(*choice, "options.json", says=["options.json:1:26", "^^^^^^^^", "dismiss"])
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


class Questions(CommandLineTest):
    FACTS = "person,case_or_count,fact,value,source,who,when\n"

    def facts_file(self, *lines, header=FACTS):
        (self.folder / "facts.csv").write_text(header + "".join(line + "\n" for line in lines))
        return ["--facts", "facts.csv"]

    def filled_in(self, rows, value):
        with open(self.folder / "filled.csv", "w", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            for row in rows:
                given = value(row)
                writer.writerow({**row, "value": given, "source": "police report" if given else "", "who": "J. Doe" if given else ""})
        return ["--facts", "filled.csv"]

    def asked(self, *words):
        """The rows to fill in, and what was printed."""
        out, _ = self.redress("questions", MESSY_COUNTY, *POLICY, "--out", "asked.csv", *words)
        with open(self.folder / "asked.csv", newline="") as file:
            return list(csv.DictReader(file)), out

    def test_the_policies_stand_apart_and_every_line_fits_the_page(self):
        _, out = self.asked()
        self.assertLess(out.index("The office's policy\n"), out.index("us-ca.prop64.los-angeles"))
        self.assertLess(out.index("us-ca.prop64.los-angeles"), out.index("The statute, beside the office's policy\n"))
        self.assertLess(out.index("The statute, beside"), out.index("us-ca.prop64.statute"))
        self.assertIn("How many living plants did the person grow", out)
        self.assertIn("greedy", out)
        for line in out.splitlines():
            self.assertLessEqual(len(line), 100, line)

    def test_the_file_to_fill_in_is_its_owners_and_asks_for_nothing_twice(self):
        rows, out = self.asked()
        file = self.folder / "asked.csv"
        self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
        self.assertIn(f"\n{len(rows)} rows to fill in: asked.csv.", out)
        keys = [(row["person"], row["case_or_count"], row["fact"]) for row in rows]
        self.assertEqual(len(keys), len(set(keys)))
        self.assertTrue(all(row["value"] == row["source"] == row["who"] == row["when"] == "" for row in rows))
        self.assertTrue(all(row["question"] and row["may_settle"] for row in rows))
        self.refused("questions", MESSY_COUNTY, *POLICY, "--out", "asked.csv", status=FAILED, says="asked.csv")

    def test_what_is_filled_in_decides_and_is_asked_for_no_more(self):
        rows, _ = self.asked()
        plants = [row for row in rows if row["fact"] == "plants"]
        self.assertGreater(len(plants), 0)
        facts = self.filled_in(rows, lambda row: "7" if row["fact"] == "plants" else "")
        self.redress("evaluate", MESSY_COUNTY, *POLICY, *facts, "--out", "results", "--quiet")
        summary = json.loads((self.folder / "results/summary.json").read_text())
        self.assertEqual(summary["record"]["supplied_facts"]["table"], [{"fact": "plants", "used": len(plants)}])
        (self.folder / "asked.csv").unlink()
        left, _ = self.asked(*facts)
        self.assertEqual([row for row in left if row["fact"] == "plants"], [])

    def test_the_file_as_written_supplies_nothing(self):
        self.asked()
        self.redress("evaluate", MESSY_COUNTY, *POLICY, "--facts", "asked.csv", "--out", "results", "--quiet")
        self.redress("evaluate", MESSY_COUNTY, *POLICY, "--out", "without", "--quiet")
        self.assertEqual((self.folder / "results/convictions.csv").read_bytes(),
                         (self.folder / "without/convictions.csv").read_bytes())

    def test_more_facts_than_are_shown_are_counted(self):
        out, _ = self.redress("questions", MESSY_COUNTY, *POLICY, "--top", "1")
        self.assertRegex(out, r"\d+ more facts?: --top \d+ shows all\.")
        out, _ = self.redress("questions", MESSY_COUNTY, *POLICY, "--quiet")
        self.assertEqual(out, "")

    def test_2_when_a_file_of_facts_has_words_that_are_wrong(self):
        run = ["evaluate", COUNTY, *POLICY, "--out", "results"]
        self.refused(*run, *self.facts_file(header="person,case_or_count,fact,value,sorce,who\n"), says=["facts.csv:1", "'source'"])
        good = "70000078,101001001000,plants,6,report,J. Doe,"
        for line, says in ((good.replace("plants", "plant"), "'plants'"), (good.replace(",6,", ",six,"), "whole number"),
                           (good.replace(",6,", ",-6,"), "below 0"), (good.replace("report", ""), "'source'"),
                           (good.replace("J. Doe", ""), "'who'"), (good + ",,", "9 cells"), (good + "soon", "'when'")):
            with self.subTest(line=line):
                errors = self.refused(*run, *self.facts_file(line), says=["facts.csv:2", says])
                self.assertNotIn("101001001000", errors)
                self.assertNotIn("J. Doe", errors)

    def test_1_when_a_file_of_facts_is_missing_or_about_nobody(self):
        run = ["evaluate", COUNTY, *POLICY, "--out", "results"]
        self.refused(*run, "--facts", "nowhere.csv", status=FAILED, says="nowhere.csv")
        self.refused(*run, *self.facts_file("12,101001001000,plants,6,report,J. Doe,"), status=FAILED,
                     says=["facts.csv:2", "no row of the research files has this person's id"])
        self.refused("explain", COUNTY, *POLICY, "--person", "70000078", "--facts", "facts.csv", status=FAILED, says="facts.csv:2")
        self.refused("questions", COUNTY, *POLICY, "--facts", "facts.csv", status=FAILED, says="facts.csv:2")


class SeveralPolicies(CommandLineTest):
    AT_60 = "us-ca.prop64.los-angeles with dismiss_at_age=60"

    def test_a_further_policy_has_a_column_and_the_statute_is_beside_the_offices(self):
        out, _ = self.redress("evaluate", COUNTY, *POLICY, "--policy", self.AT_60, "--out", "results")
        self.assertIn("What the statute gives these convictions by itself (us-ca.prop64.statute", out)
        self.assertIn(f"Beside it: {self.AT_60}\n", out)
        for line in out.splitlines():
            self.assertLessEqual(len(line), 110, line)
        for name in ("convictions.csv", "all_rows.csv", "condensed.csv"):
            header = (self.folder / "results" / name).read_text(encoding="latin-1").split("\n", 1)[0]
            self.assertTrue(header.endswith(
                f",Citation,Answer Changes On,Statutory Relief,Data Notes,Eligibility Determination: {self.AT_60}"), name)
        manifest = json.loads((self.folder / "results/manifest.json").read_text())
        self.assertEqual([p["role"] for p in manifest["policies"]], ["office", "statute", "further"])
        self.assertEqual(manifest["policies"][2]["choice"], self.AT_60)
        self.assertIn({"name": "dismiss_at_age", "value": "60", "chosen": True}, manifest["policies"][2]["parameters"])
        self.assertEqual((manifest["all_rows"], manifest["max_rejects"]), (True, "default"))

    def test_the_column_of_a_policy_file_has_no_folder_in_its_name(self):
        draft = self.folder / "draft.toml"
        draft.write_text((ROOT / "policies/us-ca/prop64/sacramento.toml").read_text())
        self.redress("evaluate", COUNTY, *POLICY, "--policy", draft, "--only-decided", "--max-rejects", "3%", "--out", "results")
        header = (self.folder / "results/convictions.csv").read_text(encoding="latin-1").split("\n", 1)[0]
        self.assertTrue(header.endswith(",Eligibility Determination: draft.toml"))
        manifest = json.loads((self.folder / "results/manifest.json").read_text())
        self.assertEqual((manifest["all_rows"], manifest["max_rejects"]), (False, "3%"))

    def test_2_when_a_choice_is_given_twice_or_cannot_be_read(self):
        run = ["evaluate", COUNTY, *POLICY, "--out", "results"]
        self.refused(*run, "--policy", "us-ca.prop64.los-angeles", says=["given twice"])
        self.refused(*run, "--policy", self.AT_60, "--policy", self.AT_60, says=["given twice", self.AT_60])
        self.refused(*run, "--policy", "us-ca.prop64.los-angeles with dismiss_at_ag=60", says=["'dismiss_at_ag'", "dismiss_at_age"])
        self.refused(*run, "--policy", "us-ca.prop64.los-angeles with dismiss_at_age", says=["not name=value", "separated by ';'"])
        self.refused(*run, "--policy", "us-ca.prop64.sacramentoo", says=["us-ca.prop64.sacramento"])

    def test_policies_are_looked_at_before_any_file(self):
        self.refused("evaluate", "nowhere.csv", *POLICY, "--policy", "nothing.of.it", "--out", "results", says="nothing.of.it")
        self.refused("compare", "nowhere.csv", *POLICY, "--policy", "nothing.of.it", says="nothing.of.it")

    def test_compare_shows_who_differs_and_by_which_step(self):
        out, _ = self.redress("compare", COUNTY, *POLICY, "--policy", self.AT_60, "--policy", "us-ca.prop64.sacramento",
                              "--out", "pairs.csv", "--each", "each.csv")
        self.assertIn("A  us-ca.prop64.los-angeles\n", out)
        self.assertIn(f"B  {self.AT_60}\n", out)
        self.assertIn("C  us-ca.prop64.sacramento\n", out)
        self.assertIn("5 older-than-age", out)
        for line in out.splitlines():
            self.assertLessEqual(len(line), 100, line)
        for name in ("pairs.csv", "each.csv"):
            self.assertEqual(stat.S_IMODE((self.folder / name).stat().st_mode), 0o600)
        self.assertNotIn("70000", out)
        again, _ = self.redress("compare", COUNTY, *POLICY, "--policy", self.AT_60, "--quiet")
        self.assertEqual(again, "")

    def test_two_results_folders_are_compared(self):
        self.redress("evaluate", COUNTY, *POLICY, "--out", "one", "--quiet")
        self.redress("evaluate", COUNTY, *POLICY, "--set", "dismiss_at_age=60", "--out", "two", "--quiet")
        out, _ = self.redress("compare", "one", "two")
        self.assertRegex(out, r"parameter dismiss_at_age +A  50\n +B  60\n")
        self.assertIn("with another determination", out)
        # Rows whose count cannot be identified are decisions, and no convictions.
        rows = len((self.folder / "one" / "convictions.csv").read_text().splitlines()) - 1
        self.assertRegex(out, rf"Decisions +People  in the results\n +{rows} +[0-9]+  in A\n")
        self.assertNotRegex(out, r"Convictions +People")
        out, _ = self.redress("compare", "one", "one")
        self.assertIn("Both runs were given the same", out)
        self.assertRegex(out, r" 0 +0  in both, with another determination\n")

    def test_a_comparison_that_cannot_be_made_says_why(self):
        self.redress("evaluate", COUNTY, *POLICY, "--out", "one", "--quiet")
        (self.folder / "empty").mkdir()
        self.refused("compare", "one", "empty", status=FAILED, says=["empty", "no results folder"])
        self.refused("compare", "one", COUNTY, status=FAILED, says="no results folder")
        self.refused("compare", "one", says=["two results folders", "--policy A --policy B"])
        for other in (["--as-of", "2020-01-01"], ["--max-rejects", "lots"], ["--threads", "3"],
                      ["--memory", "1G"]):
            self.refused("compare", "one", "one", *other, says="without other options")
        self.refused("compare", COUNTY, *POLICY, says="nothing to compare")
        self.refused("compare", "one", "one", *POLICY, says=["'one' is a folder", "Leave --policy out"])
        (self.folder / "pairs.csv").write_text("kept")
        self.refused("compare", "one", "one", "--out", "pairs.csv", status=FAILED, says="pairs.csv")
        self.assertEqual((self.folder / "pairs.csv").read_text(), "kept")


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


class PlainWords(CommandLineTest):
    RUN = ["evaluate", COUNTY, *POLICY]

    def test_an_option_before_its_command_is_to_stand_after_it(self):
        for words, option, command in (
                (["--quiet", *self.RUN, "--out", "results"], "'--quiet'", "'redress evaluate'"),
                (["policy", "--policies", "x", "list"], "'--policies'", "'redress policy list'")):
            errors = self.refused(*words, says=[option, "before the command", "Put it after " + command])
            self.assertNotIn("Did you mean", errors)

    def test_an_option_without_its_value_or_with_a_wrong_one(self):
        self.refused(*self.RUN, "--out", says="--out needs a value after it\n")
        self.refused(*self.RUN, "--out", "results", "--threads", "-1", says="--threads: '-1' is no whole number\n")
        self.refused(*self.RUN, "--out", "results", "--quiet=maybe", says="--quiet takes no value\n")
        self.refused("questions", COUNTY, *POLICY, "--top", "-1", says="--top: '-1' is not from 1 to 1000\n")

    def test_a_word_too_many_is_no_command(self):
        for words in (["review", "results", "extra", "--workbook", "x.xlsx"],
                      ["report", "one", "extra", "--out", "two"]):
            self.refused(*words, says="'extra' is one word too many")

    def test_a_policy_with_values_that_lacks_its_quotation_marks(self):
        loose = ["us-ca.prop64.los-angeles", "with", "dismiss_at_age=60,", "youth_age=25"]
        whole = '"us-ca.prop64.los-angeles with dismiss_at_age=60, youth_age=25"'
        for words in (["evaluate", COUNTY, "--policy", *loose, "--out", "results"], ["policy", "show", *loose],
                      ["explain", COUNTY, "--policy", *loose, "--person", "1"]):
            errors = self.refused(*words, says=["quotation marks", whole])
            self.assertNotIn("no such file", errors)
        self.refused("policy", "diff", "us-ca.prop64.los-angeles", *loose, says="quotation marks")
        self.refused("evaluate", COUNTY, "--policy", *loose, "--policy", "us-ca.prop64.sacramento", "--out", "results",
                     says='"ID with dismiss_at_age=60, youth_age=25"')

    def test_a_file_may_be_called_with(self):
        self.refused("check", "with", status=FAILED, says="with: there is no such file")


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

    def test_the_report_counts_rows_for_review_whose_count_cannot_be_identified(self):
        header, *rows = COUNTY.read_text().splitlines(keepends=True)
        names = header.strip().split(",")
        cells = next(csv.reader([row]) for row in rows if "CONVICTED" in row and "LOS ANGELES" in row)
        cells = next(iter(cells))
        cells[names.index("CNT_ORDER")] = "unreadable"
        with open(self.folder / "unidentified.csv", "w", newline="") as file:
            file.write(header)
            csv.writer(file).writerow(cells)
        out, _ = self.redress("evaluate", "unidentified.csv", *POLICY, "--out", "results")
        self.assertIn("Decided   0 convictions of 0 on record\n"
                      "          and 1 more for review: convicted rows whose count cannot be identified\n", out)

    def test_one_is_said_as_one(self):
        header, first, *_ = COUNTY.read_text().splitlines(keepends=True)
        (self.folder / "one.csv").write_text(header + first)
        out, _ = self.redress("check", "one.csv")
        self.assertIn("; 1 row\n", out)
        out, _ = self.redress("evaluate", "one.csv", *POLICY, "--out", "results")
        self.assertRegex(out, "People    1, of whom (0 have|1 has) a conviction that the policy speaks of\n")
        out, _ = self.redress("compare", "one.csv", *POLICY, "--policy", "us-ca.prop64.statute")
        self.assertRegex(out, ": 1 person and [01] convictions? in the files\n")
        self.assertNotRegex(out, r"\b1 (people|convictions)\b")

    def test_progress_ends_with_all_of_the_bytes(self):
        for command in (["check", MESSY_COUNTY], ["evaluate", MESSY_COUNTY, *POLICY, "--out", "results"],
                        ["questions", MESSY_COUNTY, *POLICY, "--out", "facts.csv"],
                        ["compare", MESSY_COUNTY, *POLICY, "--policy", "us-ca.prop64.statute"]):
            with self.subTest(command=command[0]):
                _, errors = self.redress(*command)
                last = errors.splitlines()[-1]
                done, total = re.fullmatch(r"[A-Z][a-z]+: (.*) of (.*)", last).groups()
                self.assertEqual(done, total)

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

    def test_a_person_is_found_by_id_cii_case_and_name(self):
        by_id = self.redress("explain", COUNTY, *POLICY, "--person", "70000015")[0]
        person = json.loads(self.redress("explain", COUNTY, *POLICY, "--person", "70000015", "--json")[0])["people"][0]
        for words in (["--cii", person["cii_number"].lower()], ["--case", person["convictions"][-1]["case_numbers"][0]],
                      ["--name", person["name"].replace(",", " , ").lower()]):
            with self.subTest(words=words):
                self.assertEqual(self.redress("explain", COUNTY, *POLICY, *words)[0], by_id)

    def test_whoever_matches_is_explained_and_the_number_is_told(self):
        out, _ = self.redress("explain", COUNTY, *POLICY, "--name", "Hazelton-Ford")
        self.assertTrue(out.startswith("4 people match.\n"))
        self.assertEqual(len(re.findall(r"(?m)^Person \d+ +HAZELTON-FORD,", out)), 4)

    def test_the_trace_as_json_names_every_policy_and_is_the_same_each_time(self):
        words = ["explain", COUNTY, *POLICY, "--policy", "us-ca.prop64.dismiss-all", "--person", "70000015", "--json"]
        out, errors = self.redress(*words)
        self.assertEqual(errors, "")
        trace = json.loads(out)
        self.assertEqual((trace["format"], trace["format_version"]), ("redress.trace", 1))
        self.assertEqual([p["role"] for p in trace["policies"]], ["office", "statute", "further"])
        self.assertEqual([p["id"] for p in trace["people"]], ["70000015"])
        self.assertNotIn("000-00-", out)
        self.assertEqual(out, self.redress(*words)[0])

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


class PolicyDiff(CommandLineTest):
    def test_what_differs_between_two_policies_is_said_in_words(self):
        out, _ = self.redress("policy", "diff", "us-ca.prop64.los-angeles", "us-ca.prop64.los-angeles with dismiss_at_age=60")
        self.assertIn("dismiss_at_age\n    Value\n      A              50\n      B              60\n", out)
        self.assertIn("0 steps only in A, 0 only in B, 0 in both but changed", out)

    def test_policies_that_share_their_criteria_differ_in_name_alone(self):
        out, _ = self.redress("policy", "diff", "us-ca.prop64.san-joaquin", "us-ca.prop64.contra-costa")
        self.assertIn("No difference in criteria.", out)
        self.assertIn("No difference.", self.redress("policy", "diff", "us-ca.prop64.statute", "us-ca.prop64.statute")[0])

    def test_on_files_the_people_and_convictions_affected_are_counted(self):
        words = ["policy", "diff", "us-ca.prop64.los-angeles", "us-ca.prop64.dismiss-all", "--on", COUNTY, "--as-of", "2020-03-01"]
        out, _ = self.redress(*words)
        self.assertRegex(out, r"At least one of the two speaks of \d+ convictions of 88 people\.")
        self.assertRegex(out, r"Another determination: \d+ convictions of \d+ people\.")
        for secret in SECRETS:
            self.assertNotIn(secret, out)

    def test_words_that_name_no_two_policies_are_refused(self):
        self.refused("policy", "diff", "us-ca.prop64.statute", says="POLICY: 2 are needed, and 1 is given")
        self.refused("policy", "diff", "a", "b", "c", says="POLICY: 2 are needed, and 3 are given")
        self.refused("policy", "diff", "us-ca.prop64.statute", "us-ca.prop64.sttute", says="Did you mean 'us-ca.prop64.statute'?")
        self.refused("policy", "diff", "us-ca.prop64.statute", "us-ca.prop64.los-angeles with age=5", says="age")


if __name__ == "__main__":
    unittest.main()
