#include "redress/memory_limit.h"

#include <doctest/doctest.h>

#include <string>

using namespace redress;  // NOLINT: the subject under test

TEST_CASE("a limit of memory is a number of bytes, or of K, M or G of 1,024") {
  CHECK(parse_memory_limit("256M").value().bytes == 268'435'456);
  CHECK(parse_memory_limit("2g").value().bytes == 2'147'483'648);
  CHECK(parse_memory_limit("65536K").value().bytes == 67'108'864);
  CHECK(parse_memory_limit("67108864").value().bytes == 67'108'864);
  CHECK(parse_memory_limit("").value().bytes == 0);
}

TEST_CASE("any other text is refused, also what is too little or too much to count") {
  for (const std::string text : {"much", "M", "-1G", "1.5G", "256 M", "256MB", "0", "63M", "99999999999G", "1T"}) {
    CAPTURE(text);
    const Result<MemoryLimit> limit = parse_memory_limit(text);
    REQUIRE_FALSE(limit.ok());
    CHECK(limit.error().code == "option.memory");
    CHECK(limit.error().kind == ErrorKind::kUsage);
  }
}
