#include "write/checksum.h"

#include <doctest/doctest.h>

#include <string>

using namespace redress::write;

// The vectors of FIPS 180-2.
TEST_CASE("the sums of known texts are known") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_hex(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a sum piece by piece is that of the whole, and goes on after it was asked") {
  Sha256 sum;
  sum.add("a");
  CHECK(sum.hex() == sha256_hex("a"));
  sum.add("");
  sum.add("bc");
  CHECK(sum.hex() == sha256_hex("abc"));
  CHECK(sum.hex() == sha256_hex("abc"));
  Sha256 moved = std::move(sum);
  moved.add("d");
  CHECK(moved.hex() == sha256_hex("abcd"));
}

TEST_CASE("a zero byte is a byte") {
  CHECK(sha256_hex(std::string("a\0b", 3)) != sha256_hex("ab"));
}

// Lengths around a block's 64 bytes, and begun blocks on either side.
TEST_CASE("two sums made at once are the same as made one after the other") {
  std::string ours;
  std::string theirs;
  for (std::size_t i = 0; i < 400; ++i) {
    ours += static_cast<char>(i * 7);
    theirs += static_cast<char>(i * 13 + 5);
  }
  for (const std::size_t begun : {0U, 1U, 63U, 64U, 65U}) {
    for (std::size_t length = 0; length <= 200; ++length) {
      Sha256 one;
      Sha256 other;
      one.add(ours.substr(0, begun));
      Sha256::add_to_both(one, ours.substr(begun), other, theirs.substr(0, length));
      Sha256::add_to_both(other, theirs.substr(length), one, "and more");
      REQUIRE(one.hex() == sha256_hex(ours + "and more"));
      REQUIRE(other.hex() == sha256_hex(theirs));
    }
  }
}

TEST_CASE("long sums made at once are those of known texts") {
  const std::string million(1'000'000, 'a');
  Sha256 one;
  Sha256 other;
  Sha256::add_to_both(one, million, other, std::string(999'999, 'a'));
  other.add("a");
  CHECK(one.hex() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  CHECK(other.hex() == one.hex());
}
