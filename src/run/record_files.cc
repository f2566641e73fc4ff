#include "run/record_files.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <memory_resource>
#include <optional>
#include <utility>

#include "intake/header_order.h"
#include "run/batches.h"
#include "run/progress.h"

namespace redress::run {
namespace {

constexpr std::uint64_t kDefaultLeastRejects = 100;
constexpr double kDefaultPercent = 1.0;
constexpr std::string_view kStandardInput = "-";

// What of the memory that a run may take is the index's, and a packed file's: one part in so many.
constexpr std::uint64_t kPartOfIndex = 2;

Error input_error(std::string code, std::string file, std::string cause, std::string next_step) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = std::move(code);
  error.place.file = std::move(file);
  error.cause = std::move(cause);
  error.next_step = std::move(next_step);
  return error;
}

Error standard_input_twice() {
  Error error = input_error("input.standard_input_twice", std::string(scan::kStandardInputName),
                            "it can be read only once, but '-' was given more than once", "Give '-' once.");
  error.kind = ErrorKind::kUsage;
  return error;
}

Status check_contents_differ(const RecordFiles& records) {
  std::map<std::string_view, std::size_t> seen;
  for (std::size_t i = 0; i < records.files.size(); ++i) {
    if (records.sums->of(i).empty()) continue;  // no other file has its size
    const auto [first, is_new] = seen.emplace(records.sums->of(i), i);
    if (is_new) continue;
    return input_error("input.same_content", records.files[i]->path(),
                       "this file has the same content as " + records.files[first->second]->path() +
                           "; every figure would count its people's rows twice",
                       "Give each file once.");
  }
  return Done{};
}

// Cells are taken by their place: under a header that names other places every one of them would be another's.
Status check_header_order(const RecordFiles& records, const model::Layout& layout) {
  for (std::size_t file = 0; file < records.files.size(); ++file) {
    // A header whose first cell is not the first column's name was taken for a row.
    const bool is_seen = records.index.files[file].has_header;
    if (!is_seen && !intake::begins_with_names(records.bytes[file], layout)) continue;
    const auto moved = intake::moved_column(records.bytes[file], layout);
    if (!moved && is_seen) continue;
    if (!moved) {
      const std::string& first = layout.columns.front().name;
      return input_error("input.header_renamed", records.files[file]->path(),
                         "the first line names columns, but its first cell is not " + first,
                         "Give the file as the Department of Justice sent it; a header begins with " + first + ".");
    }
    Error error = input_error("input.columns_moved", records.files[file]->path(),
                              "the header has " + layout.columns[moved->column].name + " as column " +
                                  std::to_string(moved->place + 1) + "; in this format it is column " +
                                  std::to_string(moved->column + 1),
                              "Give the file as the Department of Justice sent it, its columns in their order.");
    error.place.line_1based = moved->line_1based;
    error.place.column_1based = static_cast<std::uint32_t>(moved->place + 1);
    return error;
  }
  return Done{};
}

// The reading of all files: each cut into pieces, which threads walk at the same time.
class Reading {
 public:
  // `memory`: of the index; must outlive the records.
  Reading(RecordFiles& records, const model::Layout& layout, Checksums checksums, std::pmr::memory_resource* memory)
      : records_(records), layout_(layout), memory_(memory), bounds_(records.files.size()) {
    records_.sums = std::make_unique<FileSums>(records_.bytes);
    std::map<std::size_t, std::size_t> files_of_size;
    for (const std::string_view bytes : records_.bytes) ++files_of_size[bytes.size()];
    // A sum is the longest task of a file: it comes first.
    for (std::size_t i = 0; i < records_.files.size(); ++i) {
      const bool may_be_twice = files_of_size[records_.bytes[i].size()] > 1;
      if (checksums == Checksums::kToTellApart && !may_be_twice) continue;
      records_.sums->ask(i);
      if (checksums == Checksums::kOfAllWithOutputs && !may_be_twice) continue;
      tasks_.push_back({i, std::nullopt, may_be_twice});
    }
    for (std::size_t i = 0; i < records_.files.size(); ++i) {
      bounds_[i] = intake::cut(records_.bytes[i], kPieceBytes);
      for (std::size_t piece = 0; piece < bounds_[i].size(); ++piece) tasks_.push_back({i, piece, true});
      pieces_left_ += bounds_[i].size();
    }
    pieces_.resize(tasks_.size());
  }

  std::size_t task_count() const { return tasks_.size(); }

  // Thread rule: different tasks at the same time. How many bytes of the files the task walked.
  std::uint64_t run(std::size_t task) {
    const auto [file, piece, is_needed] = tasks_[task];
    const std::string_view bytes = records_.bytes[file];
    if (!piece) {
      // Nobody waits for a sum that only the manifest shows: there is more to do as soon as all pieces are walked.
      records_.sums->make(file, [this, must_end = is_needed] { return must_end || pieces_left_ > 0; });
      return 0;
    }
    const intake::PieceBounds& bounds = bounds_[file][*piece];
    pieces_[task] = intake::index_piece(bytes, static_cast<std::uint32_t>(file), bounds, layout_, memory_);
    --pieces_left_;
    return bounds.end_bytes - bounds.begin_bytes;
  }

  // After all tasks. Errors: those of intake::join.
  Status join() {
    std::vector<intake::FilePiece> all;
    std::size_t task = tasks_.size();
    for (const auto& bounds : bounds_) task -= bounds.size();
    for (std::size_t file = 0; file < bounds_.size(); ++file) {
      std::vector<intake::FilePiece> pieces;
      for (std::size_t i = 0; i < bounds_[file].size(); ++i, ++task) pieces.push_back(std::move(pieces_[task]));
      intake::mend_borders(records_.bytes[file], layout_, bounds_[file], pieces, memory_);
      const auto is_narrower = [](const auto& a, const auto& b) { return a.encoding < b.encoding; };
      records_.encodings.push_back(std::max_element(pieces.begin(), pieces.end(), is_narrower)->encoding);
      std::move(pieces.begin(), pieces.end(), std::back_inserter(all));
    }
    Result<intake::RecordIndex> index = intake::join(std::move(all), memory_);
    if (!index) return index.error();
    records_.index = *std::move(index);
    return Done{};
  }

 private:
  // Small enough that many threads have work with one file, large enough that people seldom stand in two pieces.
  static constexpr std::uint64_t kPieceBytes = std::uint64_t{8} << 20U;

  struct Task {
    std::size_t file = 0;
    std::optional<std::size_t> piece;  // nothing: the sum of the file
    bool is_needed = true;             // before the records are open
  };

  RecordFiles& records_;
  const model::Layout& layout_;
  std::pmr::memory_resource* memory_;
  std::vector<std::vector<intake::PieceBounds>> bounds_;  // by file
  std::vector<Task> tasks_;                               // sums, then pieces in order
  std::atomic<std::size_t> pieces_left_ = 0;              // to be walked
  std::vector<intake::FilePiece> pieces_;                 // by task
};

std::string_view raw_bytes(const RecordFiles& records, const intake::Reject& reject) {
  return records.bytes[reject.file].substr(reject.offset_bytes, reject.length_bytes);
}

// The lines that rejects lost. A quote out of place makes one reject of all lines up to the next good one.
std::uint64_t lost_lines(const RecordFiles& records) {
  std::uint64_t lines = records.index.rejects.size();
  for (const intake::Reject& reject : records.index.rejects) {
    const std::string_view raw = raw_bytes(records, reject);
    lines += static_cast<std::uint64_t>(std::count(raw.begin(), raw.end(), '\n'));
  }
  return lines;
}

// "every row has 12 columns", or what else the rejects of a file without a good row say of its columns. Nothing where
// they have the right number, or nobody can tell.
std::optional<std::string> other_columns(const RecordFiles& records, std::size_t file, std::size_t right_columns) {
  std::map<std::uint64_t, std::uint64_t> rows_by_columns;
  const intake::Reject* first = nullptr;
  std::uint64_t rejects = 0;
  for (const intake::Reject& reject : records.index.rejects) {
    if (reject.file != file) continue;
    if (first == nullptr) first = &reject;
    ++rejects;
    if (reject.cause == intake::RejectCause::kWrongCellCount) ++rows_by_columns[reject.cells_found];
  }
  if (first == nullptr) return std::nullopt;
  if (rows_by_columns.empty()) {
    // Quotes are out of place, so that its commas alone are counted.
    const std::string_view raw = raw_bytes(records, *first);
    const std::string_view line = raw.substr(0, raw.find('\n'));
    const auto columns = static_cast<std::uint64_t>(std::count(line.begin(), line.end(), ',')) + 1;
    if (columns == right_columns || columns == right_columns + 1) return std::nullopt;
    return "its first row has " + std::to_string(columns) + (columns == 1 ? " column" : " columns");
  }
  const auto most = std::max_element(rows_by_columns.begin(), rows_by_columns.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return (most->second == rejects ? "every row has " : "most rows have ") + std::to_string(most->first) +
         (most->first == 1 ? " column" : " columns");
}

// A file that holds rows but no good one, and rows of another number of columns, is another kind of file.
Status check_format(const RecordFiles& records, std::size_t right_columns) {
  for (std::size_t file = 0; file < records.files.size(); ++file) {
    if (records.index.files[file].rows > 0) continue;
    const std::optional<std::string> found = other_columns(records, file, right_columns);
    if (!found) continue;
    return input_error("input.not_this_format", records.files[file]->path(),
                       "this is not a research file of the Department of Justice: " + *found + ", not " +
                           std::to_string(right_columns),
                       "Give the file as the Department of Justice sent it, without columns added or removed.");
  }
  return Done{};
}

Error too_many_rejects(const RecordFiles& records, std::uint64_t rejected, std::uint64_t rows) {
  Error error = input_error(
      "input.too_many_rejects", "", std::to_string(rejected) + " of " + std::to_string(rows) + " rows cannot be read",
      "'redress check' shows what is wrong. Use the file as the Department of Justice sent it, not as a spreadsheet saved "
      "it; if it is the right one, allow more with --max-rejects.");
  if (records.index.rows == 0) error.next_step = "Give the file as the Department of Justice sent it.";
  if (records.index.rejects.empty()) return error;
  const intake::Reject& first = records.index.rejects.front();
  error.place.file = records.files[first.file]->path();
  error.place.row_1based = first.row_1based;
  error.place.line_1based = first.line_1based;
  error.place.byte_0based = first.offset_bytes;
  error.cause += "; the first is this one: " + std::string(intake::cause_words(first.cause));
  return error;
}

}  // namespace

std::uint64_t RecordFiles::total_bytes() const {
  std::uint64_t total = 0;
  for (const std::string_view b : bytes) total += b.size();
  return total;
}

Result<RecordFiles> open_records(std::span<const std::string> paths, const model::Layout& layout,
                                 const ReadingRule& rule, RunObserver* observer) {
  RecordFiles records;
  if (rule.memory.bytes > 0)
    records.memory = std::make_unique<IndexMemory>(rule.memory.bytes / kPartOfIndex, rule.memory.temporary_folder);
  if (std::count(paths.begin(), paths.end(), kStandardInput) > 1) return standard_input_twice();
  const std::uint64_t most = rule.memory.bytes > 0 ? rule.memory.bytes / kPartOfIndex : scan::kMostUnpackedBytes;
  for (const std::string& path : paths) {
    Result<std::unique_ptr<scan::InputFile>> file = path == kStandardInput
                                                        ? scan::read_standard_input(most)
                                                        : scan::open_input(path, scan::FileAccess::kMapped, most);
    if (!file) return file.error();
    records.bytes.push_back((*file)->bytes());
    records.files.push_back(*std::move(file));
  }
  std::pmr::memory_resource* const memory =
      records.memory ? static_cast<std::pmr::memory_resource*>(records.memory.get()) : std::pmr::get_default_resource();
  Reading reading(records, layout, rule.checksums, memory);
  ProgressCount progress(observer, Progress::Stage::kReading, records.total_bytes());
  Status walked = run_tasks(reading.task_count(), rule.threads,
                            [&](std::size_t task) -> Status { return progress.add(reading.run(task)); });
  if (!walked) return walked.error();
  if (Status differ = check_contents_differ(records); !differ) return differ.error();
  if (Status joined = without_exception([&] { return reading.join(); }); !joined) return joined.error();
  if (Status in_order = check_header_order(records, layout); !in_order) return in_order.error();
  if (records.index.rows == 0 && records.index.rejects.empty()) {
    return input_error("input.no_rows", records.files.front()->path(),
                       "there is no row of data in it, only a header or empty lines",
                       "Give the research file that the Department of Justice sent.");
  }
  return records;
}

Status check_reject_limit(const RecordFiles& records, const model::Layout& layout, const RejectLimit& limit,
                          std::uint64_t rejected) {
  if (Status format = check_format(records, layout.columns.size()); !format) return format;
  std::uint64_t rows = records.index.rows + records.index.rejects.size();
  double most = 0;
  switch (limit.kind) {
    case RejectLimit::Kind::kDefault: {
      const std::uint64_t more_lines = lost_lines(records) - records.index.rejects.size();
      rejected += more_lines;
      rows += more_lines;
      most = std::max(static_cast<double>(kDefaultLeastRejects), static_cast<double>(rows) * kDefaultPercent / 100);
      break;
    }
    case RejectLimit::Kind::kRows: most = static_cast<double>(limit.rows); break;
    case RejectLimit::Kind::kPercent: most = static_cast<double>(rows) * limit.percent / 100; break;
  }
  if (records.index.rows > 0 && static_cast<double>(rejected) <= most) return Done{};
  return too_many_rejects(records, rejected, rows);
}

Status check_unchanged(const RecordFiles& records) {
  for (const auto& file : records.files) {
    if (Status status = file->check_unchanged(); !status) return status;
  }
  return Done{};
}

bool ends_inside_row(const RecordFiles& records, std::size_t file) {
  const std::string_view bytes = records.bytes[file];
  if (bytes.empty() || bytes.back() == '\n') return false;
  const auto& rejects = records.index.rejects;  // in order of file and place
  std::size_t behind = rejects.size();
  while (behind > 0 && rejects[behind - 1].file > file) --behind;
  if (behind == 0) return false;
  const intake::Reject& last = rejects[behind - 1];
  const bool is_torn =
      last.cause == intake::RejectCause::kWrongCellCount || last.cause == intake::RejectCause::kUnclosedQuote;
  return last.file == file && is_torn && last.offset_bytes + last.length_bytes == bytes.size();
}

}  // namespace redress::run
