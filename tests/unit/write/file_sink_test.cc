#include "write/file_sink.h"

#include <doctest/doctest.h>
#include <fcntl.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "write/results_builder.h"

using namespace redress;
using namespace redress::write;
using namespace redress::write::testing;

namespace {

constexpr std::size_t kMuch = 3'000'001;  // several buffers and a piece

int open_new(const std::string& path) {
  return ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
}

std::string much() {
  std::string text(kMuch, ' ');
  for (std::size_t i = 0; i < text.size(); ++i) text[i] = static_cast<char>('a' + i % 23);
  return text;
}

// Writes in the pieces given, and reads back.
std::string written_in_pieces(const OutputCalls& calls, const std::string& text, std::size_t piece) {
  const Scratch scratch;
  FileSink sink(calls, open_new(scratch.at("x")), "x", scratch.at("x"));
  for (std::size_t at = 0; at < text.size(); at += piece) REQUIRE(sink.write(std::string_view(text).substr(at, piece)));
  const auto file = sink.finish();
  REQUIRE(file);
  CHECK(file->bytes == text.size());
  CHECK(file->sha256 == sha256_hex(text));
  CHECK(file->name == "x");
  return text_of(scratch.at("x"));
}

}  // namespace

TEST_CASE("what is written in pieces of any size is the whole, counted and summed") {
  const std::string text = much();
  const OutputCalls calls = system_calls();
  CHECK(written_in_pieces(calls, text, 1000) == text);
  CHECK(written_in_pieces(calls, text, std::size_t{1} << 18U) == text);
  CHECK(written_in_pieces(calls, text, text.size()) == text);
}

TEST_CASE("a file without a byte is a file") {
  const OutputCalls calls = system_calls();
  CHECK(written_in_pieces(calls, "", 1).empty());
}

TEST_CASE("a call that writes only a part is asked again for the rest, and so is one that was interrupted") {
  OutputCalls calls = system_calls();
  int time = 0;
  calls.write = [&time](int file, const void* bytes, std::size_t count) {
    if (++time % 3 == 0) {
      errno = EINTR;
      return ssize_t{-1};
    }
    return ::write(file, bytes, std::min<std::size_t>(count, 100'003));
  };
  int syncs = 0;
  calls.sync = [&syncs](int) {
    errno = EINTR;
    return ++syncs < 3 ? -1 : 0;
  };
  const std::string text = much();
  CHECK(written_in_pieces(calls, text, 70'000) == text);
  CHECK(syncs == 3);
}

TEST_CASE("the disk begins with what is written, piece after piece and nothing twice, while more is written") {
  OutputCalls calls = system_calls();
  std::uint64_t begun = 0;
  int times = 0;
  calls.begin_sync = [&](int, std::uint64_t offset, std::uint64_t count) {
    CHECK(offset == begun);
    begun += count;
    ++times;
  };
  std::string text = much();
  for (int i = 0; i < 3; ++i) text += text;  // 24 MB
  CHECK(written_in_pieces(calls, text, 300'000) == text);
  CHECK(times == 2);
  CHECK(begun >= std::size_t{16} << 20U);
  CHECK(begun <= text.size());
}

TEST_CASE("a call that writes nothing is an error, not an endless loop") {
  const Scratch scratch;
  OutputCalls calls = system_calls();
  calls.write = [](int, const void*, std::size_t) { return ssize_t{0}; };
  FileSink sink(calls, open_new(scratch.at("x")), "x", "results/x");
  REQUIRE(sink.write("text"));
  CHECK(sink.finish().error().code == "output.write_failed");
}

TEST_CASE("the first failure names the file and the reason, and stays") {
  const Scratch scratch;
  const auto state = std::make_shared<Calls>();
  state->failing = Call::kWrite;
  const OutputCalls calls = failing_calls(state);
  FileSink sink(calls, open_new(scratch.at("x")), "x", "results/x");
  const Status first = sink.write(much());
  REQUIRE_FALSE(first);
  CHECK(first.error().kind == ErrorKind::kOutput);
  CHECK(first.error().code == "output.write_failed");
  CHECK(first.error().place.file == "results/x");
  CHECK(first.error().cause == "the file could not be written: Input/output error");
  CHECK(sink.write("more").error().cause == first.error().cause);
  CHECK(sink.finish().error().cause == first.error().cause);
}

TEST_CASE("a full disk is its own error, whichever call meets it") {
  for (const Call call : {Call::kWrite, Call::kSync, Call::kClose}) {
    for (const int reason : {ENOSPC, EDQUOT}) {
      const Scratch scratch;
      const auto state = std::make_shared<Calls>();
      state->failing = call;
      state->reason = reason;
      const OutputCalls calls = failing_calls(state);
      FileSink sink(calls, open_new(scratch.at("x")), "x", "results/x");
      REQUIRE(sink.write("text"));
      const auto file = sink.finish();
      REQUIRE_FALSE(file);
      CHECK(file.error().code == "output.disk_full");
      CHECK(file.error().cause.find("the disk is full") != std::string::npos);
      CHECK(sink.finish().error().code == "output.disk_full");
    }
  }
}

TEST_CASE("an interrupted close has closed the file") {
  const Scratch scratch;
  const auto state = std::make_shared<Calls>();
  state->failing = Call::kClose;
  state->reason = EINTR;
  const OutputCalls calls = failing_calls(state);
  FileSink sink(calls, open_new(scratch.at("x")), "x", "results/x");
  REQUIRE(sink.write("text"));
  CHECK(sink.finish().ok());
  CHECK(state->times == 1);
}

TEST_CASE("a finished file may be asked again, and is closed once") {
  const Scratch scratch;
  const auto state = std::make_shared<Calls>();
  state->open_files = 1;
  const OutputCalls calls = failing_calls(state);
  {
    FileSink sink(calls, open_new(scratch.at("x")), "x", "results/x");
    REQUIRE(sink.write("text"));
    REQUIRE(sink.finish());
    CHECK(sink.finish()->bytes == 4);
  }
  CHECK(state->open_files == 0);
}

TEST_CASE("a file that was not finished is closed") {
  const Scratch scratch;
  const auto state = std::make_shared<Calls>();
  state->open_files = 1;
  const OutputCalls calls = failing_calls(state);
  { FileSink sink(calls, open_new(scratch.at("x")), "x", "results/x"); }
  CHECK(state->open_files == 0);
}
