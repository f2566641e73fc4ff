#include "scan/encoding.h"

#include <doctest/doctest.h>

#include <string>

using namespace redress::scan;  // NOLINT: the subject under test

TEST_CASE("bytes all below 0x80 are ASCII, also when there are none") {
  CHECK(encoding_of("") == Encoding::kAscii);
  CHECK(encoding_of("LEE, ANA\r\n\x7F") == Encoding::kAscii);
}

TEST_CASE("well-formed UTF-8 is UTF-8") {
  CHECK(encoding_of("MU\xC3\x91OZ") == Encoding::kUtf8);
  CHECK(encoding_of("\xEF\xBB\xBFRECORD_ID") == Encoding::kUtf8);
  CHECK(encoding_of("\xE2\x82\xAC and \xF0\x9F\x98\x80") == Encoding::kUtf8);
}

TEST_CASE("other bytes are Windows-1252, wherever the first wrong one stands") {
  CHECK(encoding_of("MU\xD1OZ") == Encoding::kWindows1252);
  for (std::size_t before = 0; before < 40; ++before) {
    CAPTURE(before);
    CHECK(encoding_of(std::string(before, 'a') + "\xD1" + std::string(20, 'b')) == Encoding::kWindows1252);
    CHECK(encoding_of("\xC3\x91" + std::string(before, 'a') + "\xD1") == Encoding::kWindows1252);
  }
}

TEST_CASE("a sequence cut off, overlong or of a surrogate is not UTF-8") {
  CHECK(encoding_of("\xC3") == Encoding::kWindows1252);
  CHECK(encoding_of("\xE2\x82 ") == Encoding::kWindows1252);
  CHECK(encoding_of("\xC0\xAF") == Encoding::kWindows1252);
  CHECK(encoding_of("\xED\xA0\x80") == Encoding::kWindows1252);
}

TEST_CASE("each encoding has the name that people know") {
  CHECK(encoding_name(Encoding::kAscii) == "ASCII");
  CHECK(encoding_name(Encoding::kUtf8) == "UTF-8");
  CHECK(encoding_name(Encoding::kWindows1252) == "Windows-1252");
}

TEST_CASE("well-formed UTF-8 stays as it is") {
  CHECK(to_utf8("MU\xC3\x91OZ") == "MU\xC3\x91OZ");
  CHECK(to_utf8("plain") == "plain");
}

TEST_CASE("Windows-1252 from 0xA0 on is Latin-1") {
  CHECK(to_utf8("MU\xD1OZ") == "MU\xC3\x91OZ");
  CHECK(to_utf8("\xA0") == "\xC2\xA0");
  CHECK(to_utf8("\xBF") == "\xC2\xBF");
  CHECK(to_utf8("\xC0") == "\xC3\x80");
  CHECK(to_utf8("\xFF") == "\xC3\xBF");
}

TEST_CASE("Windows-1252 from 0x80 to 0x9F is read by its table") {
  // The code page of 1998 with the euro sign; five bytes are undefined.
  const char* const expected[32] = {"\u20AC", "\uFFFD", "\u201A", "\u0192", "\u201E", "\u2026", "\u2020", "\u2021",
                                    "\u02C6", "\u2030", "\u0160", "\u2039", "\u0152", "\uFFFD", "\u017D", "\uFFFD",
                                    "\uFFFD", "\u2018", "\u2019", "\u201C", "\u201D", "\u2022", "\u2013", "\u2014",
                                    "\u02DC", "\u2122", "\u0161", "\u203A", "\u0153", "\uFFFD", "\u017E", "\u0178"};
  for (int i = 0; i < 32; ++i) {
    CAPTURE(i);
    CHECK(to_utf8(std::string(1, static_cast<char>(0x80 + i))) == expected[i]);
  }
}

TEST_CASE("one byte that is not UTF-8 makes the whole text Windows-1252") {
  CHECK(to_utf8("\xC3\x91 \xD1") == "\xC3\x83\u2018 \xC3\x91");
}
