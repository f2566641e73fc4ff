"""scripts/check_layers.py on made-up trees: a good one passes, and each kind of breach is found where it stands."""

import unittest

from made_up_tree import MadeUpTree

TABLE = """base    : -
model   : base
scan    : base
run     : everything above
include : std only
apps    : include/redress only
tests   : everything above
"""

MODULES = """# redress_module(nothing DEPENDS base): a comment
redress_module(base  DEPENDS)
redress_module(model DEPENDS base LIBS fmt::fmt)
redress_module(scan  DEPENDS base)
redress_module(run   DEPENDS base model
                     scan LIBS Threads::Threads)
"""


class CheckLayersTest(MadeUpTree):
    script = "check_layers.py"

    def setUp(self):
        super().setUp()
        self.write_table(TABLE)
        self.write("CMakeLists.txt", MODULES)
        self.write("include/redress/date.h", "#pragma once\n#include <string>\n")
        self.write("include/redress/error.h", '#include <string>\n#include "redress/date.h"\n')
        self.write("src/base/text.h", '#include <string_view>\n#include "redress/error.h"\n')
        self.write("src/base/text.cc", '#include "base/text.h"\n#include <unistd.h>\n#include <fmt/format.h>\n')
        self.write("src/model/person.h", '#include "base/text.h"\n#include "redress/date.h"\n')
        self.write("src/run/deep/run.cc", '#include "scan/cells.h"\n#include "model/person.h"\n')
        self.write("apps/redress/words.h", "#include <CLI/CLI.hpp>\n")
        self.write("apps/redress/main.cc", '#include "words.h"\n#include "redress/date.h"\n')
        self.write("tests/unit/base/text_test.cc", '#include "base/text.h"\n#include "run/deep/run.h"\n')

    def write_table(self, table: str) -> None:
        self.write("ARCHITECTURE.md", f"# The house\n\n```\na drawing\n```\n\n```text\n{table}```\n")

    def test_a_good_tree_passes(self):
        self.assert_passes()

    def test_a_room_that_looks_up_is_found(self):
        self.write("src/base/date.cc", '#include "base/text.h"\n\n#include "model/person.h"\n')
        self.assert_one_finding("src/base/date.cc:3: ", "base may not look at model", advice="no other room")

    def test_a_room_that_looks_sideways_is_found(self):
        self.write("src/scan/walk.h", '#  include "model/person.h"\n')
        self.assert_one_finding("src/scan/walk.h:1: ", "scan may not look at model", advice="base")

    def test_angle_brackets_do_not_hide_a_room(self):
        self.write("src/scan/walk.cc", "#include <model/person.h>\n")
        self.assert_one_finding("src/scan/walk.cc:1: ", "scan may not look at model")

    def test_an_include_in_a_comment_is_none(self):
        self.write("src/scan/walk.cc", '// #include "model/person.h"\n/*\n#include "model/person.h"\n*/\n')
        self.assert_passes()

    def test_an_include_in_a_raw_string_is_none(self):
        self.write("src/scan/walk.cc", 'const char* text = R"(\n#include "model/person.h"\n)";\n')
        self.assert_passes()

    def test_a_quote_in_a_digit_separator_hides_nothing(self):
        self.write("src/scan/walk.cc", "constexpr int kMost = 1'000'000;\n#include \"model/person.h\"\nchar c = '\"';\n")
        self.assert_one_finding("src/scan/walk.cc:2: ", "scan may not look at model")

    def test_an_include_without_its_room_is_found(self):
        self.write("src/scan/walk.cc", '#include "cells.h"\n')
        self.assert_one_finding("src/scan/walk.cc:1: ", "does not name its room", advice="scan/cells.h")

    def test_a_path_that_climbs_is_found(self):
        self.write("src/scan/walk.cc", '#include "../model/person.h"\n')
        self.assert_one_finding("src/scan/walk.cc:1: ", "climbs")

    def test_an_include_of_a_source_file_is_found(self):
        self.write("src/scan/walk.cc", '#include "base/text.cc"\n')
        self.assert_one_finding("src/scan/walk.cc:1: ", "is no header")

    def test_an_include_by_macro_is_found(self):
        self.write("src/scan/walk.cc", "#include HEADER\n")
        self.assert_one_finding("src/scan/walk.cc:1: ", "made by a macro")

    def test_a_public_header_that_does_not_exist_is_found(self):
        self.write("src/scan/walk.cc", '#include "redress/dates.h"\n')
        self.assert_one_finding("src/scan/walk.cc:1: ", "no header of include/redress")

    def test_a_header_of_an_unknown_room_is_found(self):
        self.write("src/scan/walk.cc", '#include "attic/box.h"\n')
        self.assert_one_finding("src/scan/walk.cc:1: ", "is in no room")

    def test_a_public_header_that_looks_into_a_room_is_found(self):
        self.write("include/redress/run.h", '#include "model/person.h"\n')
        self.assert_one_finding("include/redress/run.h:1: ", "a public header may not include")

    def test_a_public_header_with_a_third_party_type_is_found(self):
        self.write("include/redress/run.h", "#include <fmt/format.h>\n")
        self.assert_one_finding("include/redress/run.h:1: ", "<fmt/format.h>", advice="standard library")

    def test_a_public_header_with_a_system_header_is_found(self):
        self.write("include/redress/run.h", "#include <unistd.h>\n")
        self.assert_one_finding("include/redress/run.h:1: ", "<unistd.h>")

    def test_an_app_that_looks_into_a_room_is_found(self):
        self.write("apps/redress/list.cc", '#include "run/deep/run.h"\n')
        self.assert_one_finding("apps/redress/list.cc:1: ", "an app may not look at the room run", advice="include/redress")

    def test_an_app_that_includes_what_is_not_its_own_is_found(self):
        self.write("apps/server/page.cc", '#include "words.h"\n')
        self.assert_one_finding("apps/server/page.cc:1: ", "neither a public header nor a file of this app")

    def test_a_folder_that_is_no_room_is_found(self):
        self.write("src/util/strings.h", "#pragma once\n")
        self.assert_one_finding("src/util:1: ", "no room of the table")

    def test_a_file_outside_the_rooms_is_found(self):
        self.write("src/strings.h", "#pragma once\n")
        self.assert_one_finding("src/strings.h:1: ", "stands in no room")

    def test_a_module_that_depends_on_more_than_the_table_says_is_found(self):
        self.write("CMakeLists.txt", MODULES.replace("redress_module(scan  DEPENDS base)", "redress_module(scan  DEPENDS base model)"))
        self.assert_one_finding("CMakeLists.txt:4: ", "DEPENDS of 'scan' is 'base model', the table says 'base'")

    def test_a_module_that_depends_on_less_than_the_table_says_is_found(self):
        self.write("CMakeLists.txt", MODULES.replace("redress_module(scan  DEPENDS base)", "redress_module(scan  DEPENDS LIBS base)"))
        self.assert_one_finding("CMakeLists.txt:4: ", "DEPENDS of 'scan' is '-'")

    def test_a_module_that_is_no_room_is_found(self):
        self.write("CMakeLists.txt", MODULES + "redress_module(attic DEPENDS base)\n")
        self.assert_one_finding("CMakeLists.txt:7: ", "'attic' is no room")

    def test_a_room_without_a_module_is_found(self):
        self.write("CMakeLists.txt", MODULES.replace("redress_module(scan  DEPENDS base)\n", ""))
        self.assert_one_finding("CMakeLists.txt:1: ", "no redress_module(scan")

    def test_every_breach_is_counted(self):
        self.write("src/base/date.cc", '#include "model/person.h"\n#include "run/deep/run.h"\n')
        status, output = self.run_script()
        self.assertEqual(status, 1)
        self.assertIn("check_layers: 2 breaches", output)

    def assert_table_is_faulty(self, words: str) -> None:
        status, output = self.run_script()
        self.assertEqual(status, 2, output)
        self.assertIn(words, output)

    def test_a_missing_table_is_an_error(self):
        self.write("ARCHITECTURE.md", "# The house\n\n```\na drawing\n```\n")
        self.assert_table_is_faulty("no fenced table")

    def test_a_table_whose_room_looks_up_is_an_error(self):
        self.write_table(TABLE.replace("model   : base\n", "model   : base scan\n"))
        self.assert_table_is_faulty("'model' looks at 'scan'")

    def test_a_room_that_stands_twice_in_the_table_is_an_error(self):
        self.write_table("base : -\n" + TABLE)
        self.assert_table_is_faulty("twice")

    def test_a_table_without_the_rule_for_apps_is_an_error(self):
        self.write_table(TABLE.replace("apps    : include/redress only\n", ""))
        self.assert_table_is_faulty("'apps : include/redress only' is missing")

    def test_a_rule_for_apps_that_the_script_does_not_know_is_an_error(self):
        self.write_table(TABLE.replace("include/redress only", "include/redress base"))
        self.assert_table_is_faulty("the script knows no other rule")


if __name__ == "__main__":
    unittest.main()
