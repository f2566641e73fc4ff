#include "run/kept_review.h"

#include <algorithm>
#include <cerrno>
#include <deque>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include "scan/cells.h"
#include "scan/record_walker.h"
#include "write/csv/csv_rows.h"
#include "write/output_calls.h"
#include "write/output_file.h"
#include "write/standing_file.h"

namespace redress::run {
namespace {

constexpr std::uint64_t kMostReviewBytes = std::uint64_t{2} << 30U;

Error review_fault(const std::string& file, std::string cause, const scan::Record* record) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = "review.syntax";
  error.place.file = file;
  if (record != nullptr) error.place.line_1based = record->line_1based;
  error.cause = std::move(cause);
  error.next_step = "Put back the file as 'redress review' wrote it, or move it away to begin a new review.";
  return error;
}

std::vector<std::string_view> review_columns(const model::WorkbookLayout& layout) {
  std::vector<std::string_view> names = {layout.column(model::SheetValue::kRowId).name};
  for (const model::SheetColumn* column : layout.entries()) names.push_back(column->name);
  return names;
}

Result<model::HandEntries> read_review(std::string_view bytes, const std::string& file,
                                       const model::WorkbookLayout& layout) {
  const std::vector<std::string_view> names = review_columns(layout);
  model::HandEntries entries;
  scan::RecordWalker walker(bytes, names.size());
  scan::Cells cells;
  std::deque<std::string> unescaped;
  for (scan::Record record; walker.next(record);) {
    if (record.fault != scan::RecordFault::kNone)
      return review_fault(file, "a line cannot be split into its cells", &record);
    unescaped.clear();
    cells.split(bytes.substr(record.offset_bytes, record.length_bytes));
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < names.size(); ++i) texts.emplace_back(cells.value(i, unescaped));
    if (record.row_1based == 1) {
      if (!std::equal(names.begin(), names.end(), texts.begin()))
        return review_fault(file, "its columns are not those of a review", &record);
      continue;
    }
    std::string row_id = std::move(texts.front());
    texts.erase(texts.begin());
    if (!entries.emplace(std::move(row_id), std::move(texts)).second)
      return review_fault(file, "a row stands there twice", &record);
  }
  return entries;
}

}  // namespace

Result<model::HandEntries> kept_entries(const std::string& folder, const model::WorkbookLayout& layout) {
  const Result<std::string> text = write::standing_text(folder, kReviewName, kMostReviewBytes);
  if (!text && text.error().code == "results.file_missing") return model::HandEntries();
  if (!text) return text.error();
  return read_review(*text, folder + "/" + kReviewName, layout);
}

std::string review_text(const model::HandEntries& entries, const model::WorkbookLayout& layout) {
  std::string text;
  for (const std::string_view name : review_columns(layout)) {
    if (!text.empty()) text += ',';
    write::append_cell(text, name);
  }
  text += '\n';
  for (const auto& [row_id, texts] : entries) {
    write::append_cell(text, row_id);
    for (const std::string& entry : texts) {
      text += ',';
      write::append_cell(text, entry);
    }
    text += '\n';
  }
  return text;
}

Status replace_file(const std::string& folder, const std::string& name, std::string_view text) {
  const std::string place = folder + "/" + name;
  const std::string aside = place + ".new";
  std::error_code failed;
  std::filesystem::remove(aside, failed);  // what was left by a program that was ended between the two steps
  Result<std::unique_ptr<write::OutputFile>> file = write::OutputFile::begin(aside);
  if (!file) return file.error();
  if (Status written = (*file)->sink().write(text); !written) return written;
  const Result<write::WrittenFile> finished = (*file)->finish();
  if (!finished) return finished.error();
  std::filesystem::rename(aside, place, failed);
  if (!failed) return Done{};
  std::error_code ignored;
  std::filesystem::remove(aside, ignored);
  return write::output_error("output.not_writable", place, "the finished file could not be put in its place",
                             failed.value());
}

}  // namespace redress::run
