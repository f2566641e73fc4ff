// The vectorised reading of quotes, commas and line breaks against the plain one: the same for any bytes.
#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

#include "property.h"
#include "scan/encoding.h"
#include "scan/structure.h"

namespace redress::fuzz {
namespace {

// Every shape from every line of the text, and its cells. The bytes stand alone in memory of their own, so that the
// address sanitizer sees a look past their end.
void compare(std::string_view text) {
  if (!scan::wide::is_available()) return;
  std::vector<std::uint32_t> plain_starts;
  std::vector<std::uint32_t> wide_starts;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const scan::RecordShape shape = scan::plain::measure_record(rest);
    require(scan::wide::measure_record(rest) == shape, "both measure the same record");
    const std::string_view record = rest.substr(0, shape.length_bytes);
    require(shape.has_high_bytes == scan::has_high_bytes(record), "a record has the high bytes that stand in it");
    const std::size_t count = scan::plain::find_cells(record, plain_starts);
    require(scan::wide::find_cells(record, wide_starts) == count, "both find as many cells");
    require(std::equal(plain_starts.begin(), plain_starts.begin() + static_cast<std::ptrdiff_t>(count),
                       wide_starts.begin()),
            "both find the same cells");
    if (shape.fault == scan::RecordFault::kNone) {
      const scan::FirstRecord first{count, shape.length_bytes, shape.line_end_bytes};
      for (const auto find : {scan::plain::find_first_cells, scan::wide::find_first_cells}) {
        wide_starts.clear();
        require(find(rest, wide_starts) == first, "one look finds the record that two do");
        require(std::equal(plain_starts.begin(), plain_starts.begin() + static_cast<std::ptrdiff_t>(count),
                           wide_starts.begin()),
                "and its cells");
      }
    }
    const std::size_t line_end = rest.find('\n');
    at += line_end == std::string_view::npos ? rest.size() : line_end + 1;
  }
}

}  // namespace
}  // namespace redress::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0 || size > 65536) return 0;
  const auto copy = std::make_unique<std::uint8_t[]>(size);
  std::memcpy(copy.get(), bytes, size);
  redress::fuzz::compare(redress::fuzz::text_of(copy.get(), size));
  return 0;
}
