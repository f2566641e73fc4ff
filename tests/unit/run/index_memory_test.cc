#include "run/index_memory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "intake/index_list.h"
#include "run/batches.h"
#include "support/scratch_folder.h"

namespace redress::run {
namespace {

constexpr std::size_t kNumbers = std::size_t{1} << 20U;  // 8 MiB

TEST_CASE("what fits is in the memory, the rest in a file without a name, and both can be used alike") {
  const testing::ScratchFolder folder;
  IndexMemory memory(kNumbers * sizeof(std::uint64_t), folder.at(""));
  intake::IndexList<std::uint64_t> first(kNumbers, 7, &memory);
  CHECK(memory.bytes_in_files() == 0);
  intake::IndexList<std::uint64_t> second(kNumbers, 8, &memory);
  CHECK(memory.bytes_in_files() == kNumbers * sizeof(std::uint64_t));
  CHECK(std::filesystem::is_empty(folder.at("")));
  second.push_back(9);  // moves to a larger place
  CHECK(std::count(first.begin(), first.end(), 7) == kNumbers);
  CHECK(std::count(second.begin(), second.end(), 8) == kNumbers);
  CHECK(second.back() == 9);
}

TEST_CASE("room that was given back can be used again") {
  const testing::ScratchFolder folder;
  IndexMemory memory(kNumbers * sizeof(std::uint64_t), folder.at(""));
  {
    const intake::IndexList<std::uint64_t> first(kNumbers, 7, &memory);
    const intake::IndexList<std::uint64_t> second(kNumbers, 8, &memory);
    CHECK(memory.bytes_in_files() > 0);
  }
  CHECK(memory.bytes_in_files() == 0);
  const intake::IndexList<std::uint64_t> third(kNumbers, 9, &memory);
  CHECK(memory.bytes_in_files() == 0);
}

TEST_CASE("a list that is moved takes its memory along") {
  const testing::ScratchFolder folder;
  IndexMemory memory(0, folder.at(""));
  intake::IndexList<std::uint64_t> kept;
  {
    intake::IndexList<std::uint64_t> made(kNumbers, 7, &memory);
    kept = std::move(made);
  }
  CHECK(memory.bytes_in_files() == kNumbers * sizeof(std::uint64_t));
  CHECK(kept.size() == kNumbers);
}

TEST_CASE("small lists stay in the memory whatever the limit") {
  IndexMemory memory(0, "/nowhere");
  const intake::IndexList<std::uint64_t> few(100, 7, &memory);
  CHECK(memory.bytes_in_files() == 0);
}

TEST_CASE("a folder that cannot hold the file is an error that names it and what to do") {
  IndexMemory memory(0, "/nowhere");
  const Status status = without_exception([&]() -> Status {
    const intake::IndexList<std::uint64_t> many(kNumbers, 7, &memory);
    return Done{};
  });
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().code == "run.temporary_file");
  CHECK(status.error().place.file == "/nowhere");
  CHECK(status.error().next_step.find("TMPDIR") != std::string::npos);
}

}  // namespace
}  // namespace redress::run
