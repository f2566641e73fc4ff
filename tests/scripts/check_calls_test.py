"""scripts/check_calls.py on made-up sources: good ones pass, and each kind of refused call is found where it stands."""

import unittest

from made_up_tree import MadeUpTree


class CheckCallsTest(MadeUpTree):
    script = "check_calls.py"

    def assert_refused(self, code: str, name: str, what: str, room: str = "evaluate") -> None:
        self.write(f"src/{room}/made_up.cc", f"int before();\n{code}\nint after();\n")
        self.assert_one_finding(f"src/{room}/made_up.cc:2: '{name}'", what)

    def assert_allowed(self, code: str, room: str = "evaluate") -> None:
        self.write(f"src/{room}/made_up.cc", f"{code}\n")
        self.assert_passes()

    def test_the_clock_is_refused(self):
        for code, name in (
            ("auto now = std::time(nullptr);", "time"),
            ("auto now = ::time(nullptr);", "time"),
            ("auto now = time (nullptr);", "time"),
            ("auto now = std::chrono::system_clock::now();", "system_clock"),
            ("using Clock = std::chrono::steady_clock;", "steady_clock"),
            ("auto t = localtime_r(&now, &parts);", "localtime_r"),
            ("#include <sys/time.h>", "<sys/time.h>"),
        ):
            with self.subTest(code):
                self.assert_refused(code, name, "the clock")

    def test_the_locale_is_refused(self):
        for code, name in (
            ('setlocale(LC_ALL, "");', "setlocale"),
            ("std::locale place;", "std::locale"),
            ("char c = std::toupper(d);", "toupper"),
            ("#include <locale>", "<locale>"),
            ("double d = std::stod(text);", "stod"),
        ):
            with self.subTest(code):
                self.assert_refused(code, name, "the locale")

    def test_the_environment_is_refused(self):
        self.assert_refused('auto home = std::getenv("HOME");', "getenv", "the environment")
        self.assert_refused("auto p = std::filesystem::temp_directory_path();", "temp_directory_path", "the environment")

    def test_the_network_is_refused(self):
        self.assert_refused("#include <sys/socket.h>", "<sys/socket.h>", "the network")
        self.assert_refused("int s = socket(1, 2, 3);", "socket", "the network")
        self.assert_refused("int r = ::connect(s, a, n);", "connect", "the network")

    def test_printing_is_refused(self):
        for code, name in (
            ('std::printf("x");', "printf"),
            ('fprintf(file, "x");', "fprintf"),
            ('std::puts("x");', "puts"),
            ('std::cout << "x";', "std::cout"),
            ('std::cerr << "x";', "std::cerr"),
            ('fmt::print("x");', "fmt::print"),
            ("write(stdout);", "stdout"),
            ("#include <iostream>", "<iostream>"),
        ):
            with self.subTest(code):
                self.assert_refused(code, name, "printing")

    def test_ending_the_program_is_refused(self):
        for call in ("exit", "std::exit", "_exit", "std::quick_exit", "abort", "std::abort", "std::terminate"):
            with self.subTest(call):
                self.assert_refused(f"if (bad) {call}(1);", call.removeprefix("std::"), "ending the program")

    def test_chance_is_refused(self):
        self.assert_refused("int r = rand();", "rand", "chance")
        self.assert_refused("std::random_device source;", "random_device", "chance")

    def test_other_programs_are_refused(self):
        self.assert_refused('std::system("ls");', "system", "another program")

    def test_threads_are_refused_outside_run(self):
        self.assert_refused("std::jthread worker([] {});", "std::jthread", "threads")
        self.assert_refused("auto later = std::async([] {});", "std::async", "threads")
        self.assert_refused("unsigned n = std::thread::hardware_concurrency();", "std::thread", "threads")
        self.assert_refused("#include <thread>", "<thread>", "threads")

    def test_threads_are_allowed_in_run(self):
        self.assert_allowed("#include <thread>\nstd::jthread worker([] {});", room="run")

    def test_only_threads_are_allowed_in_run(self):
        self.assert_refused("auto now = time(nullptr);", "time", "the clock", room="run")

    def test_formatting_into_a_buffer_is_allowed(self):
        self.assert_allowed('#include <cstdio>\nint n = std::snprintf(buffer, size, "%d", 1);\nint m = vsnprintf(a, b, c, d);')

    def test_comments_and_texts_are_no_calls(self):
        self.assert_allowed("// time(nullptr) and std::cout\n/* exit(1);\n#include <iostream>\n*/\n"
                            'const char* a = "printf(\\"x\\") getenv(";\nconst char* b = R"(abort())";\nchar c = \'"\';')

    def test_a_text_does_not_hide_the_call_after_it(self):
        self.assert_refused("char c = '\"'; abort(); int n = 1'000; char d = '\"';", "abort", "ending the program")

    def test_members_and_functions_of_ours_with_such_a_name_are_allowed(self):
        self.assert_allowed("auto a = event.time();\nauto b = event->time();\nauto c = model::time(event);\n"
                            "int timeout(int);\nint exit_status(int);\nint my_printf(int);\nbool is_rand(int);\nint n = x.stdout;")

    def test_headers_of_a_room_are_read_too(self):
        self.write("src/model/deep/made_up.h", "#pragma once\ninline int now() { return time(nullptr); }\n")
        self.assert_one_finding("src/model/deep/made_up.h:2: 'time'", "the clock", advice="as-of date")

    def test_what_stands_outside_src_is_not_looked_at(self):
        self.write("apps/redress/main.cc", "int main() { exit(time(nullptr)); }\n")
        self.assert_allowed("int nothing();")

    def test_every_call_is_counted(self):
        self.write("src/base/made_up.cc", "void f() { abort(); abort();\n exit(1); }\n")
        status, output = self.run_script()
        self.assertEqual(status, 1)
        self.assertIn("check_calls: 3 refused", output)

    def test_a_tree_without_sources_is_an_error(self):
        status, output = self.run_script()
        self.assertEqual(status, 1)
        self.assertIn("no folder src", output)


if __name__ == "__main__":
    unittest.main()
