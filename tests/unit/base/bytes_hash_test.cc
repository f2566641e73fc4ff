#include "base/bytes_hash.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using redress::hash_of_bytes;

TEST_CASE("equal bytes have one hash, wherever they stand") {
  const std::string bytes = "11357(A) HS-POSSESS MARIJUANA, \xFF\x00 and more";
  for (std::size_t length = 0; length <= bytes.size(); ++length) {
    const std::string copy = "x" + bytes.substr(0, length) + "y";
    CHECK(hash_of_bytes(std::string_view(bytes).substr(0, length)) ==
          hash_of_bytes(std::string_view(copy).substr(1, length)));
  }
}

TEST_CASE("every byte, the length and the seed reach the hash") {
  for (const std::size_t length : {std::size_t{1}, std::size_t{7}, std::size_t{8}, std::size_t{15}, std::size_t{16},
                                   std::size_t{17}, std::size_t{33}, std::size_t{100}}) {
    CAPTURE(length);
    const std::string zeros(length, '\0');
    std::set<std::size_t> hashes = {hash_of_bytes(zeros), hash_of_bytes(zeros, 1),
                                    hash_of_bytes(std::string(length + 1, '\0'))};
    for (std::size_t i = 0; i < length; ++i) {
      std::string changed = zeros;
      changed[i] = 1;
      hashes.insert(hash_of_bytes(changed));
    }
    CHECK(hashes.size() == length + 3);
  }
}

TEST_CASE("the numbers of counts fall on different low bits") {
  std::set<std::size_t> slots;
  for (int i = 0; i < 1024; ++i) slots.insert(hash_of_bytes("001001" + std::to_string(i)) & 0xFFFU);
  CHECK(slots.size() > 800);  // 1,024 thrown into 4,096 at random leave about 906
}
