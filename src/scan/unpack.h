// scan/unpack.h: packed bytes (gzip, Zstandard) as the bytes that they hold.
// Not here: opening files (input_file.h). zlib and libzstd underneath. Above base only; pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "redress/error.h"
#include "scan/unpacked_bytes.h"

namespace redress::scan {

enum class Packing : std::uint8_t { kNone, kGzip, kZstd };

// How the bytes are packed, by what they begin with. The name of a file says nothing.
Packing packing_of(std::string_view bytes);

// What no run can hold, packed or not.
inline constexpr std::uint64_t kMostUnpackedBytes = std::uint64_t{64} << 30U;

// Where unpacking stops, because a small file made to fill the memory is no research file: past `most_bytes`, or past
// both `suspicious_bytes` and `suspicious_ratio` times the packed size.
struct UnpackLimits {
  std::uint64_t most_bytes = kMostUnpackedBytes;
  std::uint64_t suspicious_bytes = std::uint64_t{1} << 30U;
  std::uint64_t suspicious_ratio = 200;
};

// All members of a gzip file, or all frames of a Zstandard one, one after the other; their checksums hold. Believes no
// size that the packed bytes claim: memory grows with what was unpacked, and a window of more than 128 MiB is refused.
// `path` is for messages; a byte named in one counts in the packed file. REQUIRES: packing != kNone.
// Errors (kInput): input.damaged when it is cut off, corrupt, or followed by something else; input.unpacks_too_large;
// input.packed_otherwise where Zstandard was asked for something that only its own program undoes;
// input.read_failed when the memory does not suffice.
Result<UnpackedBytes> unpack(std::string_view packed, Packing packing, const std::string& path,
                             const UnpackLimits& limits = {});

}  // namespace redress::scan
