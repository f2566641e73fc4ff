#include "write/comparing_folder.h"

#include <doctest/doctest.h>

#include "write/checksum.h"
#include "write/results_builder.h"

namespace redress::write {
namespace {

using Standing = FileComparison::Standing;
using testing::Scratch;

// One file that stands with `standing`, compared with `again` written in pieces of `piece` bytes.
FileComparison compared(std::string_view standing, std::string_view again, std::size_t piece) {
  const Scratch scratch;
  scratch.put("rows.csv", standing, 0600);
  ComparingFolder folder(scratch.at(""));
  const auto sink = folder.open("rows.csv");
  REQUIRE(sink.ok());
  for (std::size_t at = 0; at < again.size(); at += piece) CHECK((*sink)->write(again.substr(at, piece)).ok());
  const auto finished = (*sink)->finish();
  REQUIRE(finished.ok());
  CHECK(finished->bytes == again.size());
  CHECK(finished->sha256 == sha256_hex(again));
  CHECK(folder.finish().ok());
  REQUIRE(folder.comparisons().size() == 1);
  return folder.comparisons().front();
}

TEST_CASE("a file that is the same byte for byte agrees, in pieces of any size") {
  const std::string text = "A,B\nx,y\n" + std::string(400'000, 'z') + ",w\n";
  for (const std::size_t piece : {std::size_t{1000}, std::size_t{300'000}, text.size()}) {
    const FileComparison comparison = compared(text, text, piece);
    CHECK(comparison.standing == Standing::kSame);
    CHECK(!comparison.first);
    CHECK(comparison.bytes == text.size());
  }
  CHECK(compared("", "", 1).standing == Standing::kSame);
}

TEST_CASE("the first byte that differs is named: the first, one inside, the last, one more and one less") {
  const std::string text = "A,B\nx,y\nv,w\n";
  struct Expected {
    std::string standing;
    std::uint64_t byte;
    std::uint64_t row;
    std::string column;
  };
  for (const Expected& expected : {Expected{"a,B\nx,y\nv,w\n", 0, 1, ""},
                                   {"A,B\nx,Y\nv,W\n", 6, 2, "B"},
                                   {"A,B\nx,y\nv,w\r", 11, 3, "B"},
                                   {"A,B\nx,y\nv,w\n\n", 12, 4, "A"},
                                   {"A,B\nx,y\nv,w", 11, 3, "B"},
                                   {"", 0, 1, ""}}) {
    for (const std::size_t piece : {std::size_t{1}, std::size_t{5}, text.size()}) {
      CAPTURE(expected.standing);
      const FileComparison comparison = compared(expected.standing, text, piece);
      CHECK(comparison.standing == Standing::kDiffers);
      REQUIRE(comparison.first);
      CHECK(comparison.first->byte_0based == expected.byte);
      CHECK(comparison.first->row_1based == expected.row);
      CHECK(comparison.first->column == expected.column);
    }
  }
}

TEST_CASE("a file that does not stand there is missing, and a folder of its name is refused") {
  const Scratch scratch;
  scratch.make_folder("folder.csv");
  ComparingFolder folder(scratch.at(""));
  const auto sink = folder.open("absent.csv");
  REQUIRE(sink.ok());
  CHECK((*sink)->write("text").ok());
  CHECK(folder.open("folder.csv").error().code == "results.not_a_file");
  REQUIRE(folder.finish().ok());
  CHECK(folder.comparisons().front().standing == Standing::kMissing);
  CHECK(folder.comparisons().front().bytes == 4);
  CHECK(!testing::exists(scratch.at("absent.csv")));
}

}  // namespace
}  // namespace redress::write
