#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

#include "scan/encoding.h"
#include "scan/structure.h"

namespace redress::scan {
namespace {

// Bytes at which an unquoted cell ends, or must not have.
constexpr std::array<bool, 256> make_stops(std::string_view stops) {
  std::array<bool, 256> table{};
  for (const char c : stops) table[static_cast<unsigned char>(c)] = true;
  return table;
}
// At a byte of 0x80 or above, a look through an unquoted cell stops too.
constexpr std::array<bool, 256> kEndsUnquotedOrHigh = [] {
  std::array<bool, 256> table = make_stops(",\"\n");
  for (std::size_t byte = 0x80; byte < table.size(); ++byte) table[byte] = true;
  return table;
}();
constexpr std::array<bool, 256> kEndsUnquoted = make_stops(",\"\n");
constexpr std::array<bool, 256> kCommaOrQuote = make_stops(",\"");

const char* find_any(const std::array<bool, 256>& stops, const char* at, const char* end) {
  while (at != end && !stops[static_cast<unsigned char>(*at)]) ++at;
  return at;
}

const char* find_quote(const char* at, const char* end) {
  if (at == end) return end;
  const void* found = std::memchr(at, '"', static_cast<std::size_t>(end - at));
  return found == nullptr ? end : static_cast<const char*>(found);
}

// Behind the quote that closes the cell whose first byte is at `at`; null where none does.
const char* behind_closing_quote(const char* at, const char* end) {
  for (;;) {
    const char* quote = find_quote(at, end);
    if (quote == end) return nullptr;
    if (quote + 1 == end || quote[1] != '"') return quote + 1;
    at = quote + 2;
  }
}

// Bytes of the line end at `at`: 0 where there is none (or at the end of the bytes).
std::size_t line_end_at(const char* at, const char* end) {
  if (at == end) return 0;
  if (*at == '\n') return 1;
  if (*at != '\r') return 0;
  if (at + 1 == end) return 1;
  return at[1] == '\n' ? 2 : 0;
}

}  // namespace

namespace plain {

RecordShape measure_record(std::string_view rest) {
  const char* const begin = rest.data();
  const char* const end = begin + rest.size();
  const char* at = begin;
  RecordShape shape;
  const auto ended = [&](const char* where, RecordFault fault) {
    shape.fault = fault;
    shape.length_bytes = static_cast<std::size_t>(where - begin);
    return shape;
  };
  for (;;) {
    ++shape.cells;
    if (at != end && *at == '"') {
      const char* const behind = behind_closing_quote(at + 1, end);
      const std::string_view cell(at, static_cast<std::size_t>((behind == nullptr ? end : behind) - at));
      shape.line_breaks += static_cast<std::size_t>(std::count(cell.begin(), cell.end(), '\n'));
      shape.has_high_bytes = shape.has_high_bytes || scan::has_high_bytes(cell);
      if (behind == nullptr) return ended(end, RecordFault::kUnclosedQuote);
      at = behind;
      shape.line_end_bytes = line_end_at(at, end);
      if (at == end || shape.line_end_bytes != 0) return ended(at, RecordFault::kNone);
      if (*at != ',') return ended(at, RecordFault::kStrayQuote);
    } else {
      const char* const cell = at;
      at = find_any(kEndsUnquotedOrHigh, at, end);
      if (at != end && is_high_byte(*at)) {
        shape.has_high_bytes = true;
        at = find_any(kEndsUnquoted, at, end);
      }
      if (at != end && *at == '"') return ended(at, RecordFault::kStrayQuote);
      if (at == end || *at == '\n') {
        if (at != cell && at[-1] == '\r') --at;
        shape.line_end_bytes = line_end_at(at, end);
        return ended(at, RecordFault::kNone);
      }
    }
    ++at;  // the comma
  }
}

std::size_t find_cells(std::string_view record, std::vector<std::uint32_t>& starts) {
  assert(record.size() <= kMaxRecordBytes);
  std::size_t used = 0;
  const auto add = [&](std::size_t start) {
    if (used == starts.size()) starts.resize(std::max<std::size_t>(128, 2 * used));
    starts[used++] = static_cast<std::uint32_t>(start);
  };
  const char* const begin = record.data();
  const char* const end = begin + record.size();
  add(0);
  for (const char* at = begin; (at = find_any(kCommaOrQuote, at, end)) != end; ++at) {
    if (*at == ',') {
      add(static_cast<std::size_t>(at - begin) + 1);
    } else if ((at = find_quote(at + 1, end)) == end) {
      break;
    }
  }
  add(record.size() + 1);
  return used;
}

FirstRecord find_first_cells(std::string_view rest, std::vector<std::uint32_t>& starts) {
  const RecordShape shape = measure_record(rest);
  const std::size_t used = find_cells(rest.substr(0, shape.length_bytes), starts);
  return {used, shape.length_bytes, shape.line_end_bytes};
}

}  // namespace plain

RecordShape measure_record(std::string_view rest) {
  return wide::is_available() ? wide::measure_record(rest) : plain::measure_record(rest);
}

std::size_t find_cells(std::string_view record, std::vector<std::uint32_t>& starts) {
  return wide::is_available() ? wide::find_cells(record, starts) : plain::find_cells(record, starts);
}

FirstRecord find_first_cells(std::string_view rest, std::vector<std::uint32_t>& starts) {
  return wide::is_available() ? wide::find_first_cells(rest, starts) : plain::find_first_cells(rest, starts);
}

}  // namespace redress::scan
