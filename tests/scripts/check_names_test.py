"""scripts/check_names.py on made-up sources: equal names in two files of a room are found, in two rooms they are not."""

import unittest

from made_up_tree import MadeUpTree


def file_with(code: str) -> str:
    return f"#include <string>\nnamespace redress {{\nnamespace {{\n\n{code}\n\n}}  // namespace\n}}  // namespace redress\n"


class CheckNamesTest(MadeUpTree):
    script = "check_names.py"

    def write_two(self, first: str, second: str, second_path: str = "src/evaluate/b.cc") -> None:
        self.write("src/evaluate/a.cc", file_with(first))
        self.write(second_path, file_with(second))

    def assert_clash(self, first: str, second: str, name: str, second_path: str = "src/evaluate/b.cc") -> None:
        self.write_two(first, second, second_path)
        status, output = self.run_script()
        self.assertEqual(status, 1, output)
        lines = output.splitlines()
        self.assertEqual(len(lines), 2, output)
        self.assertEqual(lines[0], f"{second_path}:5: {name} is also in src/evaluate/a.cc")
        self.assertTrue(lines[1].startswith("Give one of each two another name"))

    def assert_no_clash(self, first: str, second: str, second_path: str = "src/evaluate/b.cc") -> None:
        self.write_two(first, second, second_path)
        self.assert_passes()

    def test_two_types_of_one_name_clash(self):
        for code in ("struct Row {\n  int a = 0;\n};", "class Row final : public Base {\n};", "enum class Row { kOne };"):
            with self.subTest(code):
                self.assert_clash(code, "struct Row {\n};", "Row")

    def test_a_constant_clashes_with_one_of_a_header_of_the_folder(self):
        self.write("tests/unit/tally/builder.h", "#pragma once\nnamespace redress {\ninline constexpr int kMost = 3;\n}\n")
        self.write("tests/unit/tally/a_test.cc", file_with("constexpr int kMost = 3;"))
        status, output = self.run_script()
        self.assertEqual(status, 1, output)
        self.assertEqual(output.splitlines()[0], "tests/unit/tally/a_test.cc:5: kMost is also in tests/unit/tally/builder.h")

    def test_two_constants_of_one_name_clash(self):
        self.assert_clash("constexpr int kMost = 3;", "constexpr std::string_view kMost = \"x\";", "kMost")
        self.assert_clash("const std::string kText(3, 'x');\nconstexpr int kMost{3};", "constexpr std::array<int, 2> kMost = {1, 2};", "kMost")

    def test_two_plain_enums_with_one_name_in_them_clash(self):
        self.assert_clash("enum Cell : int { kFirst, kSecond };", "enum Other { kThird = 1, kSecond };", "kSecond")

    def test_two_functions_with_the_same_parameters_clash_whatever_the_parameters_are_called(self):
        self.assert_clash("bool holds(const Row& row, int most) {\n  return true;\n}",
                          "int holds(const Row& r, int limit = 3) { return 1; }", "holds(const Row&, int)")

    def test_a_function_whose_last_parameters_have_defaults_clashes_with_one_without_them(self):
        self.assert_clash("bool holds(const Row& row) {\n  return true;\n}",
                          "int holds(const Row& r, int limit = 3, int most = 4) { return 1; }", "holds(const Row&)")

    def test_functions_that_take_texts_clash_whichever_type_the_text_has(self):
        self.assert_clash("bool has(const std::string& text, std::string_view part) {\n  return true;\n}",
                          "bool has(std::string_view page, const std::string& words) { return true; }", "has(text, text)")

    def test_functions_with_other_parameters_do_not(self):
        self.assert_no_clash("bool holds(const Row& row) {\n  return true;\n}", "bool holds(int most) { return true; }")

    def test_a_subfolder_belongs_to_its_room(self):
        self.assert_clash("struct Row {\n};", "struct Row {\n};", "Row", "src/evaluate/check/b.cc")

    def test_another_room_does_not(self):
        self.assert_no_clash("struct Row {\n};", "struct Row {\n};", "src/explain/b.cc")

    def test_names_outside_an_unnamed_namespace_and_in_comments_are_left_alone(self):
        self.write("src/evaluate/a.cc", "struct Row {\n};\n")
        self.write("src/evaluate/b.cc", file_with("// struct Row {\nint used = 0;"))
        self.assert_passes()


if __name__ == "__main__":
    unittest.main()
