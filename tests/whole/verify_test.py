"""A results folder proved: its run done again agrees byte for byte, and whatever was changed is found and named."""

import gzip
import hashlib
import json
import shutil
import unittest

from program import DONE, FAILED, HEADER, POLICY, ROOT, SECRET, WRONG_WORDS, ProgramTest, main, row, rows

POLICIES = ROOT / "policies"
LOS_ANGELES = POLICIES / "us-ca/prop64/los-angeles.toml"
RESULT_FILES = ["convictions.csv", "all_rows.csv", "condensed.csv", "rejects.csv", "summary.json", "manifest.json"]
FACTS = "person,case_or_count,fact,value,source,who\n100000001,001002003000,concentrate_grams,3,police report,RQ\n"


class Verify(ProgramTest):
    def setUp(self):
        super().setUp()
        self.data = self.folder / "data"
        self.data.mkdir()
        self.put("county.csv", rows(20) + "one cell\n")

    def put(self, name, content):
        return self.write(f"data/{name}", content)

    def evaluated(self, *words, inputs=("data/county.csv",), policy=POLICY, **options):
        done = self.run_program("evaluate", *inputs, *policy, "--out", "results", "--quiet", "--no-report", *words, **options)
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.is_complete()

    def verified(self, *words, status, data=("data",)):
        folders = [word for folder in data for word in ("--data", folder)]
        done = self.run_program("verify", "results", *folders, *words)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        for text in (done.stdout, done.stderr):
            self.assertNotIn(SECRET, text)
            self.assertNotIn("19600314", text)
        return done

    def agrees(self, *words, **options):
        before = self.content_of_folder()
        done = self.verified(*words, status=DONE, **options)
        self.assertIn("Every byte agrees: ", done.stdout)
        self.assertEqual(self.content_of_folder(), before)
        report = json.loads(self.verified("--json", *words, status=DONE, **options).stdout)
        self.assertTrue(report["agrees"] and report["recomputed"])
        self.assertEqual(report["findings"], [])
        return done.stdout

    def finds(self, *words, **options):
        """The findings of results that do not agree, by their ids in order, each once."""
        report = json.loads(self.verified("--json", *words, status=FAILED, **options).stdout)
        self.assertFalse(report["agrees"])
        self.assertGreater(len(report["findings"]), 0)
        self.report = report
        return report["findings"]

    def ids(self, *words, **options):
        return sorted({finding["id"] for finding in self.finds(*words, **options)})

    def content_of_folder(self):
        return {path.name: path.read_bytes() for path in (self.folder / "results").iterdir()}

    def change(self, name, change):
        path = self.folder / "results" / name
        path.write_bytes(change(path.read_bytes()))

    def change_manifest(self, change):
        manifest = json.loads((self.folder / "results/manifest.json").read_bytes())
        change(manifest)
        (self.folder / "results/manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


class WhatAgrees(Verify):
    def test_a_folder_as_the_run_wrote_it_agrees_byte_for_byte_and_nothing_is_written(self):
        self.evaluated()
        content = self.content_of_folder()
        size = sum(map(len, content.values()))
        self.assertIn(f"Every byte agrees: 6 files, {size:,} bytes, recomputed from 1 input.", self.agrees())
        self.assertEqual(self.verified("--quiet", status=DONE).stdout, "")

    def test_it_agrees_at_any_number_of_threads_and_from_the_current_folder(self):
        self.evaluated("--threads", 3)
        self.agrees("--threads", 1)
        shutil.copy(self.data / "county.csv", self.folder / "county.csv")
        self.agrees(data=())

    def test_several_inputs_are_found_in_several_folders_the_right_one_of_two_with_one_name(self):
        (self.folder / "north").mkdir()
        self.write("north/county.csv", row("200000001"))
        self.evaluated(inputs=["data/county.csv", "north/county.csv"])
        for data in (["data", "north"], ["north", "data"]):
            self.assertIn("recomputed from 2 inputs", self.agrees(data=data))

    def test_packed_inputs_are_found_under_their_packed_names(self):
        self.put("packed.csv.gz", gzip.compress((HEADER + row("200000001")).encode()))
        self.evaluated(inputs=["data/packed.csv.gz"])
        self.agrees()
        self.put("packed.csv.gz", gzip.compress((HEADER + row("200000001")).encode(), compresslevel=1))
        self.agrees()

    def test_options_of_the_run_are_replayed(self):
        self.evaluated("--only-decided", "--max-rejects", "2", "--set", "dismiss_at_age=61")
        self.assertIn("Every byte agrees: 4 files", self.agrees())
        shutil.rmtree(self.folder / "results")
        self.evaluated("--max-rejects", "12.5%")
        self.agrees()

    def test_an_options_file_is_replayed_from_the_values_that_were_recorded(self):
        options = self.write("options.json", json.dumps({"baselineEligibility": {"dismiss": ["11357(a)"], "reduce": ["11358"]}}))
        self.evaluated("--options", options, "--county", "los angeles",
                       policy=["--policy", "us-ca.prop64.configurable", "--as-of", "2020-03-01"])
        options.unlink()
        self.agrees()

    def test_further_policies_are_replayed_with_their_parameters(self):
        self.evaluated("--policy", "us-ca.prop64.los-angeles with dismiss_at_age=65, youth_age=25",
                       "--policy", "us-ca.prop64.dismiss-all")
        self.agrees()

    def test_the_statute_as_the_office_policy_is_replayed(self):
        self.evaluated("--county", "LOS ANGELES", policy=["--policy", "us-ca.prop64.statute", "--as-of", "2020-03-01"])
        self.agrees()

    def test_an_office_text_of_the_statute_is_replayed_beside_the_statute(self):
        self.put("mine.toml", (POLICIES / "us-ca/prop64/statute.toml").read_text() + "# ours\n")
        self.evaluated("--county", "LOS ANGELES", policy=["--policy", "data/mine.toml", "--as-of", "2020-03-01"])
        manifest = json.loads((self.folder / "results/manifest.json").read_bytes())
        self.assertEqual([(p["role"], p["id"]) for p in manifest["policies"]],
                         [("office", "us-ca.prop64.statute"), ("statute", "us-ca.prop64.statute")])
        self.agrees()

    def test_a_dated_default_is_replayed_as_such_and_its_value_chosen_as_chosen(self):
        dated = "default = [{ value = 50, until = 2020-12-31 }, { value = 40, from = 2021-01-01 }]"
        self.put("dated.toml", LOS_ANGELES.read_text().replace("default = 50", dated, 1))
        for words in ((), ("--set", "dismiss_at_age=50"), ("--set", "dismiss_at_age=40")):
            with self.subTest(words=words):
                self.evaluated(*words, policy=["--policy", "data/dated.toml", "--as-of", "2020-03-01"])
                manifest = json.loads((self.folder / "results/manifest.json").read_bytes())
                age = {"name": "dismiss_at_age", "value": words[1][-2:] if words else "50"}
                self.assertEqual(manifest["parameters"][0], age | ({"chosen": True} if words else {}))
                self.agrees()
                shutil.rmtree(self.folder / "results")

    def test_supplied_facts_are_replayed_from_their_file(self):
        self.put("supplied.csv", FACTS)
        self.evaluated("--facts", "data/supplied.csv")
        self.agrees()
        self.put("supplied.csv", FACTS.replace(",3,", ",9,"))
        self.assertIn("facts_changed", self.ids())
        (self.data / "supplied.csv").unlink()
        self.assertEqual(self.ids(), ["facts_missing"])

    def test_a_policy_given_as_a_file_is_found_by_its_name(self):
        text = LOS_ANGELES.read_text().replace('"us-ca.prop64.los-angeles"', '"office.own"')
        file = self.put("own.toml", text)
        self.evaluated(policy=["--policy", file, "--as-of", "2020-03-01"])
        self.agrees()
        file.write_text(text.replace("default = 50", "default = 51"))
        self.assertIn("policy_changed", self.ids())
        file.unlink()
        self.assertEqual(self.ids(), ["policy_missing"])
        self.assertFalse(self.report["recomputed"])

    def test_a_changed_copy_of_a_carried_policy_is_found_beside_the_data(self):
        self.put("los-angeles.toml", LOS_ANGELES.read_text() + "# ours\n")
        self.evaluated(policy=["--policy", "data/los-angeles.toml", "--as-of", "2020-03-01"])
        self.agrees()

    def test_standard_input_is_replayed_where_it_was_saved_under_that_name(self):
        text = rows(3)
        self.evaluated(inputs=["-"], input=text.encode())
        self.assertEqual(self.ids(), ["input_missing"])
        self.assertIn('save what it was given as a file named "standard input"', self.report["findings"][0]["words"])
        self.put("standard input", text)
        self.agrees()


class WhatDiffers(Verify):
    def test_each_file_changed_at_its_first_or_last_byte_or_longer_or_shorter_is_named_with_the_place(self):
        self.evaluated()
        sound = self.content_of_folder()
        changes = {"first": lambda b: bytes([b[0] ^ 1]) + b[1:], "last": lambda b: b[:-1] + bytes([b[-1] ^ 1]),
                   "longer": lambda b: b + b"\n", "shorter": lambda b: b[:-1], "empty": lambda b: b""}
        for name in RESULT_FILES[:-1]:
            size = len(sound[name])
            for kind, change in changes.items():
                with self.subTest(file=name, change=kind):
                    self.change(name, change)
                    [finding] = self.finds()
                    self.assertEqual((finding["id"], finding["file"]), ("file_changed", name))
                    self.assertEqual(finding["byte"], {"first": 0, "last": size - 1, "longer": size, "shorter": size - 1,
                                                       "empty": 0}[kind])
                    self.assertEqual(finding["row"] is None, not name.endswith(".csv"))
                    self.assertTrue(self.report["recomputed"])
                    (self.folder / "results" / name).write_bytes(sound[name])
        self.agrees()

    def test_a_changed_cell_is_named_by_row_and_column_and_never_shown(self):
        self.evaluated()
        self.change("convictions.csv", lambda b: b.replace(b"Eligible for Dismissal", b"Not eligible for relief", 1))
        [finding] = self.finds()
        self.assertEqual((finding["id"], finding["row"], finding["column"]),
                         ("file_changed", 2, "Eligibility Determination"))
        words = self.verified(status=FAILED).stdout
        self.assertIn('convictions.csv, row 2, byte ', words)
        self.assertIn(', column "Eligibility Determination": ', words)
        self.assertNotIn("Eligible for Dismissal", words)

    def test_changed_or_missing_decisions_blame_nothing_that_was_made_of_them(self):
        done = self.run_program("evaluate", "data/county.csv", *POLICY, "--out", "results", "--quiet", "--report")
        self.assertEqual(done.returncode, DONE, done.stderr)
        sound = self.content_of_folder()
        self.assertIn("convictions.xlsx", sound)
        self.agrees()
        changes = {"cell": lambda b: b.replace(b"Eligible for Dismissal", b"Not eligible for relief", 1),
                   "quote": lambda b: b[:-1] + b',"', "empty": lambda b: b"", "header": lambda b: b[1:]}
        for kind, change in changes.items():
            with self.subTest(kind):
                self.change("convictions.csv", change)
                self.assertEqual([(f["id"], f["file"]) for f in self.finds()], [("file_changed", "convictions.csv")])
                self.assertTrue(self.report["recomputed"])
        (self.folder / "results/convictions.csv").unlink()
        self.assertEqual([(f["id"], f["file"]) for f in self.finds()], [("file_missing", "convictions.csv")])
        self.assertTrue(self.report["recomputed"])

    def test_a_changed_file_whose_new_checksum_was_put_into_the_manifest_is_found_all_the_same(self):
        self.evaluated()
        self.change("convictions.csv", lambda b: b.replace(b"Eligible for Dismissal", b"Not eligible for relief", 1))
        content = (self.folder / "results/convictions.csv").read_bytes()

        def forge(manifest):
            [listed] = [o for o in manifest["outputs"] if o["name"] == "convictions.csv"]
            listed.update(bytes=len(content), sha256=hashlib.sha256(content).hexdigest())
        self.change_manifest(forge)
        findings = {finding["file"]: finding for finding in self.finds()}
        self.assertEqual(set(findings), {"convictions.csv", "manifest.json"})
        self.assertEqual(findings["convictions.csv"]["id"], "file_differs")
        self.assertIn(findings["manifest.json"]["column"], ("bytes", "sha256"))

    def test_a_file_too_much_and_a_file_too_few_are_named(self):
        self.evaluated()
        (self.folder / "results/notes.txt").write_text("mine")
        [finding] = self.finds()
        self.assertEqual((finding["id"], finding["file"]), ("file_extra", "notes.txt"))
        (self.folder / "results/notes.txt").unlink()
        for name in RESULT_FILES[:-1]:
            content = (self.folder / "results" / name).read_bytes()
            (self.folder / "results" / name).unlink()
            [finding] = self.finds()
            self.assertEqual((finding["id"], finding["file"]), ("file_missing", name))
            (self.folder / "results" / name).write_bytes(content)
            (self.folder / "results" / name).chmod(0o600)
        self.agrees()

    def test_results_that_others_may_read_or_with_other_permissions_are_named_though_every_byte_agrees(self):
        self.evaluated()
        results = self.folder / "results"
        for path, mode, opened in ((results / "convictions.csv", 0o644, True), (results / "manifest.json", 0o620, True),
                                   (results / "summary.json", 0o400, False), (results, 0o755, True)):
            with self.subTest(file=path.name, mode=oct(mode)):
                was = path.stat().st_mode & 0o777
                path.chmod(mode)
                [finding] = self.finds()
                self.assertEqual((finding["id"], finding["file"], finding["byte"]), ("mode_changed", path.name, None))
                self.assertIn(f"permissions are 0{mode:o}, and a run leaves 0{was:o}", finding["words"])
                self.assertEqual("others than its owner" in finding["words"], opened)
                words = self.verified(status=FAILED).stdout
                self.assertIn("Every byte agrees: 6 files", words)
                self.assertIn("But these results are not kept as the run left them:", words)
                path.chmod(was)
        self.agrees()

    def test_a_changed_input_is_named_and_what_it_changes_is_shown(self):
        self.evaluated()
        self.put("county.csv", rows(20, CONV_STAT_DESCR="MISDEMEANOR") + "one cell\n")
        findings = self.finds()
        self.assertEqual((findings[0]["id"], findings[0]["file"]), ("input_changed", "county.csv"))
        self.assertTrue(self.report["recomputed"])
        self.assertIn("convictions.csv", {f["file"] for f in findings if f["id"] == "file_differs"})

    def test_a_changed_input_that_no_run_takes_is_named_with_the_reason(self):
        self.evaluated()
        self.put("county.csv", "a,b,c\n" * 300)
        self.assertEqual([f["id"] for f in self.finds()], ["input_changed", "not_recomputed"])
        self.assertIn("not a research file", self.report["findings"][1]["words"])
        self.put("county.csv", "")
        self.assertEqual([f["id"] for f in self.finds()], ["input_changed", "not_recomputed"])

    def test_a_missing_input_is_named_and_the_folder_is_still_held_against_its_manifest(self):
        self.evaluated()
        (self.data / "county.csv").unlink()
        self.assertEqual([f["id"] for f in self.finds()], ["input_missing"])
        self.assertIn("could not be checked", self.verified(status=FAILED).stdout)
        self.change("summary.json", lambda b: b + b" ")
        self.assertEqual([f["id"] for f in self.finds()], ["file_changed", "input_missing"])
        self.assertIn("which could not be done again", self.verified(status=FAILED).stdout)

    def test_another_policy_text_and_another_section_set_are_named(self):
        self.evaluated()
        mine = self.folder / "policies"
        shutil.copytree(POLICIES, mine)
        self.agrees("--policies", mine)
        policy = mine / "us-ca/prop64/los-angeles.toml"
        policy.write_text(policy.read_text() + "# a remark\n")
        self.assertEqual(self.ids("--policies", mine), ["file_differs", "policy_changed"])
        self.assertEqual({f["file"] for f in self.report["findings"]}, {"los-angeles.toml", "manifest.json"})
        shutil.copy(LOS_ANGELES, policy)
        sets = mine / "us-ca/sets/superstrikes-los-angeles.toml"
        sets.write_text(sets.read_text() + "# a remark\n")
        self.assertEqual(self.ids("--policies", mine), ["file_differs", "set_changed"])
        policy.unlink()
        self.assertIn("policy_missing", self.ids("--policies", mine))

    def test_an_edited_manifest_gives_another_run(self):
        self.evaluated()
        sound = (self.folder / "results/manifest.json").read_bytes()
        edits = {"as_of": lambda m: m.update(as_of="2020-03-02"),
                 "counts": lambda m: m["counts"].update(people=21),
                 "parameter": lambda m: m["policies"][0]["parameters"][0].update(value="61"),
                 "extra key": lambda m: m.update(remark="mine")}
        for name, edit in edits.items():
            with self.subTest(edit=name):
                self.change_manifest(edit)
                self.assertIn("manifest.json", {f["file"] for f in self.finds() if f["id"] == "file_differs"})
                (self.folder / "results/manifest.json").write_bytes(sound)
        with self.subTest(edit="no all_rows"):
            self.change_manifest(lambda m: m.update(all_rows=False))
            self.assertIn("file_differs", self.ids())
            (self.folder / "results/manifest.json").write_bytes(sound)
        for edit in (lambda m: m.update(county="KERN"), lambda m: m.update(max_rejects="0"), lambda m: m["policies"][0]["parameters"].append({"name": "x", "value": "1", "chosen": True})):
            self.change_manifest(edit)
            self.assertIn("not_recomputed", self.ids())
            (self.folder / "results/manifest.json").write_bytes(sound)

    def test_another_version_of_the_program_is_named_as_a_possible_cause(self):
        self.evaluated()
        self.change_manifest(lambda m: m.update(program_version="0.0.1"))
        findings = self.finds()
        self.assertEqual(findings[0]["id"], "version")
        self.assertIn("version 0.0.1 of the program", findings[0]["words"])
        [finding] = [f for f in findings if f["file"] == "manifest.json"]
        self.assertEqual(finding["column"], "program_version")


class WhatIsRefused(Verify):
    def refuses(self, *words, says, status=FAILED):
        self.refused(self.run_program("verify", *words), *says, status=status)

    def test_a_folder_without_a_readable_manifest_is_refused(self):
        self.refuses("results", says=["manifest.json", "missing"])
        self.evaluated()
        for content in (b"", b"{", b"[]", b"{\"format\": \"redress.manifest\"}"):
            self.change("manifest.json", lambda _, content=content: content)
            self.refuses("results", "--data", "data", says=["manifest.json"])

    def test_a_manifest_that_leads_out_of_the_data_folder_is_refused(self):
        self.evaluated()
        for key in ("inputs", "outputs", "policies"):
            self.change_manifest(lambda m, key=key: m[key][0].update(name="../county.csv"))
            self.refuses("results", "--data", "data", says=[f"'{key}[0].name'"])
            self.change_manifest(lambda m, key=key: m[key][0].update(name="county.csv"))

    def test_a_data_folder_that_is_none_is_refused(self):
        self.evaluated()
        self.refuses("results", "--data", "nowhere", says=["nowhere", "not a folder"])
        self.refuses("results", "--data", "data", "--policies", "nowhere", says=["nowhere"], status=WRONG_WORDS)

    def test_a_link_in_the_place_of_a_file_is_no_file_of_the_run(self):
        self.evaluated()
        path = self.folder / "results/convictions.csv"
        path.rename(self.folder / "elsewhere.csv")
        path.symlink_to(self.folder / "elsewhere.csv")
        self.assertIn("file_changed", self.ids())


if __name__ == "__main__":
    main()
