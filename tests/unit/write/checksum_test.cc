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
