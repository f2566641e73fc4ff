#include "intake/relief_entered.h"

#include <doctest/doctest.h>

#include <string_view>

using redress::intake::names_relief;

TEST_CASE("each way to name relief is seen, in any case") {
  for (const std::string_view text :
       {"CONV SET ASIDE & DISM PER 1203.4 PC", "CONVICTION SET ASIDE", "Set  aside", "DISM PER 1203.4 PC",
        "DISMISSED PER 1203.4(A) PC", "DISMISSAL PER PC 1203.4", "REDUCED PER 17(B) PC", "17B PC", "17 (B)",
        "PER 1170.18 PC", "1170.18(F)", "11361.8 HS", "PER HS 11361.8(E)", "11361.9", "RESENTENCED",
        "resentencing 2017", "CHARGE REDUCED TO MISDEMEANOR", "RECORD SEALED", "Sealed."}) {
    CAPTURE(text);
    CHECK(names_relief(text));
  }
}

TEST_CASE("what only looks like relief is none") {
  for (const std::string_view text : {"",
                                      "CONVICTED-PROBATION",
                                      "DISMISSED",
                                      "DISM PER 1385 PC",
                                      "1203.4 PC DENIED",
                                      "PER 1203.4, NOT DISM",
                                      "OFFSET ASIDE",
                                      "BAIL SET; ASIDE FROM FINE",
                                      "REDUCED; TO BE SEEN",
                                      "SET OF KEYS, ASIDE",
                                      "UNSEALED",
                                      "SEALEDX",
                                      "REDUCED TODAY",
                                      "REDUCED BY 2 DAYS",
                                      "DEPT 17B",
                                      "17(A) PC",
                                      "117(B) PC",
                                      "11361 HS",
                                      "11361.85 HS",
                                      "21170.18",
                                      "SENTENCED",
                                      "RE: SENTENCE"}) {
    CAPTURE(text);
    CHECK(!names_relief(text));
  }
}

TEST_CASE("relief is seen beside bytes of another encoding") {
  CHECK(names_relief("\xC9\xA0SEALED\xFF"));
}

TEST_CASE("a reader tells relief, and final relief, of each text as often as it is asked") {
  using redress::intake::ReliefReader;
  ReliefReader reader;
  for (int round = 0; round < 2; ++round) {
    CHECK(reader.read("") == ReliefReader::Relief::kNone);
    CHECK(reader.read("CONVICTED-PROBATION") == ReliefReader::Relief::kNone);
    CHECK(reader.read("CONVICTION SET ASIDE") == ReliefReader::Relief::kSome);
    CHECK(reader.read("DISM PER 1203.4 PC") == ReliefReader::Relief::kSome);
    CHECK(reader.read("RECORD SEALED") == ReliefReader::Relief::kFinal);
    CHECK(reader.read("PER 11361.8 HS") == ReliefReader::Relief::kFinal);
  }
}
