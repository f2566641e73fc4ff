#include "run/comparison_files.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "write/csv/comparison_rows.h"

namespace redress::run {
namespace {

Status begin_table(const std::string& path, void (*append_header)(std::string&),
                   std::unique_ptr<write::OutputFile>& place) {
  if (path.empty()) return Done{};
  Result<std::unique_ptr<write::OutputFile>> file = write::OutputFile::begin(path);
  if (!file) return file.error();
  place = *std::move(file);
  std::string header;
  append_header(header);
  return place->sink().write(header);
}

}  // namespace

Result<ComparisonTables> ComparisonTables::begin(const ComparisonFiles& files) {
  ComparisonTables tables;
  if (Status begun = begin_table(files.pairs, write::append_pairs_header, tables.pairs_); !begun) return begun.error();
  if (Status begun = begin_table(files.each, write::append_each_header, tables.each_); !begun) return begun.error();
  return tables;
}

Status ComparisonTables::write_pairs(std::string_view first, std::string_view second,
                                     const std::vector<AnswerPair>& pairs) {
  if (pairs_ == nullptr) return Done{};
  std::string lines;
  for (const AnswerPair& pair : pairs) write::append_pairs_row(lines, first, second, pair);
  return pairs_->sink().write(lines);
}

Status ComparisonTables::finish() {
  for (const auto& file : {pairs_.get(), each_.get()}) {
    if (file == nullptr) continue;
    if (Result<write::WrittenFile> written = file->finish(); !written) return written.error();
  }
  return Done{};
}

void sort_pairs(std::vector<AnswerPair>& pairs) {
  std::stable_sort(pairs.begin(), pairs.end(), [](const AnswerPair& a, const AnswerPair& b) {
    return std::tuple(a.differs, a.affected.convictions) > std::tuple(b.differs, b.affected.convictions);
  });
}

}  // namespace redress::run
