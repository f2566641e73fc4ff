"""Report and workbook as a run leaves them, and made again from a results folder: what they say, how they are tagged."""

import json
import re
import subprocess
import unittest

from program import DONE, FAILED, POLICY, SECRET, WRONG_WORDS, ProgramTest, main, row, rows, shim

REPORTS = ["convictions.xlsx", "report.html", "report.pdf"]
OTHERS = ["all_rows.csv", "condensed.csv", "convictions.csv", "manifest.json", "rejects.csv", "summary.json"]


class Report(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("county.csv", rows(20) + row("200000001", PRI_NAME='"PEÑA, NGUYỄN THỊ ÁNH"', CONV_STAT_DESCR=""))

    def evaluated(self, *words, out="results", **options):
        done = self.run_program("evaluate", "county.csv", *POLICY, "--out", out, *words, **options)
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.is_complete(out)
        return done

    def report(self, *words, status=DONE, **options):
        done = self.run_program("report", *words, **options)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done

    def names(self, folder="results"):
        return sorted(p.name for p in (self.folder / folder).iterdir())

    def bytes_of(self, folder):
        return {name: (self.folder / folder / name).read_bytes() for name in self.names(folder)}

    def poppler(self, *words):
        return subprocess.run(words, cwd=self.folder, stdout=subprocess.PIPE, check=True).stdout.decode()

    def text(self, pdf="results/report.pdf"):
        return re.sub(r"\s+", " ", self.poppler("pdftotext", "-layout", pdf, "-"))

    def test_a_run_writes_report_and_workbook_and_lists_them(self):
        self.evaluated()
        self.assertEqual(self.names(), sorted(OTHERS + REPORTS))
        for name in REPORTS:
            self.assertEqual((self.folder / "results" / name).stat().st_mode & 0o777, 0o600)

    def test_a_run_can_leave_them_out(self):
        self.evaluated("--no-report")
        self.assertEqual(self.names(), OTHERS)
        done = self.run_program("evaluate", "county.csv", *POLICY, "--out", "both", "--report", "--no-report")
        self.refused(done, status=WRONG_WORDS)

    def test_they_are_made_again_without_the_data_byte_for_byte(self):
        self.evaluated()
        self.evaluated("--no-report", out="without")
        (self.folder / "county.csv").unlink()
        self.report("without")
        again = self.bytes_of("without")
        first = self.bytes_of("results")
        for name in REPORTS:
            self.assertEqual(again[name], first[name], name)
        self.report("results", "--out", "elsewhere")
        self.assertEqual(self.bytes_of("elsewhere"), {name: first[name] for name in REPORTS})
        self.assertIn("with the same bytes", self.report("results").stdout)
        self.assertEqual(self.bytes_of("results"), first)

    def test_the_day_the_zone_and_the_locale_are_in_none_of_them(self):
        self.evaluated()
        self.evaluated("--quiet", out="other", environment={"TZ": "Asia/Kathmandu", "LC_ALL": "de_DE.UTF-8", "LANG": "vi_VN"})
        self.assertEqual(self.bytes_of("other"), self.bytes_of("results"))

    def test_a_run_with_reports_is_verified_with_them(self):
        self.evaluated()
        self.assertIn("Every byte agrees: 9 files", self.run_program("verify", "results").stdout)

    def test_a_file_that_somebody_changed_is_never_replaced(self):
        self.evaluated()
        (self.folder / "results/report.html").write_bytes(b"mine")
        self.refused(self.run_program("report", "results"), "report.html", "--out")
        self.assertEqual((self.folder / "results/report.html").read_bytes(), b"mine")
        self.no_temporary_file_is_left()

    def test_results_that_were_changed_or_are_none_are_refused(self):
        self.evaluated("--no-report")
        self.refused(self.run_program("report", "nowhere"), "nowhere")
        summary = self.folder / "results/summary.json"
        summary.write_bytes(summary.read_bytes() + b" ")
        self.refused(self.run_program("report", "results"), "summary.json")
        self.assertEqual(self.names(), OTHERS)

    def test_the_public_edition_stands_elsewhere_and_names_nobody(self):
        self.evaluated()
        self.refused(self.run_program("report", "results", "--public"), "--out", status=WRONG_WORDS)
        self.report("results", "--public", "--out", "public")
        self.assertEqual(self.names("public"), ["figures.xlsx", "report.html", "report.pdf"])
        page = (self.folder / "public/report.html").read_text()
        for text in (page, self.text("public/report.pdf")):
            self.assertIn("Public edition", text)
            for secret in (SECRET, "NGUY", "county.csv", "100000001", "200000001", "001002003000"):
                self.assertNotIn(secret, text)

    def test_why_convictions_are_in_review_does_not_give_itself_away_beside_how_many_are(self):
        doubtful = "".join(row(str(300000001 + i), CONV_STAT_DESCR="", OFFENSE_DESCR="11358 HS") for i in range(13))
        gaps = "".join(row(str(400000001 + i)) + row(str(400000001 + i), CNT_ORDER="1") for i in range(6))
        self.write("county.csv", rows(20) + doubtful + gaps)
        self.evaluated("--quiet")
        told = json.loads((self.folder / "results/summary.json").read_text())["decisions"]
        causes = {line["cause"]: line["convictions"] for line in told["reviews_by_cause"]["table"]}
        self.assertEqual(causes, {"undecided": 13, "scope_unknown": 0, "incomplete": 6})
        self.report("results", "--public", "--out", "public")
        page = (self.folder / "public/report.html").read_text()
        cell = lambda name: re.search(re.escape(name) + r'</th><td class="number">([^<]*)<', page)[1]
        self.assertEqual(cell("A row of the person could not be used, so that the record has a gap"), "hidden")
        self.assertIn("hidden", [cell("Several determinations are possible on what is known"), cell("Needs Review")])

    def test_a_count_that_goes_by_two_names_is_hidden_under_both(self):
        gap = lambda person, **cells: row(person, **cells) + row(person, CNT_ORDER="1", **cells)
        gaps = "".join(gap(str(400000001 + i)) for i in range(13))
        doubly = "".join(gap(str(500000001 + i), STP_ORI_CNTY_NAME="") for i in range(3))
        levels = "".join(row(str(600000001 + i), CONV_STAT_DESCR="", OFFENSE_DESCR="11358 HS") for i in range(30))
        later = {"CNT_ORDER": "004001001000", "OFFENSE_DESCR": "459 PC-BURGLARY", "STP_EVENT_DATE": "20150405"}
        both = "".join(row(str(700000001 + i), CONV_STAT_DESCR="", PRI_DOB="", OFFENSE_DESCR="11358 HS") +
                       row(str(700000001 + i), PRI_DOB="", **later) for i in range(2))
        self.write("county.csv", rows(20) + gaps + doubly + levels + both)
        screen = self.evaluated()
        summary = json.loads((self.folder / "results/summary.json").read_text())
        causes = {line["cause"]: line["convictions"] for line in summary["decisions"]["reviews_by_cause"]["table"]}
        alone = sum(line["settles_alone"] for line in summary["decisions"]["reviews_by_fact"]["table"])
        self.assertRegex(screen.stdout, rf"\n +{sum(causes.values()) - alone}  no single fact")
        questions = summary["policies"][0]["questions"]
        faults = {line["fault"]: line for line in questions["faults"]["table"]}
        first = questions["missing_facts"]["table"][0]
        self.assertEqual(causes["incomplete"], faults["missing_row"]["alone"]["convictions"])
        self.assertEqual(causes["scope_unknown"], faults["scope"]["takes_part"]["convictions"])
        self.assertEqual(first["further"], first["alone"])
        self.assertEqual(first["takes_part"]["convictions"] - first["alone"]["convictions"], 2)
        self.report("results", "--public", "--out", "public")
        page = (self.folder / "public/report.html").read_text()
        cells = lambda name: re.findall(r'<td class="number">([^<]*)<', re.search(
            re.escape(name) + r"</th>(.*?)</tr>", page, re.S)[1])
        incomplete, = cells("A row of the person could not be used, so that the record has a gap")
        alone, takes_part, _ = cells("A row of the person could not be read or used: mend the file.")
        # Of 16 convictions 13 hang on a gap alone: who knows both knows of 3 people.
        self.assertEqual(alone, "hidden")
        self.assertIn("hidden", [incomplete, takes_part])
        further, settled, alone, takes_part = cells(first["question"])
        self.assertEqual(further == "hidden", alone == "hidden")
        if takes_part != "hidden":
            self.assertEqual((further, alone, settled), ("hidden",) * 3)

    def test_reviews_that_no_single_fact_settles_stand_under_their_own_heading(self):
        gap = lambda person: row(person) + row(person, CNT_ORDER="1")
        self.write("county.csv", rows(20) + "".join(gap(str(400000001 + i)) for i in range(3)))
        said = self.evaluated("--no-report").stdout
        self.assertRegex(said, r"\nFacts on which [^\n]* each alone\n +3  no single fact")

    def test_all_dismissed_does_not_give_the_scope_away_where_it_is_the_scope(self):
        (self.folder / "county.csv").unlink()
        done = self.run_program("synth", "--people", "35", "--seed", "310", "--out", "county.csv")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.evaluated("--quiet")
        people = json.loads((self.folder / "results/summary.json").read_text())["people"]
        reached = {line["scenario"]: line["at_least"] for line in people["people_reached"]["table"]}
        self.assertEqual(reached["all_prop64_dismissed"], people["people_in_scope"]["value"])
        women = 9
        self.assertEqual(people["people_in_scope"]["value"], 24 + women)
        self.report("results", "--public", "--out", "public")
        page = (self.folder / "public/report.html").read_text()
        cells = re.findall(r"People with some relief</th>(.*?)</tr>", page, re.S)[-1]
        all_dismissed = re.findall(r'<td class="number">([^<]*)<', cells)[3]
        men = re.search(r"M \(male\)</th><td class=\"number\">([^<]*)<", page)[1]
        # Who knows two of scope, men and women knows the third; the scope stands under "all dismissed", too.
        self.assertIn("hidden", [all_dismissed, men])

    def test_supplied_facts_are_named_where_somebody_signs(self):
        self.evaluated()
        self.assertIn("Nobody supplied facts", (self.folder / "results/report.html").read_text())
        self.write("county.csv", rows(12) + row("900000001", PRI_DOB=""))
        self.write("facts.csv", "person,case_or_count,fact,value,source,who\n"
                                "900000001,,birth_date,1960-03-14,court file,QA\n")
        done = self.run_program("evaluate", "county.csv", *POLICY, "--facts", "facts.csv", "--out", "supplied")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Supplied  and used for so many convictions or people: birth date (1)", done.stdout)
        self.write("facts.csv.empty", "person,case_or_count,fact,value,source,who\n900000001,,birth_date,,,\n")
        done = self.run_program("evaluate", "county.csv", *POLICY, "--facts", "facts.csv.empty", "--out", "none", "--no-report")
        self.assertIn("Supplied  no fact of 1 file was used", done.stdout, done.stderr)
        for text in ((self.folder / "supplied/report.html").read_text(), self.text("supplied/report.pdf")):
            self.assertIn("Files of facts that somebody supplied", text)
            self.assertIn("facts.csv", text)
            self.assertIn("birth date", text)
            self.assertNotIn("Nobody supplied facts", text)
        self.report("supplied", "--public", "--out", "public")
        self.assertNotIn("facts.csv", (self.folder / "public/report.html").read_text())

    def test_the_internal_edition_names_who_waits_in_every_letter(self):
        self.evaluated()
        page = (self.folder / "results/report.html").read_text()
        for text in (page, self.text()):
            for word in ("PEÑA,", "NGUYỄN", "THỊ", "ÁNH"):  # a column of the PDF is narrow
                self.assertIn(word, text)
            self.assertIn("CONFIDENTIAL", text)

    def test_the_lines_for_a_signature_are_the_last_of_their_page_and_whole(self):
        self.evaluated()
        pages = [re.sub(r"\s+", " ", page) for page in self.poppler("pdftotext", "-layout", "results/report.pdf", "-").split("\f")]
        signed = [page for page in pages if "Signature" in page]
        self.assertEqual(len(signed), 1)
        for line in ("Agency and unit", "Run by", "Reviewed by", "Approved by", "Signature Date"):
            self.assertIn(line, signed[0])
        self.assertNotIn("Decisions to look at first", signed[0])
        self.assertIn("Decisions to look at first", pages[pages.index(signed[0]) + 1])

    def test_both_tell_every_figure_of_the_summary_at_a_glance(self):
        self.evaluated()
        summary = json.loads((self.folder / "results/summary.json").read_text())
        in_scope = summary["decisions"]["convictions_in_scope"]
        for text in (self.text(), (self.folder / "results/report.html").read_text()):
            self.assertIn(in_scope["definition"], text)
            self.assertIn("Not measured.", text)
            self.assertIn("if the court grants it", text)
            for line in summary["reconciliation"]["table"]:
                self.assertIn(line["words"], text)

    def test_the_pdf_is_letter_has_its_title_and_is_tagged_in_the_order_of_reading(self):
        self.evaluated()
        facts = self.poppler("pdfinfo", "results/report.pdf")
        self.assertRegex(facts, r"Title: +Los Angeles County District Attorney, Proposition 64 review")
        self.assertRegex(facts, r"Tagged: +yes")
        self.assertRegex(facts, r"Page size: +612 x 792 pts \(letter\)")
        self.assertRegex(facts, r"JavaScript: +no")
        tags = self.poppler("pdfinfo", "-struct", "results/report.pdf")
        kinds = re.findall(r"^ *(\w+)", tags, re.MULTILINE)
        self.assertEqual(kinds[:4], ["Document", "H1", "P", "H2"])
        for kind in ("Table", "Caption", "TR", "TH", "TD", "Figure", "L", "LI", "LBody", "H3"):
            self.assertIn(kind, kinds)
        self.assertEqual(kinds.count("H1"), 1)
        self.assertIn("/Scope /Column", tags)
        self.assertIn("/Scope /Row", tags)

    def test_the_pdf_says_its_language_and_every_figure_in_words(self):
        self.evaluated()
        laid_open = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", "results/report.pdf", "-"], cwd=self.folder,
                                   stdout=subprocess.PIPE, check=True).stdout.decode("latin-1")
        self.assertIn("/Lang (en-US)", laid_open)
        self.assertIn("/DisplayDocTitle true", laid_open)
        figures = laid_open.count("/S /Figure")
        self.assertGreater(figures, 5)
        self.assertEqual(laid_open.count("/Alt "), figures)
        self.assertNotIn("/ModDate", laid_open)
        checked = subprocess.run(["qpdf", "--check", "results/report.pdf"], cwd=self.folder, stdout=subprocess.PIPE, check=False)
        self.assertEqual(checked.returncode, 0, checked.stdout)

    def test_every_call_that_fails_while_they_are_made_leaves_nothing(self):
        words = ["evaluate", "county.csv", *POLICY, "--out", "results", "--quiet", "--threads", "1"]
        calls = self.calls_of(*words)
        late = [call for call in calls if call[2].endswith(tuple(REPORTS)) or "memfd" in call[2]]
        self.assertGreater(len(late), 5)
        for file in (self.folder / "results").iterdir():
            file.unlink()
        (self.folder / "results").rmdir()
        for number, name, path in late:
            with self.subTest(call=(number, name, path)):
                done = self.run_program(*words, environment=shim(FAULT_AT=number, FAULT_DO="fail 28"))
                if done.returncode == DONE:  # closing what was only read, or a file that has no name, loses nothing
                    self.assertEqual(name, "close")
                    self.is_complete()
                    for file in (self.folder / "results").iterdir():
                        file.unlink()
                    (self.folder / "results").rmdir()
                else:
                    self.refused(done)
                    self.nothing_is_left()


if __name__ == "__main__":
    main()
