#include "run/reject_limit.h"

#include <array>
#include <charconv>
#include <system_error>

namespace redress {
namespace {

constexpr std::string_view kDefaultLimit = "default";

Error no_limit(std::string_view text) {
  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = "option.max_rejects";
  error.cause = "--max-rejects is neither a number of rows nor a percentage: '" + std::string(text) + "'";
  error.next_step = "Write for example 500 or 2%.";
  return error;
}

}  // namespace

Result<RejectLimit> parse_reject_limit(std::string_view text) {
  RejectLimit limit;
  if (text.empty() || text == kDefaultLimit) return limit;
  const bool is_percent = text.back() == '%';
  const char* end = text.data() + text.size() - (is_percent ? 1 : 0);
  const auto read =
      is_percent ? std::from_chars(text.data(), end, limit.percent) : std::from_chars(text.data(), end, limit.rows);
  // Whatever reads as no number at all is outside too.
  const bool is_in_range = limit.percent >= 0 && limit.percent <= 100;
  if (read.ec != std::errc{} || read.ptr != end || !is_in_range) return no_limit(text);
  limit.kind = is_percent ? RejectLimit::Kind::kPercent : RejectLimit::Kind::kRows;
  return limit;
}

std::string run::reject_limit_text(const RejectLimit& limit) {
  switch (limit.kind) {
    case RejectLimit::Kind::kDefault: break;
    case RejectLimit::Kind::kRows: return std::to_string(limit.rows);
    case RejectLimit::Kind::kPercent: {
      std::array<char, 32> digits{};  // the shortest text of any double fits
      const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), limit.percent).ptr;
      return std::string(digits.data(), end) + "%";
    }
  }
  return std::string(kDefaultLimit);
}

}  // namespace redress
