#include "scan/unpack.h"

#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "base/text.h"
#include "scan/input_error.h"

namespace redress::scan {
namespace {

constexpr std::string_view kGzipMagic = "\x1F\x8B";
constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD";
// A frame of Zstandard to pass over begins with one byte 50 to 5F, then these.
constexpr unsigned kSkippableHighHalf = 0x50;
constexpr std::string_view kSkippableMagicEnd = "\x2A\x4D\x18";

// zlib counts in 32 bits.
constexpr std::size_t kMostAtOnce = std::size_t{1} << 30U;
constexpr int kGzipOnly = 16;  // added to the window's bits

std::string_view name_of(Packing packing) {
  return packing == Packing::kGzip ? "gzip" : "Zstandard";
}

// The bytes so far, and the faults that both ways of packing can have.
class Unpacking {
 public:
  Unpacking(std::string_view packed, Packing packing, const std::string& path, const UnpackLimits& limits)
      : packed_(packed), packing_(packing), path_(path), limits_(limits) {}

  Result<UnpackedBytes> take() {
    bytes_.trim();
    return std::move(bytes_);
  }

  std::span<char> room() { return bytes_.room(); }

  std::optional<Error> add(std::size_t count) {
    bytes_.add(count);
    const std::uint64_t size = bytes_.size();
    if (size > limits_.most_bytes) {
      return too_large("more than " + grouped(limits_.most_bytes) +
                       " bytes, which is more than this run may hold in memory");
    }
    if (size > limits_.suspicious_bytes && size / limits_.suspicious_ratio >= packed_.size()) {
      return too_large("more than " + std::to_string(limits_.suspicious_ratio) +
                       " times its own size, as only a file made to fill the memory does");
    }
    return std::nullopt;
  }

  // What stands behind the end of a member or frame: nothing of the kind, where the bytes go on otherwise.
  std::optional<Error> check_goes_on(std::size_t at) const {
    if (packing_of(packed_.substr(at)) == packing_) return std::nullopt;
    return damaged(at, "behind the end of the packed bytes stands something else",
                   "Unpack the file yourself, see whether it is whole, and give the unpacked file.");
  }

  Error cut_off() const {
    return damaged(packed_.size(), "it ends in the middle: it was cut off", "Get the file again, whole.");
  }
  Error corrupt(std::size_t at) const {
    return damaged(at, "its bytes do not hold together from about here on",
                   "Get the file again: a download or a copy may have gone wrong.");
  }
  Error packed_otherwise(std::string_view how) const {
    return input_error(path_, "input.packed_otherwise", "this file was packed " + std::string(how),
                       "Unpack it yourself with what it was packed with, and give the unpacked file.");
  }
  Error memory_lacks() const { return out_of_memory(path_); }

 private:
  Error damaged(std::size_t at, const std::string& cause, std::string next_step) const {
    Error error = input_error(path_, "input.damaged",
                              "this packed file (" + std::string(name_of(packing_)) + ") is damaged: " + cause,
                              std::move(next_step));
    error.place.byte_0based = at;
    return error;
  }
  Error too_large(const std::string& than) const {
    return input_error(path_, "input.unpacks_too_large", "this packed file unpacks to " + than,
                       "If it is the right file, unpack it yourself and give the unpacked file: one that is not packed "
                       "needs no memory.");
  }

  std::string_view packed_;
  Packing packing_;
  const std::string& path_;
  const UnpackLimits& limits_;
  UnpackedBytes bytes_;
};

// The state of zlib, ended with it.
class Inflation {
 public:
  Inflation() : is_ready_(inflateInit2(&stream_, MAX_WBITS + kGzipOnly) == Z_OK) {}
  ~Inflation() {
    if (is_ready_) inflateEnd(&stream_);
  }
  Inflation(const Inflation&) = delete;
  Inflation& operator=(const Inflation&) = delete;

  bool is_ready() const { return is_ready_; }
  z_stream& stream() { return stream_; }

 private:
  z_stream stream_{};
  bool is_ready_;
};

Result<UnpackedBytes> unpack_gzip(std::string_view packed, Unpacking& unpacking) {
  Inflation inflation;
  if (!inflation.is_ready()) return unpacking.memory_lacks();
  z_stream& stream = inflation.stream();
  for (std::size_t at = 0;;) {
    const std::span<char> room = unpacking.room();
    if (room.empty()) return unpacking.memory_lacks();
    const std::size_t offered = std::min(packed.size() - at, kMostAtOnce);
    const std::size_t wanted = std::min(room.size(), kMostAtOnce);
    // zlib does not write to its input; its type only says so when it is told.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data() + at));
    stream.avail_in = static_cast<uInt>(offered);
    stream.next_out = reinterpret_cast<Bytef*>(room.data());
    stream.avail_out = static_cast<uInt>(wanted);
    const int status = inflate(&stream, Z_NO_FLUSH);
    at += offered - stream.avail_in;
    if (auto fault = unpacking.add(wanted - stream.avail_out)) return *std::move(fault);
    switch (status) {
      case Z_OK: break;
      case Z_STREAM_END:
        if (at == packed.size()) return unpacking.take();
        if (auto fault = unpacking.check_goes_on(at)) return *std::move(fault);
        if (inflateReset(&stream) != Z_OK) return unpacking.memory_lacks();
        break;
      case Z_BUF_ERROR: return unpacking.cut_off();  // there was room, so that bytes were lacking
      case Z_MEM_ERROR: return unpacking.memory_lacks();
      default: return unpacking.corrupt(at);
    }
  }
}

Error zstd_fault(const Unpacking& unpacking, std::size_t answer, std::size_t at) {
  switch (ZSTD_getErrorCode(answer)) {
    case ZSTD_error_memory_allocation: return unpacking.memory_lacks();
    case ZSTD_error_frameParameter_windowTooLarge:
      return unpacking.packed_otherwise("with a window of more than 128 MiB (zstd --long)");
    case ZSTD_error_dictionary_wrong: return unpacking.packed_otherwise("with a dictionary that does not come with it");
    default: return unpacking.corrupt(at);
  }
}

Result<UnpackedBytes> unpack_zstd(std::string_view packed, Unpacking& unpacking) {
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
  if (context == nullptr) return unpacking.memory_lacks();
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  for (;;) {
    const std::span<char> room = unpacking.room();
    if (room.empty()) return unpacking.memory_lacks();
    ZSTD_outBuffer out{room.data(), room.size(), 0};
    const std::size_t answer = ZSTD_decompressStream(context.get(), &out, &in);
    if (ZSTD_isError(answer) != 0) return zstd_fault(unpacking, answer, in.pos);
    if (auto fault = unpacking.add(out.pos)) return *std::move(fault);
    if (answer == 0) {
      if (in.pos == in.size) return unpacking.take();
      if (auto fault = unpacking.check_goes_on(in.pos)) return *std::move(fault);
    } else if (in.pos == in.size && out.pos < out.size) {
      return unpacking.cut_off();
    }
  }
}

}  // namespace

Packing packing_of(std::string_view bytes) {
  if (bytes.starts_with(kGzipMagic)) return Packing::kGzip;
  if (bytes.starts_with(kZstdMagic)) return Packing::kZstd;
  constexpr unsigned kHighHalf = 0xF0;
  const bool is_skippable = bytes.size() > kSkippableMagicEnd.size() &&
                            (static_cast<unsigned char>(bytes[0]) & kHighHalf) == kSkippableHighHalf &&
                            bytes.substr(1).starts_with(kSkippableMagicEnd);
  return is_skippable ? Packing::kZstd : Packing::kNone;
}

Result<UnpackedBytes> unpack(std::string_view packed, Packing packing, const std::string& path,
                             const UnpackLimits& limits) {
  assert(packing != Packing::kNone);
  Unpacking unpacking(packed, packing, path, limits);
  return packing == Packing::kGzip ? unpack_gzip(packed, unpacking) : unpack_zstd(packed, unpacking);
}

}  // namespace redress::scan
