#include "intake/equal_rows.h"

#include <algorithm>
#include <utility>

#include "base/bytes_hash.h"

namespace redress::intake {
namespace {

// Where the quoted cell that begins at `open` ends: its closing quote.
std::size_t closing_quote(std::string_view raw, std::size_t open) {
  std::size_t at = raw.find('"', open + 1);
  while (at != std::string_view::npos && raw.substr(at + 1, 1) == "\"") at = raw.find('"', at + 2);
  return std::min(at, raw.size());
}

// Cells of a good row in their least quoted spelling: quotes only around a comma or a quote. Different cells never give
// the same text, and equal ones always do.
void append_least_quoted(std::string_view raw, std::string& text) {
  std::size_t at = 0;
  for (std::size_t open = raw.find('"'); open != std::string_view::npos; open = raw.find('"', at)) {
    text += raw.substr(at, open - at);
    const std::size_t close = closing_quote(raw, open);
    const std::string_view inside = raw.substr(open + 1, close - open - 1);
    const bool needs_quotes = inside.find_first_of(",\"") != std::string_view::npos;
    text += needs_quotes ? raw.substr(open, close + 1 - open) : inside;
    at = std::min(close + 1, raw.size());
  }
  text += raw.substr(at);
}

}  // namespace

EqualRows::EqualRows(const model::Layout& layout, RecordOf record_of) : record_of_(std::move(record_of)) {
  using model::RowFact;
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    if (layout.columns[i].ignored_in_equality) continue;
    if (stretches_.empty() || stretches_.back().last + 1 != i) stretches_.push_back({i, i});
    stretches_.back().last = i;
  }
  for (const RowFact fact : {RowFact::kCountOrder, RowFact::kSentencePlace, RowFact::kSentenceLength}) {
    if (!layout.columns[layout.position(fact)].ignored_in_equality) telling_.push_back(layout.position(fact));
  }
}

void EqualRows::begin_person(std::size_t rows) {
  rows_ = rows;
  next_ = 0;
  earlier_text_.clear();
  first_of_kind_.reset(rows);
  is_listed_.clear();
}

bool EqualRows::is_repeat(const scan::Cells& cells) {
  if (rows_ < 2) return false;
  const std::uint32_t nth = next_++;
  const std::uint32_t first = first_of_kind_.find_or_add(quick_hash(cells), nth, [](std::uint32_t) { return true; });
  if (first == nth) return false;
  list(first);
  text_.clear();
  all_cells_.split(cells.record());
  const auto is_same = [&](std::uint32_t earlier) { return is_same_as(all_cells_, earlier); };
  return listed_.find_or_add(full_hash(all_cells_), nth, is_same) != nth;
}

// The first of its kind is listed only when a second comes.
void EqualRows::list(std::uint32_t nth) {
  if (is_listed_.empty()) {
    is_listed_.resize(rows_);
    listed_.reset(rows_);
  }
  if (is_listed_[nth]) return;
  is_listed_[nth] = true;
  earlier_text_.clear();
  earlier_cells_.split(record_of_(nth));
  listed_.find_or_add(full_hash(earlier_cells_), nth, [](std::uint32_t) { return false; });
}

// Of the bytes without any quotes, since a cell may have some around it or not.
std::size_t EqualRows::hash_of(std::string_view raw, std::size_t seed) {
  std::size_t quote = raw.find('"');
  if (quote == std::string_view::npos) return hash_of_bytes(raw, seed);
  unquoted_.clear();
  for (; quote != std::string_view::npos; quote = raw.find('"')) {
    unquoted_.append(raw.substr(0, quote));
    raw.remove_prefix(quote + 1);
  }
  unquoted_.append(raw);
  return hash_of_bytes(unquoted_, seed);
}

std::size_t EqualRows::quick_hash(const scan::Cells& cells) {
  std::size_t hash = 0;
  for (const std::size_t column : telling_) {
    // A cell that does not begin with a quote has none.
    const std::string_view raw = cells.raw(column);
    hash = raw.empty() || raw.front() != '"' ? hash_of_bytes(raw, hash) : hash_of(raw, hash);
  }
  return hash;
}

std::size_t EqualRows::full_hash(const scan::Cells& cells) {
  std::size_t hash = 0;
  for (const Stretch& stretch : stretches_) hash = hash_of(cells.raw(stretch.first, stretch.last), hash);
  return hash;
}

void EqualRows::write_text(const scan::Cells& cells, std::string& text) const {
  text.clear();
  for (const Stretch& stretch : stretches_) {
    append_least_quoted(cells.raw(stretch.first, stretch.last), text);
    text += ',';
  }
}

bool EqualRows::is_same_as(const scan::Cells& cells, std::uint32_t nth) {
  if (text_.empty()) write_text(cells, text_);
  if (earlier_text_.empty() || earlier_ != nth) {
    earlier_cells_.split(record_of_(nth));
    write_text(earlier_cells_, earlier_text_);
    earlier_ = nth;
  }
  return text_ == earlier_text_;
}

}  // namespace redress::intake
