#include "run/record_files.h"

#include <algorithm>
#include <map>
#include <utility>

#include "run/batches.h"
#include "run/progress.h"
#include "write/checksum.h"

namespace redress::run {
namespace {

constexpr std::uint64_t kDefaultLeastRejects = 100;
constexpr double kDefaultPercent = 1.0;

Error input_error(std::string code, std::string file, std::string cause, std::string next_step) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = std::move(code);
  error.place.file = std::move(file);
  error.cause = std::move(cause);
  error.next_step = std::move(next_step);
  return error;
}

Status check_contents_differ(const RecordFiles& records) {
  std::map<std::string_view, std::size_t> seen;
  for (std::size_t i = 0; i < records.files.size(); ++i) {
    const auto [first, is_new] = seen.emplace(records.sha256[i], i);
    if (is_new) continue;
    return input_error("input.same_content", records.files[i]->path(),
                       "this file has the same content as " + records.files[first->second]->path() +
                           "; every figure would count its people's rows twice",
                       "Give each file once.");
  }
  return Done{};
}

// The number of cells that every reject of the first file has, when they all have the same; else 0.
std::uint32_t common_cell_count(const RecordFiles& records) {
  std::uint32_t common = 0;
  for (const intake::Reject& reject : records.index.rejects) {
    if (reject.cause != intake::RejectCause::kWrongCellCount) return 0;
    if (common != 0 && reject.cells_found != common) return 0;
    common = reject.cells_found;
  }
  return common;
}

}  // namespace

std::uint64_t RecordFiles::total_bytes() const {
  std::uint64_t total = 0;
  for (const std::string_view b : bytes) total += b.size();
  return total;
}

Result<RecordFiles> open_records(const std::vector<std::string>& paths, const model::Layout& layout, unsigned threads,
                                 RunObserver* observer) {
  RecordFiles records;
  for (const std::string& path : paths) {
    Result<std::unique_ptr<scan::InputFile>> file = scan::open_input(path);
    if (!file) return file.error();
    records.bytes.push_back((*file)->bytes());
    records.files.push_back(*std::move(file));
  }
  // Each file is three tasks: its walk, its checksum, its encoding.
  constexpr std::size_t kTasks = 3;
  records.sha256.resize(paths.size());
  records.encodings.resize(paths.size());
  std::vector<intake::FileIndex> indexes(paths.size());
  ProgressCount progress(observer, Progress::Stage::kReading, records.total_bytes());
  Status walked = run_tasks(paths.size() * kTasks, threads, [&](std::size_t task) -> Status {
    const std::size_t file = task / kTasks;
    const std::string_view bytes = records.bytes[file];
    switch (task % kTasks) {
      case 0: indexes[file] = intake::index_file(bytes, static_cast<std::uint32_t>(file), layout); break;
      case 1: records.sha256[file] = write::sha256_hex(bytes); break;
      default: records.encodings[file] = scan::encoding_of(bytes); break;
    }
    return progress.add(task % kTasks == 0 ? bytes.size() : 0);
  });
  if (!walked) return walked.error();
  if (Status differ = check_contents_differ(records); !differ) return differ.error();
  Result<intake::RecordIndex> index = intake::join(std::move(indexes));
  if (!index) return index.error();
  records.index = *std::move(index);
  if (records.index.rows.empty() && records.index.rejects.empty()) {
    return input_error("input.no_rows", records.files.front()->path(),
                       "there is no row of data in it, only a header or empty lines",
                       "Give the research file that the Department of Justice sent.");
  }
  return records;
}

Status check_reject_limit(const RecordFiles& records, const model::Layout& layout, const RejectLimit& limit,
                          std::uint64_t rejected) {
  const std::uint64_t rows_in = records.index.rows.size() + records.index.rejects.size();
  double most = 0;
  switch (limit.kind) {
    case RejectLimit::Kind::kDefault:
      most = std::max(static_cast<double>(kDefaultLeastRejects), static_cast<double>(rows_in) * kDefaultPercent / 100);
      break;
    case RejectLimit::Kind::kRows: most = static_cast<double>(limit.rows); break;
    case RejectLimit::Kind::kPercent: most = static_cast<double>(rows_in) * limit.percent / 100; break;
  }
  const bool none_good = records.index.rows.empty();
  if (!none_good && static_cast<double>(rejected) <= most) return Done{};
  std::string file;
  if (!records.index.rejects.empty()) file = records.files[records.index.rejects.front().file]->path();
  if (const std::uint32_t cells = common_cell_count(records); none_good && cells != 0) {
    return input_error("input.not_this_format", file,
                       "this is not a research file of the Department of Justice: every row has " +
                           std::to_string(cells) + " columns, not " + std::to_string(layout.columns.size()),
                       "Give the file as the Department of Justice sent it, without columns added or removed.");
  }
  Error error =
      input_error("input.too_many_rejects", file,
                  std::to_string(rejected) + " of " + std::to_string(rows_in) + " rows cannot be read",
                  "'redress check' shows what is wrong. If the file is the right one, allow more with --max-rejects.");
  if (!records.index.rejects.empty()) {
    const intake::Reject& first = records.index.rejects.front();
    error.place.row_1based = first.row_1based;
    error.place.line_1based = first.line_1based;
    error.place.byte_0based = first.offset_bytes;
    error.cause += "; the first is this one: " + std::string(intake::cause_words(first.cause));
  }
  return error;
}

Status check_unchanged(const RecordFiles& records) {
  for (const auto& file : records.files) {
    if (Status status = file->check_unchanged(); !status) return status;
  }
  return Done{};
}

}  // namespace redress::run
