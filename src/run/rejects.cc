#include "run/rejects.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>

#include "write/csv/csv_rows.h"

namespace redress::run {
namespace {

using intake::Reject;
using intake::RejectCause;

constexpr std::size_t kCauses = static_cast<std::size_t>(RejectCause::kCountUnidentified) + 1;

Reject reject_of(const intake::RowRef& row, const intake::UnusableRow& unusable) {
  Reject reject;
  reject.cause = RejectCause::kCountUnidentified;
  reject.file = row.file;
  reject.row_1based = row.row_1based;
  reject.line_1based = row.line_1based;
  reject.offset_bytes = row.offset_bytes;
  reject.length_bytes = row.length_bytes;
  reject.column_1based = unusable.column_1based;
  return reject;
}

}  // namespace

Rejects::Rejects(const RecordFiles& records, std::span<const intake::UnusableRow> unusable)
    : records_(records),
      list_(records.index.rejects.begin(), records.index.rejects.end()),
      unusable_count_(unusable.size()) {
  std::vector<model::RowNumber> numbers;
  numbers.reserve(unusable.size());
  for (const intake::UnusableRow& row : unusable) numbers.push_back(row.row);
  const std::vector<intake::RowRef> refs = records.index.find(numbers, records.bytes);
  for (std::size_t i = 0; i < refs.size(); ++i) list_.push_back(reject_of(refs[i], unusable[i]));
  std::sort(list_.begin(), list_.end(), [](const Reject& a, const Reject& b) {
    return std::tie(a.file, a.offset_bytes) < std::tie(b.file, b.offset_bytes);
  });
}

std::vector<write::CauseCount> Rejects::by_cause() const {
  std::array<std::uint64_t, kCauses> counts{};
  for (const Reject& reject : list_) ++counts[static_cast<std::size_t>(reject.cause)];
  std::vector<write::CauseCount> causes;
  for (std::size_t i = 0; i < kCauses; ++i) {
    const auto cause = static_cast<RejectCause>(i);
    if (counts[i] == 0) continue;
    causes.push_back({std::string(intake::id_of(cause)), std::string(intake::cause_words(cause)), counts[i]});
  }
  return causes;
}

Status Rejects::write_to(write::ResultSink& sink) const {
  std::string text;
  write::append_rejects_header(text);
  for (const Reject& reject : list_) {
    write::append_rejects_row(
        text, {records_.files[reject.file]->path(), reject.row_1based, reject.line_1based, reject.offset_bytes,
               reject.column_1based, reject.cells_found, intake::cause_words(reject.cause),
               records_.bytes[reject.file].substr(reject.offset_bytes, reject.length_bytes)});
    if (Status written = sink.write(text); !written) return written;
    text.clear();
  }
  return sink.write(text);
}

}  // namespace redress::run
