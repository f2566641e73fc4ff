"""Whatever is given in place of a sound file, policy, option or folder: a clear error, nothing lost, nothing left behind."""

import csv
import gzip
import json
import os
import resource
import subprocess
import unittest

from program import DONE, FAILED, HEADER, IS_FULL, IS_SANITIZED, POLICY, PROGRAM, ROOT, SECRET, WRONG_WORDS, ProgramTest, main, row, rows, shim

CONFIGURABLE = ["--policy", "us-ca.prop64.configurable", "--as-of", "2020-03-01"]
MEBI = 1 << 20


def frame(content):
    """A Zstandard frame that holds the bytes as they are: magic, window of 2 MiB, raw blocks of at most 128 KiB."""
    most = 128 << 10
    blocks = [content[i:i + most] for i in range(0, len(content), most)] or [b""]
    framed = b"\x28\xB5\x2F\xFD\x00\x58"
    for i, block in enumerate(blocks):
        framed += (len(block) << 3 | (i == len(blocks) - 1)).to_bytes(3, "little") + block
    return framed


class BadInput(ProgramTest):
    def refuses(self, *words, says, status=FAILED, out="results", **options):
        """That evaluate refuses these words with an error that says all this, and leaves nothing."""
        words = self.refused(self.evaluate(*words, out=out, **options), *says, status=status)
        self.no_temporary_file_is_left()
        return words

    def refuses_a_file(self, name, says, **options):
        """The same of a file, by every command that reads one."""
        words = self.refuses(name, says=[name, *says], **options)
        self.nothing_is_left()
        for command in (["check", name], ["explain", name, *POLICY, "--person", "100000001"]):
            self.refused(self.run_program(*command, **options), name, *says)
        return words

    def figures(self, out="results"):
        self.is_complete(out)
        return (self.folder / out / "all_rows.csv").read_bytes()


class NoFile(BadInput):
    def test_a_file_that_ends_inside_a_row_is_told_to_have_been_cut_off_maybe(self):
        whole = rows(20)
        self.write("whole.csv", whole)
        self.write("no-line-end.csv", whole.rstrip("\n"))
        self.write("torn.csv", whole[:-30])
        told = {}
        for name in ("whole", "no-line-end", "torn"):
            done = self.run_program("check", name + ".csv")
            self.assertEqual(done.returncode, DONE, done.stderr)
            as_json = json.loads(self.run_program("check", name + ".csv", "--json").stdout)
            told[name] = (as_json["files"][0]["ends_inside_row"], "ends inside a row" in done.stdout)
            done = self.run_program("evaluate", name + ".csv", *POLICY, "--out", name, "--no-report")
            self.assertEqual(("ends inside a row" in done.stdout), told[name][1], done.stdout + done.stderr)
        self.assertEqual(told, {"whole": (False, False), "no-line-end": (False, False), "torn": (True, True)})

    def test_a_changed_copy_of_a_policy_that_kept_its_id_is_told(self):
        self.write("good.csv", rows(3))
        for name in ("los-angeles", "mine"):
            text = (ROOT / "policies/us-ca/prop64/los-angeles.toml").read_text()
            self.write(name + ".toml", text + ("" if name == "los-angeles" else "\n# changed\n"))
            done = self.run_program("evaluate", "good.csv", "--policy", name + ".toml", *POLICY[2:], "--out", name)
            self.assertEqual(done.returncode, DONE, done.stderr)
            told = "The policy file mine.toml has the id us-ca.prop64.los-angeles of another policy at hand"
            self.assertEqual(told in done.stdout, name == "mine", done.stdout)

    def test_a_day_before_every_event_of_the_files_is_refused(self):
        self.write("good.csv", rows(3))
        done = self.run_program("evaluate", "good.csv", *POLICY[:2], "--as-of", "1919-11-11", "--out", "results")
        self.refused(done, "1919-11-11", "before every event", "2005-02-11", "Give as --as-of", status=FAILED)
        self.nothing_is_left()

    def test_a_data_file_given_as_policy_or_options_is_not_repeated(self):
        self.write("good.csv", rows(2))
        self.write("bare.csv", "".join(rows(2).splitlines(keepends=True)[1:]))
        for name in ("good.csv", "bare.csv"):
            for words in (["evaluate", "good.csv", *CONFIGURABLE, "--county", "LOS ANGELES", "--options", name, "--out", "x"],
                          ["policy", "check", "./" + name], ["policy", "test", "./" + name],
                          ["evaluate", "good.csv", "--policy", "./" + name, "--out", "x"]):
                said = self.refused(self.run_program(*words), "was a data file given in its place?", status=WRONG_WORDS)
                self.assertNotIn(SECRET, said)
                self.assertNotIn("RECORD_ID", said)

    def test_a_header_whose_first_column_was_moved_or_renamed_is_not_taken_for_a_row(self):
        table = [line.split(",") for line in rows(3).splitlines()]
        for line in table:
            line[0], line[2] = line[2], line[0]
        self.write("moved.csv", "\n".join(",".join(line) for line in table) + "\n")
        self.refuses_a_file("moved.csv", ["the header has SUBJECT_ID as column 1", "column 3"])
        self.write("renamed.csv", rows(3).replace("RECORD_ID", "Record number", 1))
        self.refuses_a_file("renamed.csv", ["its first cell is not RECORD_ID", "as the Department of Justice sent it"])

    def test_a_county_or_a_day_that_does_not_fit_the_file_is_told_and_decided_all_the_same(self):
        elsewhere = rows(40).replace("LOS ANGELES", "KERN", rows(40).count("LOS ANGELES") - 5)
        self.write("kern.csv", elsewhere)
        for day, words in (("2006-01-01", ["more than a year after the as-of date 2006-01-01", "More rows are of KERN"]),
                           ("2109-01-01", ["more than 3 years before the as-of date 2109-01-01"])):
            done = self.run_program("evaluate", "kern.csv", "--policy", "us-ca.prop64.los-angeles", "--as-of", day,
                                    "--out", day, "--no-report")
            self.assertEqual(done.returncode, DONE, done.stderr)
            told = json.loads((self.folder / day / "summary.json").read_text())["run"]["worth_checking"]
            for sentence in words:
                self.assertIn(sentence, done.stdout)
                self.assertTrue(any(sentence in one for one in told), told)

    def test_a_file_that_is_missing(self):
        self.refuses_a_file("nowhere.csv", ["there is no such file", "Check the spelling"])

    def test_an_empty_file(self):
        self.write("empty.csv", "")
        self.refuses_a_file("empty.csv", ["the file is empty", "Get the file again"])

    def test_a_folder(self):
        (self.folder / "county").mkdir()
        self.refuses_a_file("county", ["this is a folder", "Name the files in it"])

    def test_a_pipe(self):
        os.mkfifo(self.folder / "pipe.csv")
        self.refuses_a_file("pipe.csv", ["not a file", "Save its content"])

    def test_a_file_that_may_not_be_read(self):
        self.write("county.csv", rows(1)).chmod(0)
        run = {}
        if os.geteuid() == 0:
            run = self.as_nobody()
        says = ["county.csv", "no permission to read", "Ask whoever owns the file"]
        self.refused(self.run_program("check", "county.csv", **run), *says)
        self.folder.chmod(0o777)
        self.refuses("county.csv", says=says, **run)
        self.nothing_is_left()

    def as_nobody(self):
        """How to run the program without rights, where the tests run as one with all of them."""
        self.folder.chmod(0o755)
        without_rights = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        try:
            if subprocess.run([*without_rights, PROGRAM, "--version"], capture_output=True, check=False).returncode == 0:
                return {"prefix": without_rights}
        except OSError:
            pass
        self.skipTest("nobody cannot run the program here, and root may read everything")
        return {}


class NotTheFile(BadInput):
    def test_only_a_header(self):
        self.write("county.csv", HEADER)
        says = ["no row of data", "only a header", "Give the research file"]
        self.refused(self.run_program("check", "county.csv"), "county.csv", *says)
        self.refuses("county.csv", says=["county.csv", *says])
        self.nothing_is_left()

    def test_a_table_of_another_number_of_columns(self):
        self.write("other.csv", f"{SECRET},ANA,19600314\n" * 300)
        self.refuses("other.csv", says=["other.csv", "every row has 3 columns, not 95", "as the Department of Justice sent it"])
        self.nothing_is_left()

    def test_a_table_of_other_columns_with_a_quote_out_of_place(self):
        for place in (150, 299):
            lines = [f"{SECRET},ANA,19600314\n"] * 300
            lines[place] = f'{SECRET},A"NA,19600314\n'
            self.write("other.csv", "".join(lines))
            self.refuses("other.csv", says=["other.csv", "most rows have 3 columns, not 95"])
            self.nothing_is_left()

    def test_a_table_of_other_columns_whose_first_row_has_a_quote_out_of_place(self):
        for quoted in (f'{SECRET},A"NA,1960\n', f'{SECRET},"ANA,1960\n', f'"{SECRET}"X,ANA,1960\n'):
            for further in (0, 1, 5000):
                self.write("other.csv", quoted + f"{SECRET},ANA,1960\n" * further)
                self.refuses("other.csv", says=["other.csv", "3 columns, not 95"])
                self.refuses("other.csv", "--max-rejects", "100%", says=["other.csv", "3 columns, not 95"])
                self.nothing_is_left()

    def test_a_header_that_names_the_columns_in_another_order(self):
        names = HEADER.strip().split(",")
        event, birth = names.index("STP_EVENT_DATE"), names.index("PRI_DOB")
        names[event], names[birth] = names[birth], names[event]
        self.write("moved.csv", ",".join(names) + "\n" + row("100000001"))
        self.refuses_a_file("moved.csv", says=["STP_EVENT_DATE as column 15", "it is column 41", "Department of Justice"])

    def test_a_wrong_file_beside_a_right_one(self):
        self.write("county.csv", rows(500))
        self.write("other.csv", f'{SECRET},A"NA,1960\n' + f"{SECRET},ANA,1960\n" * 30)
        self.refuses("county.csv", "other.csv", says=["other.csv", "3 columns, not 95"])
        self.nothing_is_left()

    def test_a_row_that_lost_the_line_end_before_it_is_a_reject_of_its_person(self):
        for name, between in (("glued.csv", ""), ("old-mac.csv", "\r")):
            with self.subTest(name=name):
                self.write(name, HEADER.rstrip("\n") + between + row("100000001") + row("100000001") + row("100000002"))
                done = self.evaluate(name, out=name + ".d")
                self.assertEqual(done.returncode, DONE, done.stderr)
                rows = json.loads((self.folder / (name + ".d") / "summary.json").read_bytes())["rows"]
                self.assertEqual(tuple(rows[name]["value"] for name in ("rows_in", "rows_out", "rows_rejected")), (3, 2, 1))
                with (self.folder / (name + ".d") / "convictions.csv").open(newline="") as file:
                    answers = {line["SUBJECT_ID"]: line["Eligibility Determination"] for line in csv.DictReader(file)}
                self.assertEqual(answers["100000001"], "Needs Review")
                self.assertNotEqual(answers["100000002"], "Needs Review")

    def test_lines_that_a_quote_swallowed_count_as_rejected(self):
        # One reject by number, but 400 lines of another layout; the rows before it are good.
        self.write("county.csv", rows(500) + f'{SECRET},A"NA,1960\n' + f"{SECRET},ANA,1960\n" * 399)
        self.refuses("county.csv", says=["county.csv", "400 of 1400 rows cannot be read", "--max-rejects"])
        self.nothing_is_left()
        self.assertEqual(self.evaluate("county.csv", "--max-rejects", "1").returncode, DONE)
        self.is_complete()

    def test_other_kinds_of_files(self):
        for name, start, kind in (("county.zip", b"PK\x03\x04\x14", "ZIP"), ("county.xlsx", b"PK\x03\x04\x14", "Excel"),
                                  ("county.xz", b"\xFD7zXZ\x00", "xz"), ("county.7z", b"7z\xBC\xAF\x27\x1C", "7z")):
            self.write(name, start + bytes(100))
            self.refuses_a_file(name, [kind, "not a research file", "Unpack it or save it as CSV"])
        for name, encoding in (("little.csv", "utf-16"), ("big.csv", "utf-16-be")):
            text = (HEADER + row()).encode(encoding)
            self.write(name, text if text.startswith(b"\xFF\xFE") else b"\xFE\xFF" + text)
            self.refuses_a_file(name, ["UTF-16", "Save it as UTF-8"])
        self.write("county.pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n")
        self.refuses("county.pdf", says=["county.pdf", "1 column, not 95"])
        self.nothing_is_left()

    def test_another_countys_file(self):
        kern = row("100000001", STP_ORI_CNTY_NAME="KERN") + row("100000002", STP_ORI_CNTY_NAME="KERN")
        self.write("county.csv", HEADER + kern + row("100000003", STP_ORI_CNTY_NAME="INYO"))
        self.refuses("county.csv", says=["county.csv", "no row is of the county LOS ANGELES", "KERN (2 rows), INYO (1 row)",
                                         "Give that county's file"])
        self.nothing_is_left()

    def test_too_many_rejects(self):
        self.write("county.csv", rows(50) + f"{SECRET},cut off\n" * 101)
        self.refuses("county.csv", says=["county.csv:102", "row 102, byte", "101 of 201 rows cannot be read", "wrong number of cells",
                                         "'redress check' shows what is wrong"])
        self.nothing_is_left()
        self.write("county.csv", rows(50) + f"{SECRET},cut off\n" * 100)
        self.assertEqual(self.evaluate("county.csv").returncode, DONE)

    def test_the_same_content_twice_also_packed(self):
        self.write("county.csv", rows(5))
        self.write("again.csv.gz", gzip.compress(rows(5).encode()))
        self.refuses("county.csv", "again.csv.gz", says=["again.csv.gz", "the same content as county.csv", "Give each file once"])
        self.nothing_is_left()


class WrongWords(BadInput):
    def setUp(self):
        super().setUp()
        self.write("county.csv", rows(2))

    def refuses_words(self, *words, says, status=WRONG_WORDS):
        done = self.run_program("evaluate", "county.csv", *words, "--out", "results", "--quiet", "--no-report")
        errors = self.refused(done, *says, status=status)
        self.nothing_is_left()
        return errors

    def test_an_unknown_county(self):
        self.refuses_words(*CONFIGURABLE, "--county", "LOS ANGELS", status=FAILED,
                           says=["no row is of the county LOS ANGELS;", "LOS ANGELES (4 rows)", "Did you mean --county \"LOS ANGELES\"?"])

    def test_an_unknown_policy(self):
        self.refuses_words("--policy", "us-ca.prop64.los-angels",
                           says=["no policy 'us-ca.prop64.los-angels'", "Did you mean 'us-ca.prop64.los-angeles'?"])

    def test_an_unknown_option(self):
        self.refuses_words(*POLICY, "--threds", "2", says=["unknown option '--threds'", "Did you mean '--threads'?"])

    def test_an_unknown_parameter(self):
        self.refuses_words(*POLICY, "--set", "dismis_at_age=60", says=["no parameter 'dismis_at_age'", "Did you mean 'dismiss_at_age'?"])

    def test_a_parameter_out_of_range(self):
        for value in ("0", "121", "-1"):
            self.refuses_words(*POLICY, "--set", f"dismiss_at_age={value}",
                               says=["'dismiss_at_age' is out of range: " + value, "from 1 to 120"])
        for value in ("fifty", "99999999999999999999", ""):
            self.refuses_words(*POLICY, "--set", f"dismiss_at_age={value}", says=["'dismiss_at_age'", "from 1 to 120"])

    def test_a_policy_file_with_a_fault_is_shown_with_a_caret_under_it(self):
        sound = (ROOT / "policies/us-ca/prop64/los-angeles.toml").read_text()
        faults = (("on or after 2016-11-09", "on or aftr 2016-11-09", "2016-11-09", "a condition ends before this"),
                  ("is in sets.prop64\"", "is in sets.prop46\"", "sets.prop46", "Did you mean 'sets.prop64'?"),
                  ("outcome  = \"city-attorneys\"", "outcome  = \"city-atorneys\"", "city-atorneys", "Did you mean 'city-attorneys'?"),
                  ("question = ", "qestion = ", "qestion", "question"))
        for right, wrong, under_caret, says in faults:
            with self.subTest(wrong=wrong):
                self.assertIn(right, sound)
                self.write("mine.toml", sound.replace(right, wrong, 1))
                errors = self.refuses_words("--policy", "mine.toml", "--as-of", "2020-03-01", says=["mine.toml:", says])
                lines = errors.splitlines()
                caret = next(i for i, line in enumerate(lines) if set(line.strip(" |")) == {"^"})
                at = lines[caret].index("^")
                self.assertTrue(lines[caret - 1][at:].startswith(under_caret), errors)


class OutputFolder(BadInput):
    def setUp(self):
        super().setUp()
        self.write("county.csv", rows(20))

    def test_one_that_holds_something(self):
        (self.folder / "results").mkdir()
        self.write("results/mine.txt", "mine")
        self.refuses("county.csv", says=["results: this folder holds something already", "does not exist yet"])
        self.assertEqual((self.folder / "results/mine.txt").read_text(), "mine")

    def test_one_where_nothing_may_be_written(self):
        run = {}
        if os.geteuid() == 0:
            run = NoFile.as_nobody(self)
            (self.folder / "county.csv").chmod(0o644)
        self.folder.chmod(0o555)
        self.refuses("county.csv", says=["results", "Permission denied", "Check the disk and the permissions"], **run)
        self.folder.chmod(0o755)
        self.nothing_is_left()

    def test_a_symbolic_link(self):
        (self.folder / "real").mkdir()
        for target in ("real", "nowhere"):
            (self.folder / "results").symlink_to(target)
            self.refuses("county.csv", says=["results: this is a symbolic link", "does not exist yet"])
            self.assertEqual(list((self.folder / "real").iterdir()), [])
            (self.folder / "results").unlink()

    def test_a_file(self):
        self.write("results", "mine")
        self.refuses("county.csv", says=["results: this is a file", "does not exist yet"])
        self.assertEqual((self.folder / "results").read_text(), "mine")

    def test_a_disk_that_is_full(self):
        disk = self.folder / "disk"
        disk.mkdir()
        try:
            mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "none", disk], capture_output=True, check=False)
            is_mounted = mounted.returncode == 0
        except OSError:
            is_mounted = False
        try:
            if is_mounted:
                self.refuses("county.csv", out="disk/results", says=["disk/results/", "the disk is full", "Free some space"])
            else:
                first_write = next(n for n, name, _ in self.calls_of("evaluate", "county.csv", *POLICY, "--out", "first", "--quiet", "--no-report")
                                   if name == "write")
                self.refuses("county.csv", out="disk/results", says=["disk/results/", "the disk is full", "Free some space"],
                             environment=shim(FAULT_AT=first_write, FAULT_DO="fail 28"))
            self.assertEqual(list(disk.iterdir()), [])
        finally:
            if is_mounted:
                subprocess.run(["umount", disk], check=True)

    def test_an_answer_that_cannot_be_printed(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "check", "county.csv"], cwd=self.folder, stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, FAILED)
        self.assertIn(b"could not be printed", done.stderr)


class ChangingInput(BadInput):
    """The file changes between the moment when it is opened and the first row that is decided."""

    def setUp(self):
        super().setUp()
        self.write("county.csv", rows(300) + "a row, cut off\n")
        self.words = ["evaluate", "county.csv", *POLICY, "--quiet", "--no-report", "--threads", "1", "--out"]
        # The first file of the results is made when the input was walked and before anyone is decided.
        self.moment = next(n for n, name, path in self.calls_of(*self.words, "first") if name == "openat" and "convictions" in path)

    def run_while(self, change):
        return self.run_program(*self.words, "results", environment=shim(FAULT_AT=self.moment, FAULT_DO=change))

    def test_touched_or_grown_or_removed(self):
        for change, says in (("touch", "changed while it was read"), ("append", "changed while it was read"),
                             ("remove", "removed while it was read")):
            with self.subTest(change=change):
                self.write("county.csv", rows(300))
                done = self.run_while(f"{change} {self.folder}/county.csv")
                self.refused(done, "county.csv", says, "Wait until nothing else writes the file")
                self.nothing_is_left()

    def test_cut_short(self):
        done = self.run_while(f"truncate {self.folder}/county.csv")
        self.refused(done, "an input changed while it was read", "nothing was finished", "run again")
        self.assertFalse((self.folder / "results").exists())
        # What the run could not remove, the next one does.
        self.write("county.csv", rows(300))
        self.assertEqual(self.run_program(*self.words, "results").returncode, DONE)
        self.is_complete()
        self.no_temporary_file_is_left()

    def test_a_packed_file_that_changes(self):
        self.write("county.csv.gz", gzip.compress(rows(300).encode()))
        self.words[1] = "county.csv.gz"
        for change in ("touch", "append", "truncate"):
            done = self.run_while(f"{change} {self.folder}/county.csv.gz")
            self.refused(done, "county.csv.gz", "changed while it was read")
            self.nothing_is_left()
            self.write("county.csv.gz", gzip.compress(rows(300).encode()))


class Packed(BadInput):
    def setUp(self):
        super().setUp()
        self.content = rows(100).encode()
        self.packed = gzip.compress(self.content)
        self.write("county.csv", self.content)
        self.assertEqual(self.evaluate("county.csv", out="plain").returncode, DONE)
        self.expected = self.figures("plain")

    def gives_the_same(self, name, **options):
        done = self.evaluate(name, **options)
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.assertEqual(self.figures(), self.expected)
        for file in (self.folder / "results").iterdir():
            file.unlink()

    def test_packed_files_give_what_the_unpacked_one_gives(self):
        half = len(self.content) // 2
        self.write("a.csv.gz", self.packed)
        self.write("no-ending", self.packed)
        self.write("members.gz", gzip.compress(self.content[:half]) + gzip.compress(b"") + gzip.compress(self.content[half:]))
        self.write("a.csv.zst", frame(self.content))
        self.write("frames.zst", frame(self.content[:half]) + b"\x50\x2A\x4D\x18\x03\x00\x00\x00abc" + frame(self.content[half:]))
        for name in ("a.csv.gz", "no-ending", "members.gz", "a.csv.zst", "frames.zst"):
            with self.subTest(name=name):
                self.gives_the_same(name)

    def test_standard_input_packed_or_not(self):
        for given in (self.content, self.packed, frame(self.content)):
            self.gives_the_same("-", input=given)
        with (self.folder / "county.csv").open("rb") as file:
            self.gives_the_same("-", stdin=file)
        self.evaluate("-", input=self.content)
        self.assertIn(b'"name": "standard input"', (self.folder / "results/manifest.json").read_bytes())

    def test_standard_input_twice_or_empty(self):
        self.refuses("-", "-", status=WRONG_WORDS, input=self.content, says=["standard input", "only once", "Give '-' once"])
        self.refuses("-", input=b"", says=["standard input", "nothing came in", "program before the pipe"])
        self.nothing_is_left()

    def test_cut_off(self):
        for name, packed in (("county.gz", self.packed), ("county.zst", frame(self.content))):
            for length in (3, 9, len(packed) // 2, len(packed) - 9, len(packed) - 1):
                with self.subTest(name=name, length=length):
                    self.write(name, packed[:length] if length > 4 or name.endswith("gz") else packed[:5])
                    self.refuses_a_file(name, ["is damaged", "cut off", "Get the file again"])

    def test_corrupt(self):
        middle = len(self.packed) // 2
        self.write("county.gz", self.packed[:middle] + bytes(20) + self.packed[middle + 20:])
        self.refuses_a_file("county.gz", [", byte ", "is damaged", "Get the file again"])
        self.write("county.gz", self.packed[:-8] + bytes(4) + self.packed[-4:])
        self.refuses_a_file("county.gz", [", byte ", "is damaged", "Get the file again"])
        packed = frame(self.content)
        self.write("county.zst", packed[:6] + b"\xFF\xFF\xFF" + packed[9:])
        self.refuses_a_file("county.zst", [", byte ", "is damaged", "Get the file again"])

    def test_followed_by_something_else_the_byte_is_named(self):
        for name, packed in (("county.gz", self.packed), ("county.zst", frame(self.content))):
            self.write(name, packed + SECRET.encode())
            self.refuses_a_file(name, [f"byte {len(packed)}:", "stands something else", "give the unpacked file"])

    def test_nothing_packed_or_something_packed_twice_or_otherwise(self):
        for name, packed in (("county.gz", gzip.compress(b"")), ("county.zst", frame(b""))):
            self.write(name, packed)
            self.refuses_a_file(name, ["the file is empty", "Get the file again"])
        self.write("county.gz", gzip.compress(b"PK\x03\x04" + bytes(50)))
        self.refuses_a_file("county.gz", ["ZIP", "not a research file"])

    def test_a_window_larger_than_any_research_file_asks_for(self):
        # A header that asks for a window of 1 GiB.
        self.write("county.zst", b"\x28\xB5\x2F\xFD\x00\xA0" + frame(self.content)[6:])
        self.refuses_a_file("county.zst", ["window of more than 128 MiB", "Unpack it yourself"])

    @unittest.skipIf(IS_SANITIZED, "a sanitizer needs more memory than the limit leaves")
    def test_more_than_the_memory_holds(self):
        def with_little_memory():
            resource.setrlimit(resource.RLIMIT_AS, (256 * MEBI, 256 * MEBI))
        self.write("county.gz", gzip.compress(bytes(400 * MEBI), compresslevel=1))
        self.refuses("county.gz", preexec_fn=with_little_memory, says=["the memory does not suffice", "more memory"])
        self.nothing_is_left()


    def test_results_longer_than_a_file_may_be(self):
        def with_short_files():
            resource.setrlimit(resource.RLIMIT_FSIZE, (MEBI // 8, MEBI // 8))
        self.write("county.csv", rows(500))
        self.refuses("county.csv", preexec_fn=with_short_files, says=["could not be written", "Nothing was left behind"])
        self.nothing_is_left()


class LargeInput(BadInput):
    if IS_FULL:  # tests/unit/scan tests smaller limits; this shows that the real ones are in force
        def test_a_file_made_to_fill_the_memory(self):
            self.write("bomb.gz", gzip.compress(bytes(64 * MEBI), compresslevel=9) * 17)
            self.refuses("bomb.gz", says=["bomb.gz", "more than 200 times its own size", "give the unpacked file"])
            self.nothing_is_left()

    def test_a_cell_of_100_megabytes(self):
        size = 100_000_000
        comment = b"11357(A) HS " + b"X, " * (size // 3)
        before, after = row(OFFENSE_DESCR="SEE COMMENT FOR CHARGE", COMMENT_TEXT="@").encode().split(b"@")
        self.write("county.csv", HEADER.encode() + before + b'"' + comment + b'"' + after + row("100000002").encode())
        done = self.evaluate("county.csv")
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.is_complete()
        self.assertIn(comment, (self.folder / "results/all_rows.csv").read_bytes())

    def test_a_line_of_a_gigabyte(self):
        size = (1 << 30) if IS_FULL else 64 * MEBI
        with self.write("county.csv", HEADER + row()).open("r+b") as file:
            start = file.seek(0, os.SEEK_END)
            file.truncate(start + size)  # a hole: bytes of zero
            file.seek(0, os.SEEK_END)
            file.write(b"\n" + row("100000002").encode())
        done = self.evaluate("county.csv")
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.is_complete()
        self.assertEqual((self.folder / "results/all_rows.csv").read_bytes().count(b"\n"), 3)
        self.assertGreater((self.folder / "results/rejects.csv").stat().st_size, size)

    def test_bytes_of_zero(self):
        self.write("county.csv", HEADER + row(COMMENT_TEXT="A\0B") + row("1000\00002", OFFENSE_DESCR="11357(A) HS\0") + "\0\0\0\n\0\n")
        done = self.evaluate("county.csv")
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.is_complete()
        all_rows = (self.folder / "results/all_rows.csv").read_bytes()
        self.assertIn(b"A\0B", all_rows)
        self.assertIn(b"1000\00002", all_rows)
        self.assertEqual((self.folder / "results/rejects.csv").read_bytes().count(b"wrong number of cells"), 2)
        self.write("zeros.csv", bytes(5000))
        self.refuses("zeros.csv", out="other", says=["zeros.csv", "1 column, not 95"])

    def test_a_person_of_very_many_rows(self):
        count = 1_000_000 if IS_FULL else 10_000
        with (self.folder / "county.csv").open("w") as file:
            file.write(HEADER)
            for i in range(count):
                text = "11357(A) HS-POSSESS" if i % 3 == 0 else "459 PC-BURGLARY"
                file.write(row(CNT_ORDER=f"{i // 999000 + 1:03}{i // 999 % 1000:03}{i % 999 + 1:06}", OFFENSE_DESCR=text,
                               STP_EVENT_DATE=f"{1980 + i % 40}0211"))
        done = self.evaluate("county.csv", "--only-decided")
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.is_complete()
        decided = (self.folder / "results/convictions.csv").read_bytes().count(b"\n") - 1
        self.assertEqual(decided, (count + 2) // 3)

    def test_ten_thousand_files_and_few_descriptors(self):
        count = 10_000 if IS_FULL else 2_000
        names = []
        for i in range(count):
            names.append(f"{i}.csv")
            self.write(names[-1], row(str(100000000 + i)))
        def with_few_descriptors():
            resource.setrlimit(resource.RLIMIT_NOFILE, (40, 40))
        done = self.evaluate(*names, preexec_fn=with_few_descriptors)
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.is_complete()
        self.assertEqual((self.folder / "results/all_rows.csv").read_bytes().count(b"\n"), count + 1)


if __name__ == "__main__":
    main()
