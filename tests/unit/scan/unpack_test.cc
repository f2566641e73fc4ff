#include "scan/unpack.h"

#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

#include <string>
#include <string_view>
#include <vector>

using namespace redress::scan;  // NOLINT: the subject under test

namespace {

std::string gzip(std::string_view content) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed(deflateBound(&stream, content.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd(std::string_view content) {
  ZSTD_CCtx* const context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  std::string packed(ZSTD_compressBound(content.size()), '\0');
  const std::size_t size = ZSTD_compress2(context, packed.data(), packed.size(), content.data(), content.size());
  ZSTD_freeCCtx(context);
  REQUIRE(ZSTD_isError(size) == 0U);
  packed.resize(size);
  return packed;
}

struct Kind {
  Packing packing;
  std::string (*pack)(std::string_view);
};
const std::vector<Kind> kKinds = {{Packing::kGzip, gzip}, {Packing::kZstd, zstd}};

// Bytes that pack badly, the same each time.
std::string noise(std::size_t size) {
  std::string text;
  std::uint32_t state = 1;
  for (std::size_t i = 0; i < size; ++i) {
    state = state * 1664525U + 1013904223U;
    text += static_cast<char>(state >> 24U);
  }
  return text;
}

std::string unpacked(const std::string& packed, Packing packing) {
  const auto content = unpack(packed, packing, "county.csv.gz");
  REQUIRE(content.ok());
  return std::string(content->view());
}

redress::Error fault(const std::string& packed, Packing packing, const UnpackLimits& limits = {}) {
  const auto content = unpack(packed, packing, "county.csv.gz", limits);
  REQUIRE_FALSE(content.ok());
  CHECK(content.error().kind == redress::ErrorKind::kInput);
  CHECK(content.error().place.file == "county.csv.gz");
  CHECK_FALSE(content.error().next_step.empty());
  return content.error();
}

}  // namespace

TEST_CASE("what bytes are packed with is told by the bytes they begin with") {
  CHECK(packing_of(gzip("a")) == Packing::kGzip);
  CHECK(packing_of(zstd("a")) == Packing::kZstd);
  for (const char* skippable : {"\x50\x2A\x4D\x18", "\x5F\x2A\x4D\x18"}) CHECK(packing_of(skippable) == Packing::kZstd);
  for (const char* plain : {"", "\x1F", "\x28\xB5\x2F", "RECORD_ID,", "\x60\x2A\x4D\x18", "\xD0\x2A\x4D\x18", "P*M"})
    CHECK(packing_of(plain) == Packing::kNone);
}

TEST_CASE("unpacked bytes are those that were packed, whatever their number") {
  for (const Kind& kind : kKinds) {
    for (const std::size_t size : {0U, 1U, 1000U, (1U << 20U) - 1, 1U << 20U, (1U << 20U) + 1, 5'000'000U}) {
      CAPTURE(size);
      const std::string content = noise(size);
      CHECK(unpacked(kind.pack(content), kind.packing) == content);
    }
    const std::string blanks(20'000'000, ' ');
    CHECK(unpacked(kind.pack(blanks), kind.packing) == blanks);
  }
}

TEST_CASE("members and frames follow one another, empty ones too") {
  for (const Kind& kind : kKinds) {
    const std::string one = noise(300'000);
    const std::string packed = kind.pack(one) + kind.pack("") + kind.pack("two") + kind.pack("");
    CHECK(unpacked(packed, kind.packing) == one + "two");
  }
}

TEST_CASE("packed bytes that are cut off anywhere are damaged") {
  for (const Kind& kind : kKinds) {
    const std::string packed = kind.pack(noise(2000));
    for (std::size_t length = 4; length < packed.size(); ++length) {
      const redress::Error error = fault(packed.substr(0, length), kind.packing);
      CHECK(error.code == "input.damaged");
      CHECK(error.place.byte_0based == length);
    }
  }
}

TEST_CASE("a cut in a later member is found too") {
  for (const Kind& kind : kKinds) {
    const std::string packed = kind.pack("one") + kind.pack("two");
    const redress::Error error = fault(packed.substr(0, packed.size() - 1), kind.packing);
    CHECK(error.code == "input.damaged");
    CHECK(error.cause.find("cut off") != std::string::npos);
  }
}

TEST_CASE("a changed byte of the content does not go unseen") {
  for (const Kind& kind : kKinds) {
    const std::string packed = kind.pack(noise(5000));
    for (const std::size_t at : {std::size_t{50}, packed.size() / 2, packed.size() - 5, packed.size() - 1}) {
      CAPTURE(at);
      std::string changed = packed;
      changed[at] = static_cast<char>(changed[at] ^ 0x01);
      CHECK(fault(changed, kind.packing).code == "input.damaged");
    }
  }
}

TEST_CASE("what follows the packed bytes is named by its first byte") {
  for (const Kind& kind : kKinds) {
    const std::string packed = kind.pack("one") + kind.pack("two");
    for (const char* rest : {"x", "\x1F", "something else"}) {
      const redress::Error error = fault(packed + rest, kind.packing);
      CHECK(error.code == "input.damaged");
      CHECK(error.place.byte_0based == packed.size());
    }
    CHECK(fault(packed + std::string(512, '\0'), kind.packing).place.byte_0based == packed.size());
  }
  // Each kind alone: the other is something else.
  const std::string first = gzip("one");
  CHECK(fault(first + zstd("two"), Packing::kGzip).place.byte_0based == first.size());
}

TEST_CASE("a file past the suspicious size and the suspicious ratio is refused, and not past one of them alone") {
  const std::string blanks(4 << 20, ' ');
  const std::string random = noise(4 << 20);
  for (const Kind& kind : kKinds) {
    const std::string packed = kind.pack(blanks);
    REQUIRE(packed.size() < blanks.size() / 100);
    UnpackLimits limits;
    limits.suspicious_ratio = 100;
    limits.suspicious_bytes = blanks.size() - 1;
    const redress::Error error = fault(packed, kind.packing, limits);
    CHECK(error.code == "input.unpacks_too_large");
    CHECK(error.cause.find("100 times") != std::string::npos);
    CHECK(unpack(kind.pack(random), kind.packing, "x", limits).ok());  // large, but packed as files are
    limits.suspicious_bytes = blanks.size();
    CHECK(unpack(packed, kind.packing, "x", limits).ok());  // packed well, but not large
  }
}

TEST_CASE("a file past the absolute limit is refused, at the first byte past it") {
  const std::string random = noise(3'000'000);
  for (const Kind& kind : kKinds) {
    UnpackLimits limits;
    limits.most_bytes = random.size();
    CHECK(unpack(kind.pack(random), kind.packing, "x", limits).ok());
    limits.most_bytes = random.size() - 1;
    CHECK(fault(kind.pack(random), kind.packing, limits).code == "input.unpacks_too_large");
  }
}

TEST_CASE("a size that the packed bytes claim is not believed") {
  // A frame that claims a content of nearly 2^64 bytes, in one segment: the window would be as large.
  const std::string claim("\x28\xB5\x2F\xFD\xE0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F\x01\x00\x00", 16);
  const redress::Error error = fault(claim, Packing::kZstd);
  CHECK((error.code == "input.packed_otherwise" || error.code == "input.damaged"));
  // gzip tells the size modulo 2^32 at the end; a false one is a damage.
  std::string packed = gzip("one");
  packed.back() = '\x7F';
  CHECK(fault(packed, Packing::kGzip).code == "input.damaged");
}
