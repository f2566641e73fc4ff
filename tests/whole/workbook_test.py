#!/usr/bin/python3
"""convictions.xlsx by a second reader, cell by cell beside convictions.csv and summary.json; and what people enter in
it, read back by 'redress review'. REDRESS_PROGRAM and REDRESS_MAKE_WORKBOOK name the programs.
Longer than most files: the sheets and what becomes of the entries in them are tested with the same few helpers."""

import csv
import datetime
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from collections import Counter
from pathlib import Path

try:
    import openpyxl
except ImportError:
    print("SKIPPED: python3-openpyxl is not installed")
    sys.exit(0)

PROGRAM = os.environ["REDRESS_PROGRAM"]
MAKE = os.environ["REDRESS_MAKE_WORKBOOK"]
GOLDEN = Path(__file__).resolve().parent.parent / "golden/small-county/expected"
HEADER_ROW = 4
BANNER = "CONFIDENTIAL - criminal history - not for release"
OVERRIDE = ("Office decision", "Reason for it", "Initials", "Decided on")


def cells_of(sheet, first=HEADER_ROW):
    """The rows below the header, by the names in it."""
    rows = sheet.iter_rows(min_row=first, values_only=True)
    names = [name for name in next(rows)]
    return [dict(zip(names, row)) for row in rows if any(cell is not None for cell in row)]


def harmless(text):
    plain = re.fullmatch(r"-|-[0-9](?:[0-9]*\.?[0-9]*[0-9])?", text)
    return "'" + text if text[:1] in "=+-@\t\r" and text and not plain else text


def as_date(text):
    for form in ("%Y%m%d", "%m/%d/%Y"):
        try:
            if len(text) in (8, 10):
                return datetime.datetime.strptime(text, form)
        except ValueError:
            pass
    return text or None


class WorkbookTest(unittest.TestCase):
    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="redress-"))
        self.addCleanup(shutil.rmtree, self.scratch)
        self.folder = self.scratch / "results"
        shutil.copytree(GOLDEN, self.folder)

    def make(self, name="made", rows=None, **environment):
        out = self.scratch / name
        done = subprocess.run([MAKE, str(self.folder), str(out), *([str(rows)] if rows else [])], capture_output=True,
                              text=True, env={**os.environ, **environment})
        self.assertEqual(done.returncode, 0, done.stderr)
        return out / "convictions.xlsx"

    def decisions(self):
        text = (self.folder / "convictions.csv").read_bytes()
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError:
            text = text.decode("cp1252")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def review(self, workbook, *options):
        return subprocess.run([PROGRAM, "review", str(self.folder), "--workbook", str(workbook), *options],
                              capture_output=True, text=True)

    def kept(self):
        with open(self.folder / "review.csv", encoding="utf-8", newline="") as table:
            return list(csv.DictReader(table))

    def edited(self, change, name="edited.xlsx", source=None):
        book = openpyxl.load_workbook(source or self.make("made-" + name))
        change(book)
        path = self.scratch / name
        book.save(path)
        return path

    def test_every_decision_stands_there_cell_by_cell(self):
        rows = cells_of(openpyxl.load_workbook(self.make())["All convictions"])
        decisions = self.decisions()
        self.assertEqual(len(rows), 150)
        self.assertEqual(len(decisions), 150)
        same = {"Person ID": "SUBJECT_ID", "Name": "PRI_NAME", "Case number": "Case Number", "Count": "CNT_ORDER",
                "Source row": "RECORD_ID", "Court": "STP_ORI_DESCR", "Determination": "Eligibility Determination",
                "Policy ground": "Eligibility Reason", "Deciding step": "Deciding Step", "Citation": "Citation",
                "Statutory ground": "Statutory Relief", "What is unknown": "Deciding Facts",
                "Possible determinations": "Possible Determinations", "Data notes": "Data Notes"}
        compared = 0
        for row, decision in zip(rows, decisions):
            for shown, recorded in same.items():
                text = harmless(decision[recorded].strip(" \t\u00a0"))
                self.assertEqual(row[shown] or "", text, (shown, row["Row ID"]))
                compared += 1
            self.assertEqual(row["Changes on"], as_date(decision["Answer Changes On"]))
            certain = as_date(decision["Date of Conviction"])
            if isinstance(certain, datetime.datetime):
                self.assertEqual(row["Conviction date"], certain)
            else:
                self.assertEqual(row["Conviction date"] or "", decision["STP_EVENT_DATE"].strip())
            self.assertTrue(row["In one sentence"].endswith("."))
            compared += 3
        self.assertEqual(compared, 150 * 17)

    def test_every_decision_stands_in_one_schedule_at_most_and_the_figures_tie(self):
        book = openpyxl.load_workbook(self.make(), data_only=True)
        everyone = cells_of(book["All convictions"])
        letters = Counter(row["Schedule"] for row in everyone)
        self.assertEqual(letters, {"A": 69, "E": 53, "F": 2, "H": 1, None: 25})
        seen = Counter()
        for sheet in book:
            if re.match(r"[A-H] ", sheet.title):
                rows = cells_of(sheet)
                self.assertEqual(len(rows), letters[sheet.title[0]])
                seen.update(row["Row ID"] for row in rows)
        self.assertEqual(max(seen.values()), 1)
        self.assertEqual(len({row["Row ID"] for row in everyone}), 150)
        summary = json.loads((self.folder / "summary.json").read_text())
        totals = {row["label"]: row["convictions"] for row in summary["decisions"]["by_outcome"]["table"]}
        shown = {row[0].value: row for row in book["Summary"].iter_rows(min_row=5)}
        determinations = Counter(row["Determination"] for row in everyone)
        for label, total in totals.items():
            extra = summary["decisions"]["unidentified_in_review"]["value"] if label == "Needs Review" else 0
            self.assertEqual(determinations[label], total + extra)
        self.assertEqual(shown["All decisions"][1].value, 150)
        # What the formulas count: every row of the sheet.
        for name, sheet, last in (("all_convictions_row_id", "All convictions", 154), ("people_person_id", "People", 92),
                                  ("a_dismiss_and_seal_row_id", "A Dismiss and seal", 73)):
            found = [one for one in book.defined_names.definedName if one.name.startswith(name.rsplit("_id", 1)[0])]
            self.assertTrue(found, name)
            self.assertRegex(found[0].attr_text, rf"^'{sheet}'!\$A\$5:\$A\${last}$")
        self.assertEqual(book["README"]["B5"].value, "TIES")
        checks = [row[3].value for name in ("Summary", "Reconciliation") for row in book[name].iter_rows(min_row=5)]
        self.assertNotIn("DOES NOT TIE", checks)
        self.assertGreater(checks.count("TIES"), 20)

    def test_every_step_of_every_policy_stands_on_criteria_as_the_summary_has_it(self):
        summary = json.loads((self.folder / "summary.json").read_text())
        keys = ("number", "question", "holds_when", "determination", "reason", "law", "measured_from", "open_questions")

        def words(value):
            return ("\n".join(value) if isinstance(value, list) else value) or None

        wanted = []
        for policy in summary["criteria"]:
            wanted.append(("About", words(policy["about"])))
            wanted.append(("Speaks of", words(policy["scope"])))
            wanted += [("Open question " + asked["question"], asked["text"]) for asked in policy["questions"]]
            wanted += [tuple(words(step[key]) for key in keys) for step in policy["steps"]]
        self.assertGreater(len(wanted), 60)
        sheet = openpyxl.load_workbook(self.make())["Criteria"]
        shown = [row for row in sheet.iter_rows(min_row=5, max_col=len(keys), values_only=True)
                 if row[1] is not None and row[0] != "Step"]
        self.assertEqual(shown, [row + (None,) * (len(keys) - len(row)) for row in wanted])

    def test_a_decade_is_what_its_figures_are_about_and_no_figure(self):
        summary = json.loads((self.folder / "summary.json").read_text())
        sheet = openpyxl.load_workbook(self.make(), data_only=True)["Summary"]
        rows = [row[:4] for row in sheet.iter_rows(min_row=5, values_only=True)]
        labels = {row["outcome"]: row["label"] for row in summary["decisions"]["by_outcome"]["table"]}

        def below(heading, count):
            at = [row[0] for row in rows].index(heading)
            return rows[at:at + 1 + count]

        decades = summary["decisions"]["by_decade"]["table"]
        self.assertEqual(below("By decade", len(decades)), [("By decade", "Convictions", "With relief", None)] + [
            (f"Decade {'none' if row['decade'] is None else row['decade']}", row["convictions"], row["with_relief"], None)
            for row in decades])
        for row in summary["impact"]["answers_by_decade"]["table"]:
            decade = "none" if row["decade"] is None else row["decade"]
            heading = f"Answers by decade: Decade {decade} - by outcome"
            self.assertEqual(below(heading, len(row["by_outcome"])), [(heading, "Convictions", None, None)] + [
                (labels[answer["outcome"]], answer["convictions"], None, None) for answer in row["by_outcome"]])

    def test_people_who_may_be_one_stand_one_below_the_other(self):
        names = ["SUBJECT_ID", "PRI_NAME", "PRI_DOB", "CII_NUMBER"]
        text = (self.folder / "convictions.csv").read_bytes().decode("cp1252")
        table = list(csv.reader(io.StringIO(text, newline="")))
        person, name, day, number = (table[0].index(column) for column in names)
        of_person = {}
        for row in table[1:]:
            of_person.setdefault(row[person], []).append(row)
        one, two, three, four, five = list(of_person)[10:15]
        for who, given, born, cii in ((one, "DOE, ANA", "19600314", "X1"), (two, "OTHER,BEN", "19610101", "X2"),
                                      (three, "Doe,Ana", "19600314", "X2"), (four, "DOE,ANA", "1960    ", "X4"),
                                      (five, "DOE,ANA", "", "")):
            for row in of_person[who]:
                row[name], row[day], row[number] = given, born, cii
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(table)
        (self.folder / "convictions.csv").write_bytes(out.getvalue().encode("cp1252"))
        book = openpyxl.load_workbook(self.make(), data_only=True)
        alike = [(row["Person ID"], row["Group"], row["Alike in"]) for row in cells_of(book["Possible duplicates"])
                 if row["Person ID"] in (one, two, three, four, five)]
        group = alike[0][1]
        self.assertEqual(alike, [(one.strip(), group, "Name with birth date"), (two.strip(), group, "CII number"),
                                 (three.strip(), group, "Name with birth date; CII number")])
        groups = {row["Person ID"]: row["Group"] for row in cells_of(book["People"])}
        self.assertEqual([groups[who.strip()] for who in (one, two, three)], [group] * 3)
        self.assertEqual([groups[who.strip()] for who in (four, five)], [None] * 2)

    def test_schedules_are_in_the_order_of_courthouses_and_each_begins_on_a_new_page(self):
        table = (self.folder / "convictions.csv").read_bytes().decode("cp1252")
        rows = list(csv.reader(io.StringIO(table, newline="")))
        court = rows[0].index("STP_ORI_DESCR")
        courts = ["SC VAN NUYS", "SC COMPTON", "", "SC ALHAMBRA", "sc Compton"]  # one of them written in two ways
        for i, row in enumerate(rows[1:]):
            row[court] = courts[i % len(courts)]
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(rows)
        (self.folder / "convictions.csv").write_bytes(out.getvalue().encode("cp1252"))
        book = openpyxl.load_workbook(self.make(), data_only=True)
        everyone = [row["Row ID"] for row in cells_of(book["All convictions"])]
        for name in ("A Dismiss and seal", "E Held for review"):
            shown = cells_of(book[name])
            places = [(row["Court"] or "").upper() for row in shown]
            self.assertEqual(places, sorted(places))
            for place in set(places):
                ids = [row["Row ID"] for row in shown if (row["Court"] or "").upper() == place]
                self.assertEqual(ids, [one for one in everyone if one in ids])
            first = [HEADER_ROW + i for i in range(1, len(shown)) if places[i] != places[i - 1]]
            self.assertEqual(len(first), 3)
            self.assertEqual([one.id for one in book[name].row_breaks.brk], first)
            self.assertGreaterEqual(book[name].page_setup.scale, 60)  # 11 points print as 6.6 at least
            # What a court needs of a row (number, name, charge, level, date, ground) is on paper, the rest on the screen.
            last = openpyxl.utils.cell.range_boundaries(book[name].print_area[0].split("!")[-1].replace("$", ""))[2]
            names = [cell.value for cell in book[name][HEADER_ROW]]
            self.assertEqual(names[:last], ["Row ID", "Person ID", "Name", "Case number", "Count", "Court", "Section",
                                            "Level", "Conviction date", "Citation"])
        for sheet in book:
            fits = sheet.sheet_properties.pageSetUpPr is not None and sheet.sheet_properties.pageSetUpPr.fitToPage
            self.assertTrue(fits or sheet.page_setup.scale >= 60, sheet.title)

    def test_where_the_decisions_of_each_determination_stand_is_counted(self):
        book = openpyxl.load_workbook(self.make(), data_only=True)
        expected = {}
        for row in cells_of(book["All convictions"]):
            where = f", in schedule {row['Schedule']}" if row["Schedule"] else ", in no schedule"
            expected[row["Determination"] + where] = expected.get(row["Determination"] + where, 0) + 1
        found = {row[0].value: row[2].value for row in book["Reconciliation"].iter_rows(min_row=5)
                 if row[0].value and (", in schedule " in row[0].value or ", in no schedule" in row[0].value)}
        self.assertEqual(found, expected)
        self.assertGreater(len(found), 5)

    def test_a_run_of_the_statute_says_nowhere_that_its_answers_are_an_office_s(self):
        summary = json.loads((self.folder / "summary.json").read_text(encoding="utf-8"))
        sentences = [0, 0]
        for i, kind in enumerate(("county", "statute")):
            summary["run"]["policy"]["kind"] = kind
            (self.folder / "summary.json").write_text(json.dumps(summary), encoding="utf-8")
            for sheet in openpyxl.load_workbook(self.make(kind)):
                for row in sheet.iter_rows(values_only=True):
                    sentences[i] += sum(isinstance(cell, str) and "under the office's policy" in cell for cell in row)
        self.assertGreater(sentences[0], 150)
        self.assertEqual(sentences[1], 0)

    def test_what_is_open_is_counted_and_its_oldest_is_measured_by_the_spreadsheet(self):
        def track(book):
            sheet = book["Tracking"]
            columns = {cell.value: cell.column for cell in sheet[HEADER_ROW]}
            entries = [{"Filed": "6/1/2020"}, {"Filed": "6/2/2020", "Ruling": "Granted"},
                       {"Filed": "6/3/2020", "Ruling": "Granted", "Order date": "7/1/2020"},
                       {"Order date": "7/2/2020", "Ruling": "Denied"}, {"Order date": "7/3/2020"},
                       {"Order date": "7/1/2020", "DOJ sent": "7/9/2020"},
                       {"Order date": "7/1/2020", "DOJ sent": "7/9/2020", "DOJ answer": "Accepted"}]
            for i, row in enumerate(entries):
                for name, value in row.items():
                    sheet.cell(5 + i, columns[name], value)

        self.assertEqual(self.review(self.edited(track)).returncode, 0)
        path = self.make("again")
        shown = {row[0]: row for row in openpyxl.load_workbook(path, data_only=True)["Summary"].iter_rows(
            min_row=5, values_only=True)}
        stages = ("Filed, without a ruling", "Granted, without a date of the order", "Ordered, DOJ not told",
                  "Sent, without DOJ's answer")
        self.assertEqual([shown[stage][1] for stage in stages], [1, 1, 2, 1])
        formulas = {row[0]: row for row in openpyxl.load_workbook(path)["Summary"].iter_rows(min_row=5, values_only=True)}
        self.assertIn("TODAY()-tracking_filed", formulas[stages[0]][2])

    def test_the_public_copy_has_the_tables_of_the_public_report_and_nothing_else(self):
        done = subprocess.run([PROGRAM, "report", str(self.folder), "--public", "--out", str(self.scratch / "public")],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        page = (self.scratch / "public/report.html").read_text()

        def plain(markup):
            text = re.sub(r"<[^>]+>", "", markup.replace("<br>", "\n"))
            for code, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
                text = text.replace(code, letter)
            return text

        told = [[plain(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
                for table in re.findall(r"<table.*?</table>", page, re.DOTALL)
                for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)]
        book = openpyxl.load_workbook(self.scratch / "public/figures.xlsx")
        shown = []
        for sheet in book:
            self.assertIn("Public edition", sheet["A1"].value)
            self.assertIn("Public edition", sheet.oddFooter.left.text)
            for row in sheet.iter_rows(min_row=5, values_only=True):
                cells = [f"{cell:,}" if isinstance(cell, int) else cell or "" for cell in row]
                if len(cells) > 1 and any(cells[1:]):
                    shown.append(cells)
        self.assertGreater(len(told), 100)
        self.assertEqual([row[:len(wanted)] for row, wanted in zip(shown, told)], told)
        self.assertEqual(len(shown), len(told))
        words = " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
        for decision in self.decisions():
            self.assertNotIn(decision["SUBJECT_ID"].strip(), words)
        self.assertNotIn("input.csv", words)

    def test_every_sheet_bears_the_banner_and_no_number_of_social_security(self):
        path = self.make()
        book = openpyxl.load_workbook(path)
        for sheet in book:
            self.assertEqual(sheet["A1"].value, BANNER)
            self.assertIn(BANNER, sheet.oddFooter.left.text)
            self.assertEqual(sheet.page_setup.orientation, "landscape")
            self.assertEqual(sheet.print_title_rows.replace("$", ""), "1:4")
            self.assertTrue(sheet.protection.sheet)
            for row in sheet.iter_rows(min_row=HEADER_ROW, max_row=HEADER_ROW, values_only=True):
                for name in row:
                    self.assertNotRegex(str(name), r"(?i)ssn|social security|licen[sc]e|comment")
        with zipfile.ZipFile(path) as parts:
            for part in parts.infolist():
                self.assertEqual(part.date_time, (1980, 1, 1, 0, 0, 0))
                self.assertNotRegex(part.filename, r"vba|external")
                self.assertNotRegex(parts.read(part).decode("utf-8"), r"\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b")

    def test_no_cell_of_a_decision_is_a_formula(self):
        table = (self.folder / "convictions.csv").read_bytes()
        table = table.replace(b"11359 HS-POSS MARIJ FOR SALE", b"=HYPERLINK(0)", 1)
        (self.folder / "convictions.csv").write_bytes(table)
        book = openpyxl.load_workbook(self.make())
        sections = [row["Section"] for row in cells_of(book["All convictions"])]
        self.assertIn("'=HYPERLINK(0)", sections)
        for sheet in ("All convictions", "A Dismiss and seal", "People"):
            for row in book[sheet].iter_rows():
                self.assertFalse([cell for cell in row if cell.data_type == "f"])

    def test_the_same_results_give_the_same_bytes_wherever_it_is(self):
        first = self.make("first").read_bytes()
        second = self.make("second", TZ="Pacific/Kiritimati", LC_ALL="de_DE.UTF-8", LANG="de_DE.UTF-8").read_bytes()
        self.assertEqual(hashlib.sha256(first).hexdigest(), hashlib.sha256(second).hexdigest())
        self.assertEqual(openpyxl.load_workbook(io.BytesIO(first)).properties.created.date(), datetime.date(2020, 3, 1))

    def test_more_rows_than_a_sheet_takes_go_on_on_another(self):
        book = openpyxl.load_workbook(self.make(rows=64), data_only=True)
        parts = [name for name in book.sheetnames if name.startswith("All convictions")]
        self.assertEqual(parts, ["All convictions", "All convictions 2", "All convictions 3"])
        self.assertEqual([book[name].max_row for name in parts], [64, 64, 34])
        self.assertEqual(book["README"]["B5"].value, "TIES")

    def test_fifty_entries_are_kept_and_come_back(self):
        labels = ("Not eligible", "Eligible for Dismissal")

        def enter(book):
            sheet = book["All convictions"]
            columns = {cell.value: cell.column for cell in sheet[HEADER_ROW]}
            for i in range(50):
                for name, value in zip(OVERRIDE, (labels[i % 2], "Looked at 11357\u00a9", "QA",
                                                  datetime.date(2020, 6, 1) if i % 2 else "6/1/2020")):
                    sheet.cell(5 + i, columns[name], value)

        done = self.review(self.edited(enter), "--json")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        report = json.loads(done.stdout)
        self.assertEqual((report["overrides"], report["rows_with_entries"]), (50, 50))
        self.assertEqual({d["finding"] for d in report["differences"]}, {"new"})
        kept = self.kept()
        self.assertEqual(len(kept), 50)
        self.assertEqual({row["Reason for it"] for row in kept}, {"Looked at 11357(c)"})
        self.assertEqual({row["Decided on"] for row in kept}, {"2020-06-01"})
        self.assertEqual((self.folder / "review.csv").stat().st_mode & 0o777, 0o600)
        again = self.make("again")
        rows = [row for row in cells_of(openpyxl.load_workbook(again)["All convictions"]) if row["Office decision"]]
        self.assertEqual(len(rows), 50)
        self.assertEqual({row["Decided on"] for row in rows}, {datetime.datetime(2020, 6, 1)})
        done = self.review(again, "--json")
        self.assertEqual(json.loads(done.stdout)["differences"], [])
        # The first workbook, without any entry: nothing is lost.
        done = self.review(self.scratch / "made-edited.xlsx/convictions.xlsx", "--json")
        self.assertEqual({d["finding"] for d in json.loads(done.stdout)["differences"]}, {"kept"})
        self.assertEqual(len(self.kept()), 50)

    def test_what_the_office_held_back_is_filed_no_more(self):
        ids = []

        def hold(book):
            sheet = book["All convictions"]
            columns = {cell.value: cell.column for cell in sheet[HEADER_ROW]}
            rows = [row for row in range(5, sheet.max_row + 1) if sheet.cell(row, columns["Schedule"]).value == "A"]
            for row, decision in zip(rows, ["Not eligible"] * 3 + ["Hand Review"] * 2 + ["WITHDRAWN"]):
                ids.append(sheet.cell(row, columns["Row ID"]).value)
                for name, value in zip(OVERRIDE, (decision, "r", "QA", "6/1/2020")):
                    sheet.cell(row, columns[name], value)

        edited = self.edited(hold)
        self.assertEqual(self.review(edited).returncode, 0)
        book = openpyxl.load_workbook(self.make("again"), data_only=True)
        filed = [row["Row ID"] for name in ("A Dismiss and seal", "DOJ report") for row in cells_of(book[name])]
        self.assertEqual(set(ids) & set(filed), {ids[5]})
        held = {row["Row ID"]: row["Office decided"] for row in cells_of(book["E Held for review"])}
        self.assertEqual([held.get(one) for one in ids[:5]], [None] * 3 + ["Hand Review"] * 2)
        everyone = {row["Row ID"]: row for row in cells_of(book["All convictions"])}
        self.assertEqual([everyone[one]["Schedule"] for one in ids], [None] * 3 + ["E"] * 2 + ["A"])
        self.assertEqual({everyone[one]["Determination"] for one in ids}, {"Eligible for Dismissal"})
        self.assertEqual(book["README"]["B5"].value, "TIES")
        # The workbook from before is read once more: no cell of it was changed by hand.
        done = self.review(edited, "--json")
        self.assertEqual(json.loads(done.stdout)["differences"], [])
        done = subprocess.run([PROGRAM, "report", str(self.folder)], capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("A review was kept since", done.stderr)

    def test_rows_may_be_sorted_columns_moved_and_sheets_added_or_hidden(self):
        def shuffle(book):
            sheet = book["Tracking"]
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADER_ROW)]
            rows[1][rows[0].index("Filed")] = datetime.date(2020, 7, 4)
            rows[1][rows[0].index("Approved by")] = 17
            moved = [list(reversed(row)) for row in [rows[0]] + rows[:0:-1]]
            for r, row in enumerate(moved):
                for c, value in enumerate(row):
                    sheet.cell(HEADER_ROW + r, c + 1).value = value
            sheet.title = "Our tracking"
            sheet.sheet_state = "hidden"
            book.create_sheet("Notes of ours")["A1"] = "nothing"
            book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904

        done = self.review(self.edited(shuffle), "--json")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        progress = {p["column"]: p["rows"] for p in json.loads(done.stdout)["progress"]}
        self.assertEqual((progress["Filed"], progress["Approved by"]), (1, 1))
        kept = self.kept()[0]
        self.assertEqual((kept["Filed"], kept["Approved by"]), ("2020-07-04", "17"))

    def refused(self, change, finding):
        done = self.review(self.edited(change), "--json")
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        report = json.loads(done.stdout)
        self.assertIn(finding, {refusal["finding"] for refusal in report["refusals"]})
        self.assertFalse((self.folder / "review.csv").exists())
        return report

    def enter(self, **values):
        names = dict(zip(("decision", "reason", "initials", "day", "id"), (*OVERRIDE, "Row ID")))

        def change(book):
            sheet = book["All convictions"]
            columns = {cell.value: cell.column for cell in sheet[HEADER_ROW]}
            for name, value in values.items():
                sheet.cell(5, columns[names[name]], value)

        return change

    def test_a_decision_without_reason_initials_or_day_is_refused(self):
        whole = {"decision": "Not eligible", "reason": "r", "initials": "QA", "day": "6/1/2020"}
        for name in ("reason", "initials", "day", "decision"):
            rest = {key: value for key, value in whole.items() if key != name}
            self.refused(self.enter(**rest), "override_incomplete")
            shutil.rmtree(self.scratch / "made-edited.xlsx")

    def test_a_decision_that_is_not_in_the_list_is_refused(self):
        self.refused(self.enter(decision="Perhaps", reason="r", initials="QA", day="6/1/2020"), "not_a_choice")

    def test_a_day_that_is_none_is_refused_and_never_repeated(self):
        entry = self.enter(decision="Not eligible", reason="r", initials="QA", day="2/30/2020")
        report = self.refused(entry, "not_a_date")
        self.assertNotIn("2/30", json.dumps(report))

    def test_a_day_years_away_from_the_run_is_refused(self):
        for day in ("11/20/1919", "11/20/2109"):
            report = self.refused(self.enter(decision="Not eligible", reason="r", initials="QA", day=day), "far_day")
            self.assertNotIn(day[-4:], json.dumps(report["refusals"]))
            shutil.rmtree(self.scratch / "made-edited.xlsx")

    def test_an_order_before_its_filing_and_a_report_before_the_order_are_refused(self):
        def track(**days):
            def change(book):
                sheet = book["Tracking"]
                columns = {cell.value: cell.column for cell in sheet[HEADER_ROW]}
                for name, day in days.items():
                    sheet.cell(5, columns[name.replace("_", " ")], day)

            return change

        for days in ({"Filed": "6/2/2020", "Order_date": "6/1/2020"},
                     {"Order_date": "6/2/2020", "DOJ_sent": "6/1/2020"}):
            self.refused(track(**days), "days_out_of_order")
            shutil.rmtree(self.scratch / "made-edited.xlsx")
        done = self.review(self.edited(track(Filed="6/1/2020", Order_date="6/1/2020", DOJ_sent="6/30/2020")))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_what_was_filed_and_decided_otherwise_is_told(self):
        def both(decision):
            def change(book):
                tracking = book["Tracking"]
                columns = {cell.value: cell.column for cell in tracking[HEADER_ROW]}
                tracking.cell(5, columns["Filed"], "6/1/2020")
                row_id = tracking.cell(5, columns["Row ID"]).value
                sheet = book["All convictions"]
                columns = {cell.value: cell.column for cell in sheet[HEADER_ROW]}
                row = next(r for r in range(5, sheet.max_row + 1) if sheet.cell(r, columns["Row ID"]).value == row_id)
                for name, value in zip(OVERRIDE, (decision, "r", "QA", "6/1/2020")):
                    sheet.cell(row, columns[name], value)

            return change

        for decision, told in (("Not eligible", True), ("Hand Review", True), ("Eligible for Dismissal", False)):
            done = self.review(self.edited(both(decision)), "--json")
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            found = [one["finding"] for one in json.loads(done.stdout)["differences"]]
            self.assertEqual("filed_otherwise" in found, told, found)
            shutil.rmtree(self.scratch / "made-edited.xlsx")

    def test_an_unknown_row_is_refused(self):
        self.refused(self.enter(id="ZZZZZZZZ"), "unknown_row")

    def test_a_row_twice_with_different_entries_is_refused(self):
        def twice(book):
            self.enter(decision="Not eligible", reason="r", initials="QA", day="6/1/2020")(book)
            copy = book.copy_worksheet(book["All convictions"])
            copy.cell(5, {cell.value: cell.column for cell in copy[HEADER_ROW]}["Initials"], "ZZ")

        self.refused(twice, "twice")

    def test_a_workbook_of_another_run_is_refused(self):
        table = (self.folder / "convictions.csv").read_bytes()
        (self.folder / "convictions.csv").write_bytes(table.replace(b"L001011", b"L001012"))
        other = self.make("other")
        (self.folder / "convictions.csv").write_bytes(table)
        done = self.review(other)
        self.assertEqual(done.returncode, 1)
        self.assertIn("another run", done.stderr)

    def test_a_changed_cell_of_the_program_is_a_difference(self):
        def change(book):
            sheet = book["All convictions"]
            sheet.cell(6, {cell.value: cell.column for cell in sheet[HEADER_ROW]}["Determination"], "Not eligible")

        done = self.review(self.edited(change), "--json")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        differences = json.loads(done.stdout)["differences"]
        self.assertEqual([(d["finding"], d["row"], d["column"]) for d in differences],
                         [("cell_changed", 6, "Determination")])

    def rows_under(self, sheet, where):
        """The numbers of the rows of which that holds, and the columns by their names."""
        columns = {cell.value: cell.column for cell in sheet[HEADER_ROW]}
        rows = [row for row in range(HEADER_ROW + 1, sheet.max_row + 1)
                if where(lambda name, row=row: sheet.cell(row, columns[name]).value)]
        return rows, columns

    def decide_one(self):
        """One decision of the office is kept; its row id, and the workbook made after that review."""
        entry = self.enter(decision="Not eligible", reason="r", initials="QA", day="6/1/2020")
        done = self.review(self.edited(entry))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return self.kept()[0]["Row ID"], self.make("after-review")

    def test_a_decision_of_the_office_is_changed_and_taken_back_in_the_workbook_made_after_it(self):
        row_id = self.decide_one()[0]
        for decision in ("Hand Review", "WITHDRAWN"):
            with self.subTest(decision):
                after = self.make("before-" + decision)
                def change(book):
                    sheet = book["All convictions"]
                    rows, columns = self.rows_under(sheet, lambda cell: cell("Row ID") == row_id)
                    sheet.cell(rows[0], columns["Office decision"], decision)

                done = self.review(self.edited(change, decision + ".xlsx", after), "--json")
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
                self.assertEqual([d["finding"] for d in json.loads(done.stdout)["differences"]], ["changed"])
                self.assertEqual([row["Office decision"] for row in self.kept()], [decision])

    def test_entries_go_along_into_the_folder_of_another_run_of_the_same_files(self):
        row_id = self.decide_one()[0]
        kept = (self.folder / "review.csv").read_bytes()
        other = self.scratch / "other"
        done = subprocess.run([PROGRAM, "evaluate", str(GOLDEN.parent / "input.csv"), "--policy",
                               "us-ca.prop64.los-angeles with dismiss_at_age=40", "--as-of", "2020-11-11", "--report",
                               "--quiet", "--out", str(other)], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        (other / "review.csv").write_bytes(kept)
        done = subprocess.run([PROGRAM, "review", str(other), "--workbook", str(other / "convictions.xlsx"), "--json"],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual([d["finding"] for d in json.loads(done.stdout)["differences"]], ["kept"] * 4)
        self.assertEqual((other / "review.csv").read_bytes(), kept)
        self.assertIn(row_id, kept.decode())

    def test_nothing_is_entered_on_the_change_log(self):
        row_id, after = self.decide_one()

        def change(book):
            sheet = book["Change log"]
            rows, columns = self.rows_under(sheet, lambda cell: cell("Row ID") == row_id)
            sheet.cell(rows[0], columns["Initials"], "ZZ")

        done = self.review(self.edited(change, "log.xlsx", after), "--json")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual([(d["finding"], d["sheet"]) for d in json.loads(done.stdout)["differences"]],
                         [("cell_changed", "Change log")])
        self.assertEqual([row["Initials"] for row in self.kept()], ["QA"])

    def test_a_sheet_of_peoples_own_with_the_columns_of_a_decision_counts(self):
        def add(book):
            sheet = book.create_sheet("Decided on Monday")
            sheet.append(["Row ID", *OVERRIDE])
            sheet.append([book["All convictions"].cell(5, 1).value, "Not eligible", "r", "QA", "6/1/2020"])

        done = self.review(self.edited(add))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual([row["Office decision"] for row in self.kept()], ["Not eligible"])

    def track(self, **values):
        def change(book):
            sheet = book["Tracking"]
            columns = {cell.value: cell.column for cell in sheet[HEADER_ROW]}
            for name, value in values.items():
                sheet.cell(5, columns[name.replace("_", " ")]).value = value

        return change

    def test_an_entry_of_tracking_is_taken_back(self):
        self.assertEqual(self.review(self.edited(self.track(Filed="7/4/2020", Ruling="Granted"))).returncode, 0)
        taken = self.track(Filed="WITHDRAWN", Ruling="withdrawn")
        done = self.review(self.edited(taken, "taken.xlsx", self.make("again")), "--json")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        report = json.loads(done.stdout)
        self.assertEqual([(d["finding"], d["column"]) for d in report["differences"]],
                         [("withdrawn", "Filed"), ("withdrawn", "Ruling")])
        self.assertEqual((report["rows_with_entries"], self.kept()), (0, []))
        # Cells that are only cleared lose nothing: the copy may be an older one.
        self.assertEqual(self.review(self.edited(self.track(Filed="7/4/2020"), "once-more.xlsx")).returncode, 0)
        cleared = self.edited(self.track(Filed=None), "cleared.xlsx", self.make("with-filing"))
        done = self.review(cleared, "--json")
        self.assertEqual([d["finding"] for d in json.loads(done.stdout)["differences"]], ["kept"])

    def test_a_column_of_entries_or_ids_under_another_name_is_refused(self):
        for sheet, name in (("Tracking", "Filed"), ("Tracking", "Row ID"), ("All convictions", "Office decision"),
                            ("All convictions", "Row ID")):
            with self.subTest((sheet, name)):
                def rename(book):
                    self.enter(reason="r")(book) if sheet == "All convictions" else self.track(Filed="7/4/2020")(book)
                    header = next(cell for cell in book[sheet][HEADER_ROW] if cell.value == name)
                    header.value = "Our " + name

                report = self.refused(rename, "column_missing")
                self.assertIn((sheet, name), {(r["sheet"], r["column"]) for r in report["refusals"]})
                shutil.rmtree(self.scratch / "made-edited.xlsx")

    def test_a_sheet_or_a_column_that_was_taken_out_is_named_and_what_was_entered_there_is_kept(self):
        self.assertEqual(self.review(self.edited(self.track(Filed="7/4/2020"))).returncode, 0)

        def without_sheet(book):
            del book["Tracking"]

        def without_column(book):
            sheet = book["Tracking"]
            sheet.delete_cols(next(cell.column for cell in sheet[HEADER_ROW] if cell.value == "Filed"))

        for change, finding in ((without_sheet, "sheet_missing"), (without_column, "column_missing")):
            with self.subTest(finding):
                done = self.review(self.edited(change, finding + ".xlsx", self.make(finding)), "--json")
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
                found = {d["finding"] for d in json.loads(done.stdout)["differences"]}
                self.assertEqual(found, {finding, "kept"})
                self.assertEqual([row["Filed"] for row in self.kept()], ["2020-07-04"])

    def test_cells_of_the_program_are_compared_on_every_sheet_with_row_ids(self):
        def change(book):
            schedule = book["A Dismiss and seal"]
            rows, columns = self.rows_under(schedule, lambda cell: True)
            schedule.cell(rows[0], columns["Name"], "SOMEBODY,ELSE")
            schedule.cell(rows[1], columns["Office decided"], "Not eligible")
            queue = book["Review queue"]
            rows, columns = self.rows_under(queue, lambda cell: True)
            queue.cell(rows[0], columns["Determination"], "Not eligible")

        done = self.review(self.edited(change), "--json")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        found = {(d["finding"], d["sheet"], d["column"]) for d in json.loads(done.stdout)["differences"]}
        self.assertEqual(found, {("cell_changed", "A Dismiss and seal", "Name"),
                                 ("cell_changed", "A Dismiss and seal", "Office decided"),
                                 ("cell_changed", "Review queue", "Determination")})

    def test_a_decision_under_the_row_id_of_another_is_refused(self):
        def change(book):
            other = book["All convictions"].cell(9, 1).value
            self.enter(decision="Not eligible", reason="r", initials="QA", day="6/1/2020", id=other)(book)

        self.refused(change, "other_decision")

    def test_what_lacks_of_a_decision_is_named_where_the_decision_stands(self):
        def change(book):
            self.enter(decision="Not eligible")(book)
            self.track(Filed="7/4/2020")(book)
            sheet = book["Tracking"]
            sheet.cell(5, 1, book["All convictions"].cell(5, 1).value)
            for name in ("Person ID",):
                column = {cell.value: cell.column for cell in sheet[HEADER_ROW]}[name]
                all_column = {cell.value: cell.column for cell in book["All convictions"][HEADER_ROW]}[name]
                sheet.cell(5, column, book["All convictions"].cell(5, all_column).value)

        report = self.refused(change, "override_incomplete")
        place = next(r for r in report["refusals"] if r["finding"] == "override_incomplete")
        self.assertEqual((place["sheet"], place["row"]), ("All convictions", 5))

    def test_a_review_that_was_changed_is_told_and_no_report_is_made_of_it(self):
        self.decide_one()
        table, counts = (self.folder / "review.csv").read_text(), (self.folder / "review.json").read_text()
        row_id = self.kept()[0]["Row ID"]
        changes = {
            "another row": ("review.csv", table.replace(row_id, "ZZZZZZZZ")),
            "another word": ("review.csv", table.replace("Not eligible", "Bogus")),
            "no initials": ("review.csv", table.replace(",QA,", ",,")),
            "another day": ("review.csv", table.replace("2020-06-01", "yesterday")),
            "another count": ("review.json", counts.replace('"overrides": 1,', '"overrides": 7,')),
            "one file": ("review.json", None),
        }
        for name, (file, text) in changes.items():
            with self.subTest(name):
                (self.folder / "review.csv").write_text(table)
                (self.folder / "review.json").write_text(counts)
                if text is None:
                    (self.folder / file).unlink()
                else:
                    self.assertNotEqual(text, table if file == "review.csv" else counts)
                    (self.folder / file).write_text(text)
                done = subprocess.run([PROGRAM, "verify", str(self.folder), "--data", str(GOLDEN.parent), "--json"],
                                      capture_output=True, text=True)
                self.assertIn("review_changed", {f["id"] for f in json.loads(done.stdout)["findings"]}, done.stderr)
                done = subprocess.run([PROGRAM, "report", str(self.folder), "--out", str(self.scratch / "out")],
                                      capture_output=True, text=True)
                self.assertEqual(done.returncode, 1)
                self.assertIn("review.", done.stderr)
                self.assertFalse((self.scratch / "out").exists())

    def test_verify_knows_the_files_of_a_review(self):
        entry = self.enter(decision="Not eligible", reason="r", initials="QA", day="6/1/2020")
        self.assertEqual(self.review(self.edited(entry), "--quiet").stdout, "")
        done = subprocess.run([PROGRAM, "verify", str(self.folder), "--data", str(GOLDEN.parent)], capture_output=True,
                              text=True)
        self.assertNotIn("review.", done.stdout)

    def test_what_is_no_workbook_and_what_unpacks_without_end_is_refused(self):
        no_book = self.scratch / "no.xlsx"
        no_book.write_bytes(b"PK\x03\x04 nothing")
        self.assertEqual(self.review(no_book).returncode, 1)
        self.assertEqual(self.review(self.scratch / "missing.xlsx").returncode, 1)
        bomb = self.scratch / "bomb.xlsx"
        with zipfile.ZipFile(self.make()) as source, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
            for part in source.infolist():
                content = source.read(part)
                if part.filename == "xl/worksheets/sheet1.xml":
                    content = content.replace(b"<sheetData>", b"<sheetData>" + b" " * (100 << 20))
                packed.writestr(part.filename, content)
        done = self.review(bomb)
        self.assertEqual(done.returncode, 1)
        self.assertIn("unpacks to more", done.stderr)


if __name__ == "__main__":
    unittest.main()
