#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstring>

#include "scan/structure.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

// Bytes are taken in blocks of 64; one bit of a mask stands for one byte, the lowest for the first. A byte is inside a
// quoted cell when an odd number of quotes stands before it or is it, which holds up to the first stray quote. Where a
// quote could be stray, the plain implementation is asked: such records are rare, and it knows the cause and the cell.
// A macro, because an attribute has no other name, and a function inlines only where it is the same.
#define REDRESS_WIDE __attribute__((target("avx2,pclmul,popcnt,bmi,bmi2")))

namespace redress::scan::wide {
namespace {

constexpr std::size_t kBlock = 64;

struct Block {
  __m256i low, high;
};

REDRESS_WIDE inline Block load(const char* bytes) {
  const auto* halves = reinterpret_cast<const __m256i*>(bytes);
  return {_mm256_loadu_si256(halves), _mm256_loadu_si256(halves + 1)};
}

// Asks for bytes some blocks ahead, which need not exist: the processor by itself looks no further than the end of a
// page, and each page would begin with a wait.
REDRESS_WIDE inline void fetch_ahead_of(const char* bytes) {
  constexpr std::uintptr_t kAheadBytes = 2048;
  _mm_prefetch(reinterpret_cast<const char*>(reinterpret_cast<std::uintptr_t>(bytes) + kAheadBytes), _MM_HINT_T0);
}

// Which of the bytes are `c`: all ones there, else nothing.
REDRESS_WIDE inline Block bytes_that_are(const Block& block, char c) {
  const __m256i wanted = _mm256_set1_epi8(c);
  return {_mm256_cmpeq_epi8(block.low, wanted), _mm256_cmpeq_epi8(block.high, wanted)};
}

// One bit for each byte: its highest.
REDRESS_WIDE inline std::uint64_t mask_of(const Block& bytes) {
  const int low = _mm256_movemask_epi8(bytes.low);
  const int high = _mm256_movemask_epi8(bytes.high);
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(high)) << 32 | static_cast<std::uint32_t>(low);
}

// Where the byte `c` stands.
REDRESS_WIDE inline std::uint64_t mask_of(const Block& block, char c) {
  return mask_of(bytes_that_are(block, c));
}

// Neither quote nor line end: nearly every block.
REDRESS_WIDE inline bool is_plain(const Block& quotes, const Block& line_ends) {
  const __m256i low = _mm256_or_si256(quotes.low, line_ends.low);
  const __m256i either = _mm256_or_si256(_mm256_or_si256(quotes.high, line_ends.high), low);
  return _mm256_testz_si256(either, either) != 0;
}

// For each bit, whether the number of bits up to and with it is odd.
REDRESS_WIDE inline std::uint64_t odd_up_to(std::uint64_t bits) {
  const __m128i product =
      _mm_clmulepi64_si128(_mm_set_epi64x(0, static_cast<std::int64_t>(bits)), _mm_set1_epi8('\xFF'), 0);
  return static_cast<std::uint64_t>(_mm_cvtsi128_si64(product));
}

REDRESS_WIDE inline std::size_t count_bits(std::uint64_t bits) {
  return static_cast<std::size_t>(_mm_popcnt_u64(bits));
}
REDRESS_WIDE inline std::size_t lowest_bit(std::uint64_t bits) {
  return static_cast<std::size_t>(_tzcnt_u64(bits));
}

// What a block must know of the bytes before it.
struct Before {
  std::uint64_t inside = 0;    // all ones while a quoted cell is open
  std::uint64_t may_open = 1;  // 1 where a quote may open a cell or be the second of two: at a record's beginning too
  std::uint64_t closed = 0;    // 1 directly behind a quote that closed
  std::uint64_t closed_then_cr = 0;  // 1 behind that and a CR

  bool is_open() const { return (inside | closed | closed_then_cr) != 0; }
};

// Bytes inside quoted cells, and those at which a quote shows to be stray.
struct Quoting {
  std::uint64_t inside = 0;
  std::uint64_t stray = 0;
};

REDRESS_WIDE inline Quoting quoting_of(const Block& block, std::uint64_t quote, std::uint64_t comma, std::uint64_t lf,
                                       Before& before) {
  const std::uint64_t inside = odd_up_to(quote) ^ before.inside;
  const std::uint64_t opens = quote & inside;
  const std::uint64_t closes = quote & ~inside;
  const std::uint64_t lets_open = (comma & ~inside) | closes;
  const std::uint64_t after = closes << 1 | before.closed;
  std::uint64_t stray = opens & ~(lets_open << 1 | before.may_open);
  const std::uint64_t unusual = after & ~(comma | lf | quote);
  if ((unusual | before.closed_then_cr) != 0) {
    const std::uint64_t cr = mask_of(block, '\r');
    stray |= (unusual & ~cr) | (((after & cr) << 1 | before.closed_then_cr) & ~lf);
    before.closed_then_cr = (after & cr) >> 63;
  }
  before.inside = 0 - (inside >> 63);
  before.may_open = lets_open >> 63;
  before.closed = closes >> 63;
  return {inside, stray};
}

// `length` bytes before the line end or the end of all.
RecordShape finished(RecordShape shape, std::string_view rest, std::size_t length) {
  shape.length_bytes = length;
  shape.line_end_bytes = length == rest.size() ? 0 : 1;
  if (length != 0 && rest[length - 1] == '\r') {
    --shape.length_bytes;
    ++shape.line_end_bytes;
  }
  return shape;
}

// The first of `valid` bytes that are left over; the rest of the block is NUL, which means nothing here.
REDRESS_WIDE inline Block load_some(const char* bytes, std::size_t valid) {
  char padded[kBlock] = {};
  std::memcpy(padded, bytes, valid);
  return load(padded);
}

constexpr std::uint64_t first_bits(std::size_t count) {
  return count >= kBlock ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

// Where cells begin, as they are found; in memory that grows with them.
class Starts {
 public:
  explicit Starts(std::vector<std::uint32_t>& starts) : starts_(starts) {
    if (starts_.size() < kLeast) starts_.resize(kLeast);
    look_again(0);
    *next_++ = 0;
  }

  // base + 1 + the position of each bit.
  REDRESS_WIDE void add(std::uint64_t bits, std::size_t base) {
    if (next_ > last_) grow();
    const std::size_t count = count_bits(bits);
    std::uint32_t* const out = next_;
    for (std::size_t done = 0; done < count; done += kStride) {
      for (std::size_t i = 0; i < kStride; ++i) {
        out[done + i] = static_cast<std::uint32_t>(base + lowest_bit(bits) + 1);
        bits &= bits - 1;
      }
    }
    next_ += count;
  }

  // One behind all. How many there are now.
  std::size_t finish(std::size_t behind) {
    *next_++ = static_cast<std::uint32_t>(behind);
    return static_cast<std::size_t>(next_ - starts_.data());
  }

 private:
  static constexpr std::size_t kStride = 8;  // written at once without asking whether there are so many
  static constexpr std::size_t kLeast = 256;

  void look_again(std::size_t used) {
    next_ = starts_.data() + used;
    last_ = starts_.data() + starts_.size() - (kBlock + kStride + 1);
  }

  void grow() {
    const auto used = static_cast<std::size_t>(next_ - starts_.data());
    starts_.resize(2 * starts_.size());
    look_again(used);
  }

  std::vector<std::uint32_t>& starts_;
  std::uint32_t* next_ = nullptr;
  std::uint32_t* last_ = nullptr;  // up to here there is room for a block of cells and the one behind
};

}  // namespace

bool is_available() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("popcnt") &&
         __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
}

REDRESS_WIDE RecordShape measure_record(std::string_view rest) {
  RecordShape shape;
  shape.cells = 1;
  Before before;
  __m256i all = _mm256_setzero_si256();  // of the bytes before the block at hand, those of each place or-ed
  for (std::size_t at = 0; at < rest.size(); at += kBlock) {
    const std::size_t valid = std::min(kBlock, rest.size() - at);
    fetch_ahead_of(rest.data() + at);
    const Block block = valid == kBlock ? load(rest.data() + at) : load_some(rest.data() + at, valid);
    const std::uint64_t comma = mask_of(block, ',');
    const Block quotes = bytes_that_are(block, '"');
    const Block line_ends = bytes_that_are(block, '\n');
    if (is_plain(quotes, line_ends) && !before.is_open()) {
      before.may_open = comma >> 63;
      shape.cells += count_bits(comma);  // bytes of none of these stand behind the last
      all = _mm256_or_si256(all, _mm256_or_si256(block.low, block.high));
      continue;
    }
    const std::uint64_t lf = mask_of(line_ends);
    const Quoting quoting = quoting_of(block, mask_of(quotes), comma, lf, before);
    const std::uint64_t ends = lf & ~quoting.inside;
    const std::size_t end = ends == 0 ? valid : lowest_bit(ends);
    // A stray quote shows at the latest at the byte behind it, so that it may be the line end itself.
    if ((quoting.stray & first_bits(ends == 0 ? valid : end + 1)) != 0) return plain::measure_record(rest);
    shape.cells += count_bits(comma & ~quoting.inside & first_bits(end));
    shape.line_breaks += count_bits(lf & quoting.inside & first_bits(end));
    if (ends != 0) {
      shape.has_high_bytes = _mm256_movemask_epi8(all) != 0 || (mask_of(block) & first_bits(end)) != 0;
      return finished(shape, rest, at + end);
    }
    all = _mm256_or_si256(all, _mm256_or_si256(block.low, block.high));
  }
  if (before.inside != 0) return plain::measure_record(rest);
  shape.has_high_bytes = _mm256_movemask_epi8(all) != 0;
  return finished(shape, rest, rest.size());
}

namespace {

// Cells of bytes up to the line end that stands outside quotes, where one is looked for; else of all of them.
enum class Until : std::uint8_t { kLineEnd, kLastByte };

template <Until kUntil, class Found>
REDRESS_WIDE inline FirstRecord cells_until(std::string_view bytes, Found starts) {
  std::size_t length = bytes.size();
  std::uint64_t inside_before = 0;
  for (std::size_t at = 0; at < bytes.size(); at += kBlock) {
    const std::size_t valid = std::min(kBlock, bytes.size() - at);
    if (kUntil == Until::kLineEnd) fetch_ahead_of(bytes.data() + at);
    const Block block = valid == kBlock ? load(bytes.data() + at) : load_some(bytes.data() + at, valid);
    std::uint64_t comma = mask_of(block, ',');
    const Block quotes = bytes_that_are(block, '"');
    const Block line_ends = kUntil == Until::kLineEnd ? bytes_that_are(block, '\n') : quotes;
    if (is_plain(quotes, line_ends) && inside_before == 0) {
      starts.add(comma, at);
      continue;
    }
    const std::uint64_t inside = odd_up_to(mask_of(quotes)) ^ inside_before;
    inside_before = 0 - (inside >> 63);
    comma &= ~inside;
    const std::uint64_t ends = kUntil == Until::kLineEnd ? mask_of(line_ends) & ~inside : 0;
    if (ends != 0) comma &= first_bits(lowest_bit(ends));
    starts.add(comma, at);
    if (ends == 0) continue;
    length = at + lowest_bit(ends);
    break;
  }
  FirstRecord record{0, length, 0};
  if (kUntil == Until::kLineEnd) {
    const RecordShape shape = finished({}, bytes, length);
    record.length_bytes = shape.length_bytes;
    record.line_end_bytes = shape.line_end_bytes;
  }
  record.starts = starts.finish(record.length_bytes + 1);
  return record;
}

}  // namespace

REDRESS_WIDE std::size_t find_cells(std::string_view record, std::vector<std::uint32_t>& starts) {
  assert(record.size() <= kMaxRecordBytes);
  return cells_until<Until::kLastByte>(record, Starts(starts)).starts;
}

REDRESS_WIDE FirstRecord find_first_cells(std::string_view rest, std::vector<std::uint32_t>& starts) {
  return cells_until<Until::kLineEnd>(rest, Starts(starts));
}

}  // namespace redress::scan::wide

#undef REDRESS_WIDE

#else

namespace redress::scan::wide {

bool is_available() {
  return false;
}
RecordShape measure_record(std::string_view rest) {
  return plain::measure_record(rest);
}
std::size_t find_cells(std::string_view record, std::vector<std::uint32_t>& starts) {
  return plain::find_cells(record, starts);
}
FirstRecord find_first_cells(std::string_view rest, std::vector<std::uint32_t>& starts) {
  return plain::find_first_cells(rest, starts);
}

}  // namespace redress::scan::wide

#endif
