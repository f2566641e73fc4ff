#include "write/difference_place.h"

namespace redress::write {
namespace {

constexpr std::size_t kLongestKeyLine = 200;

// `  "people": 12` → people; nothing where the line so far has no whole key.
std::string key_of(std::string_view line) {
  const std::size_t open = line.find_first_not_of(" {[");
  if (open == std::string_view::npos || line[open] != '"') return {};
  const std::size_t close = line.find('"', open + 1);
  if (close == std::string_view::npos || line.substr(close + 1, 1) != ":") return {};
  return std::string(line.substr(open + 1, close - open - 1));
}

}  // namespace

void PlaceFinder::add(std::string_view bytes) {
  bytes_ += bytes.size();
  for (const char byte : bytes) {
    if (is_table_) {
      add_to_table(byte);
    } else if (byte == '\n') {
      ++row_;
      line_.clear();
    } else if (line_.size() < kLongestKeyLine) {
      line_ += byte;
    }
  }
}

void PlaceFinder::add_to_table(char byte) {
  const bool is_header = row_ == 1;
  if (byte == '"') {
    is_quoted_ = !is_quoted_;
  } else if (byte == '\n' && !is_quoted_) {
    ++row_;
    column_ = 0;
  } else if (byte == ',' && !is_quoted_) {
    ++column_;
    if (is_header) header_.emplace_back();
  } else if (is_header) {
    header_.back() += byte;
  }
}

DifferencePlace PlaceFinder::place() const {
  DifferencePlace place{bytes_, is_table_, row_, {}};
  if (!is_table_) {
    place.column = key_of(line_);
  } else if (row_ > 1 && column_ < header_.size()) {
    place.column = header_[column_];
  }
  return place;
}

}  // namespace redress::write
