#include "scan/unpack.h"

#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

#include <string>

namespace redress::scan {
namespace {

// A gzip member of the text.
std::string gzipped(std::string text) {
  z_stream stream{};
  constexpr int kGzipWindow = 15 + 16;
  REQUIRE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(text.data());
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

// A Zstandard frame of the text.
std::string zstandard(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size = ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3);
  REQUIRE(ZSTD_isError(size) == 0);
  packed.resize(size);
  return packed;
}

std::string packed_as(Packing packing, const std::string& text) {
  return packing == Packing::kGzip ? gzipped(text) : zstandard(text);
}

std::string long_text() {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "row " + std::to_string(i * 7919 % 10'007) + "\n";
  return text;
}

std::string code_of(const std::string& packed, Packing packing, const UnpackLimits& limits = {}) {
  const auto unpacked = unpack(packed, packing, "county.packed", limits);
  return unpacked ? "" : unpacked.error().code;
}

constexpr Packing kBoth[] = {Packing::kGzip, Packing::kZstd};

TEST_CASE("how bytes are packed is told by their beginning") {
  CHECK(packing_of(gzipped("a")) == Packing::kGzip);
  CHECK(packing_of(zstandard("a")) == Packing::kZstd);
  CHECK(packing_of("RECORD_ID,SUBJECT_STATUS") == Packing::kNone);
  CHECK(packing_of("") == Packing::kNone);
}

TEST_CASE("packed bytes come out as they went in") {
  for (const Packing packing : kBoth) {
    for (const std::string& text : {std::string("one\ntwo\n"), long_text()}) {
      const auto unpacked = unpack(packed_as(packing, text), packing, "county.packed");
      REQUIRE(unpacked.ok());
      CHECK(unpacked->view() == text);
    }
  }
}

TEST_CASE("several members or frames are one file") {
  for (const Packing packing : kBoth) {
    const auto unpacked = unpack(packed_as(packing, "one\n") + packed_as(packing, "two\n"), packing, "county.packed");
    REQUIRE(unpacked.ok());
    CHECK(unpacked->view() == "one\ntwo\n");
  }
}

TEST_CASE("a file cut off anywhere is damaged, and nothing of it is taken") {
  for (const Packing packing : kBoth) {
    const std::string packed = packed_as(packing, long_text());
    for (const std::size_t kept : {std::size_t{8}, packed.size() / 2, packed.size() - 1}) {
      CHECK(code_of(packed.substr(0, kept), packing) == "input.damaged");
    }
  }
}

TEST_CASE("a changed byte in the middle of a gzip file is found by its checksum or before") {
  std::string packed = gzipped(long_text());
  packed[packed.size() / 2] = static_cast<char>(packed[packed.size() / 2] ^ 0x10);
  CHECK(code_of(packed, Packing::kGzip) == "input.damaged");
}

TEST_CASE("something else after the end is damage, and the message says at which byte") {
  for (const Packing packing : kBoth) {
    const std::string packed = packed_as(packing, "one\n");
    const auto unpacked = unpack(packed + "left over", packing, "county.packed");
    REQUIRE_FALSE(unpacked.ok());
    CHECK(unpacked.error().code == "input.damaged");
    CHECK(unpacked.error().kind == ErrorKind::kInput);
    CHECK(unpacked.error().place.file == "county.packed");
    CHECK(unpacked.error().place.byte_0based == packed.size());
  }
}

TEST_CASE("a small file made to fill the memory is refused at the limit and taken below it") {
  const std::string text(100'000, 'x');
  for (const Packing packing : kBoth) {
    const std::string packed = packed_as(packing, text);
    CHECK(code_of(packed, packing, {50'000, 1'000'000, 200}) == "input.unpacks_too_large");
    CHECK(code_of(packed, packing, {1'000'000, 50'000, 2}) == "input.unpacks_too_large");
    // Suspicious by its size alone, or by its ratio alone, is no reason.
    CHECK(code_of(packed, packing, {1'000'000, 50'000, 1'000'000}).empty());
    CHECK(code_of(packed, packing, {1'000'000, 200'000, 2}).empty());
  }
}

}  // namespace
}  // namespace redress::scan
