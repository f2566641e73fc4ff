#include "base/text_memo.h"

#include <doctest/doctest.h>

#include <string>

using redress::TextMemo;

namespace {

// Tells the length, and counts how often it was asked.
struct Counting {
  int* asked;
  std::size_t operator()(std::string_view text) const {
    ++*asked;
    return text.size();
  }
};

}  // namespace

TEST_CASE("what a text gave is worked out once") {
  TextMemo<std::size_t> memo;
  int asked = 0;
  for (int round = 0; round < 3; ++round) {
    for (std::size_t i = 0; i < 500; ++i) {
      CHECK(memo.of(std::string(i % 100, 'a'), Counting{&asked}) == i % 100);
    }
  }
  CHECK(asked == 100);
  CHECK(memo.size() == 100);
}

TEST_CASE("any bytes are a text, and what is given does not point into it") {
  TextMemo<std::string> memo;
  const auto copy = [](std::string_view text) { return std::string(text); };
  const std::string odd("\0\xFF\"\n", 4);
  CHECK(memo.of(odd, copy) == odd);
  CHECK(memo.of(odd.substr(0, 1), copy) == odd.substr(0, 1));
  CHECK(memo.of(std::string_view(), copy).empty());
  CHECK(memo.of(odd, copy) == odd);
}

TEST_CASE("no more texts are kept than allowed, and answers stay right") {
  TextMemo<std::size_t> memo(10);
  int asked = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::string text = std::to_string(i);
    CHECK(memo.of(text, Counting{&asked}) == text.size());
    CHECK(memo.size() <= 10);
  }
  CHECK(asked == 1000);
}

TEST_CASE("a long text is answered and not kept") {
  TextMemo<std::size_t> memo(10, 3);
  int asked = 0;
  for (int i = 0; i < 2; ++i) {
    CHECK(memo.of("abcd", Counting{&asked}) == 4);
    CHECK(memo.of("abc", Counting{&asked}) == 3);
  }
  CHECK(asked == 3);
  CHECK(memo.size() == 1);
}
