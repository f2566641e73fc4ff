// The workbook of a results folder read back: every entry checked against the run, then kept.
#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "intake/workbook_entries.h"
#include "redress/review.h"
#include "run/kept_review.h"
#include "run/policy_library.h"
#include "run/standing_results.h"
#include "run/workbook_contents.h"
#include "scan/workbook_reader.h"
#include "write/folder_lock.h"
#include "write/json/review_json.h"
#include "write/json/summary_reader.h"
#include "write/standing_file.h"
#include "write/xlsx/cell_text.h"

namespace redress {
namespace {

using intake::EditedCell;
using intake::EditedColumns;
using intake::EditedRow;
using model::SheetColumn;
using model::SheetId;

constexpr std::uint64_t kMostWorkbookBytes = std::uint64_t{2} << 30U;
constexpr std::size_t kMostFindings = 1'000;  // of one kind; a column pasted over would give as many as there are rows

Error other_run(const std::string& file, std::string cause) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = "review.other_run";
  error.place.file = file;
  error.cause = std::move(cause);
  error.next_step = "Give the results folder and the workbook of the same run; README shows its mark.";
  return error;
}

// What a made cell is known by, so that no text of a run need be held.
std::size_t print_of(std::string_view text) { return std::hash<std::string_view>()(text); }

std::string shown_text(const write::SheetCellValue& cell) {
  switch (cell.kind) {
    case write::SheetCellValue::Kind::kText: return std::string(trimmed(cell.text));
    case write::SheetCellValue::Kind::kDate: return to_iso(cell.date);
    case write::SheetCellValue::Kind::kNumber: return std::to_string(cell.number);
    case write::SheetCellValue::Kind::kEmpty:
    case write::SheetCellValue::Kind::kFormula:
    case write::SheetCellValue::Kind::kTextFormula: break;
  }
  return {};
}

// What is known of a decision of the run.
struct KnownRow {
  std::string determination;
  std::vector<std::size_t> all;       // prints of its cells on All convictions, by planned column
  std::vector<std::size_t> tracking;  // and on Tracking, where it stands there
  bool is_seen = false;
};

struct EntryPlace {
  std::string sheet;
  std::uint32_t row_1based = 0;
};

class Review {
 public:
  Review(const run::WorkbookContents& contents, const model::HandEntries& earlier)
      : contents_(contents), layout_(contents.plan().layout), entries_(layout_.entries()), merged_(earlier),
        earlier_(earlier) {}

  Status learn_run() {
    for (const bool tracking : {false, true}) names_[tracking ? 1 : 0] = contents_.plan().columns(sheet_of(tracking));
    return contents_.for_each_row([&](SheetId sheet, std::span<const write::SheetCellValue> cells) -> Status {
      if (sheet != SheetId::kAll && sheet != SheetId::kTracking) return Done{};
      const std::vector<write::PlannedColumn>& planned = names_[sheet == SheetId::kTracking ? 1 : 0];
      KnownRow& known = rows_[shown_text(cells.front())];
      std::vector<std::size_t>& prints = sheet == SheetId::kAll ? known.all : known.tracking;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        prints.push_back(print_of(shown_text(cells[i])));
        if (planned[i].column->value == model::SheetValue::kDetermination) known.determination = shown_text(cells[i]);
      }
      return Done{};
    });
  }

  // Errors (kInput): review.other_rows.
  Status check_earlier(const std::string& file) const {
    for (const auto& [row_id, texts] : earlier_) {
      if (rows_.contains(row_id)) continue;
      Error error = other_run(file, "the earlier review has rows that this run does not have");
      error.code = "review.other_rows";
      return error;
    }
    return Done{};
  }

  Status take(const EditedColumns& columns, const EditedRow& row) {
    const bool has_entry = std::any_of(entries_.begin(), entries_.end(), [&](const SheetColumn* entry) {
      return !cell_under(columns, row, entry).text.empty();
    });
    const auto known = rows_.find(row.row_id);
    if (known == rows_.end()) {
      if (row.row_id.empty() && has_entry)
        refuse("no_row_id", row, {}, "there are entries in a row without its Row ID; put the ID of the decision back");
      if (!row.row_id.empty())
        refuse("unknown_row", row, {}, "the Row ID is none of this run; correct it, or clear the row");
      return Done{};
    }
    compare_made(columns, row, known->second);
    if (!columns.is_tracking) known->second.is_seen = true;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const EditedCell& cell = cell_under(columns, row, entries_[i]);
      if (!cell.text.empty()) take_entry(row, i, cell);
    }
    return Done{};
  }

  ReviewReport finish() {
    check_overrides();
    for (const auto& [row_id, known] : rows_) {
      if (!known.is_seen) ++unseen_;
    }
    if (unseen_ > 0) {
      ReviewFinding finding;
      finding.id = "row_missing";
      finding.sheet = layout_.sheet(SheetId::kAll).name;
      finding.words = std::to_string(unseen_) + " decisions of the run do not stand there; what was entered about them "
                                                "earlier is kept";
      report_.differences.push_back(std::move(finding));
    }
    note_kept();
    count();
    return std::move(report_);
  }

  const model::HandEntries& merged() const { return merged_; }

 private:
  static SheetId sheet_of(bool tracking) { return tracking ? SheetId::kTracking : SheetId::kAll; }

  static const EditedCell& cell_under(const EditedColumns& columns, const EditedRow& row, const SheetColumn* column) {
    static const EditedCell kNone;
    const auto found = std::find(columns.columns.begin(), columns.columns.end(), column);
    return found == columns.columns.end() ? kNone
                                          : row.cells[static_cast<std::size_t>(found - columns.columns.begin())];
  }

  static void add(std::vector<ReviewFinding>& list, std::size_t& of_kind, ReviewFinding finding) {
    if (of_kind++ < kMostFindings) list.push_back(std::move(finding));
  }

  ReviewFinding finding_at(std::string id, const EditedRow& row, std::string column, std::string words) const {
    ReviewFinding finding;
    finding.id = std::move(id);
    finding.sheet = row.sheet;
    finding.row_1based = row.row_1based;
    finding.column = std::move(column);
    if (rows_.contains(row.row_id)) finding.row_id = row.row_id;  // else it is the content of a cell
    finding.words = std::move(words);
    return finding;
  }

  void refuse(std::string id, const EditedRow& row, std::string column, std::string words) {
    std::size_t& of_kind = seen_of_[id];
    add(report_.refusals, of_kind, finding_at(std::move(id), row, std::move(column), std::move(words)));
  }

  void differ(std::string id, const EditedRow& row, std::string column, std::string words) {
    std::size_t& of_kind = seen_of_[id];
    add(report_.differences, of_kind, finding_at(std::move(id), row, std::move(column), std::move(words)));
  }

  void compare_made(const EditedColumns& columns, const EditedRow& row, const KnownRow& known) {
    const std::vector<std::size_t>& prints = columns.is_tracking ? known.tracking : known.all;
    const std::vector<write::PlannedColumn>& planned = names_[columns.is_tracking ? 1 : 0];
    for (std::size_t i = 0; i < planned.size() && i < prints.size(); ++i) {
      const SheetColumn& column = *planned[i].column;
      // What follows from a review differs between the workbooks made before and after it.
      const bool is_of_review = column.value == model::SheetValue::kSchedule ||
                                column.value == model::SheetValue::kOfficeDecision;
      if (is_entry(column.cell) || column.cell == model::SheetCell::kClock || is_of_review) continue;
      const auto at = std::find(columns.names.begin(), columns.names.end(), planned[i].name);
      if (at == columns.names.end()) continue;
      const std::string& text = row.cells[static_cast<std::size_t>(at - columns.names.begin())].text;
      if (print_of(text) != prints[i])
        differ("cell_changed", row, planned[i].name, "a cell that the program made was changed; it counts for nothing");
    }
  }

  void take_entry(const EditedRow& row, std::size_t entry, const EditedCell& cell) {
    const SheetColumn& column = *entries_[entry];
    std::string text = write::cell_text(cell.text);
    if (column.cell == model::SheetCell::kEntryDate && !cell.is_day)
      return refuse("not_a_date", row, column.name, "this is not a day; type one such as 6/1/2020");
    if (column.cell == model::SheetCell::kEntryChoice) {
      const bool is_decision = column.id == model::kOverrideIds.front();
      const auto choice = intake::choice_of(layout_, column.list, text,
                                            is_decision ? contents_.plan().outcome_labels : std::vector<std::string>());
      if (!choice) return refuse("not_a_choice", row, column.name, "this is none of the words on the sheet Lists");
      text = *choice;
    }
    const auto [at, is_first] = read_.try_emplace({row.row_id, entry}, text);
    if (!is_first && at->second != text)
      return refuse("twice", row, column.name, "this decision stands in the workbook twice, with different entries");
    if (!is_first) return;
    std::vector<std::string>& texts = merged_[row.row_id];
    texts.resize(entries_.size());
    places_[row.row_id] = {row.sheet, row.row_1based};
    if (texts[entry].empty()) differ("new", row, column.name, "a new entry");
    else if (texts[entry] != text) differ("changed", row, column.name, "another entry than in the earlier review");
    texts[entry] = std::move(text);
  }

  std::size_t place_of(std::string_view id) const {
    const auto found =
        std::find_if(entries_.begin(), entries_.end(), [&](const auto* entry) { return entry->id == id; });
    return static_cast<std::size_t>(found - entries_.begin());
  }

  // A decision of the office has its reason, its initials and its day, or none of the four is there.
  void check_overrides() {
    for (const auto& [row_id, texts] : merged_) {
      std::size_t filled = 0;
      std::string missing;
      for (const std::string_view id : model::kOverrideIds) {
        const std::size_t place = place_of(id);
        if (!texts[place].empty()) ++filled;
        else missing.append(missing.empty() ? "" : ", ").append(entries_[place]->name);
      }
      if (filled == 0 || filled == model::kOverrideIds.size()) continue;
      EditedRow row;
      if (const auto place = places_.find(row_id); place != places_.end()) {
        row.sheet = place->second.sheet;
        row.row_1based = place->second.row_1based;
      }
      row.row_id = row_id;
      refuse("override_incomplete", row, missing, "a decision of the office lacks what this column holds; fill it in");
    }
  }

  void note_kept() {
    for (const auto& [row_id, texts] : earlier_) {
      for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].empty() || read_.contains({row_id, i})) continue;
        EditedRow row;
        row.row_id = row_id;
        differ("kept", row, entries_[i]->name, "the workbook lacks this entry of the earlier review; it is kept");
      }
    }
  }

  void count() {
    report_.decisions = rows_.size();
    report_.rows_with_entries = merged_.size();
    std::map<std::pair<std::string, std::string>, std::uint64_t> pairs;
    const std::size_t decision = place_of(model::kOverrideIds.front());
    for (const auto& [row_id, texts] : merged_) {
      if (texts[decision].empty()) continue;
      if (texts[decision] == layout_.withdrawn) {
        ++report_.withdrawn;
        continue;
      }
      ++report_.overrides;
      ++pairs[{rows_.at(row_id).determination, texts[decision]}];
    }
    for (const auto& [pair, convictions] : pairs)
      report_.overrides_by.push_back({pair.first, pair.second, convictions});
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const auto rows = std::count_if(merged_.begin(), merged_.end(),
                                      [&](const auto& entry) { return !entry.second[i].empty(); });
      report_.progress.push_back({entries_[i]->name, static_cast<std::uint64_t>(rows)});
    }
  }

  const run::WorkbookContents& contents_;
  const model::WorkbookLayout& layout_;
  std::vector<const SheetColumn*> entries_;
  std::vector<write::PlannedColumn> names_[2];
  std::unordered_map<std::string, KnownRow> rows_;
  std::map<std::pair<std::string, std::size_t>, std::string> read_;  // what this workbook has, by row id and entry
  std::map<std::string, EntryPlace> places_;
  std::map<std::string, std::size_t> seen_of_;
  model::HandEntries merged_;
  const model::HandEntries& earlier_;
  std::uint64_t unseen_ = 0;
  ReviewReport report_;
};

Result<std::string> workbook_bytes(const std::string& path) {
  const std::filesystem::path whole(path);
  const std::string folder = whole.has_parent_path() ? whole.parent_path().string() : ".";
  Result<std::string> bytes = write::standing_text(folder, whole.filename().string(), kMostWorkbookBytes);
  if (bytes) return bytes;
  Error error = bytes.error();
  if (error.code == "results.file_missing") {
    error.code = "review.no_workbook";
    error.place.file = path;
    error.cause = "there is no such file";
    error.next_step = "Name the workbook that was edited with --workbook.";
  }
  return error;
}

Status keep(const ReviewRequest& request, const Review& review, ReviewReport& report,
            const run::WorkbookContents& contents) {
  if (Status kept = run::replace_file(request.results, run::kReviewName,
                                      run::review_text(review.merged(), contents.plan().layout));
      !kept)
    return kept;
  report.is_kept = true;
  return run::replace_file(request.results, run::kReviewCountsName, write::review_json(report, contents.mark()));
}

}  // namespace

Result<ReviewReport> review_workbook(const ReviewRequest& request) {
  const Result<run::Formats> formats = run::load_formats();
  if (!formats) return formats.error();
  const Result<run::StandingResults> results =
      run::standing_results(request.results, "Give a folder that 'redress evaluate' wrote.");
  if (!results) return results.error();
  const Result<write::FolderLock> lock = write::FolderLock::take(request.results);
  if (!lock) return lock.error();
  const Result<std::string> text = run::standing_summary(request.results, results->manifest);
  if (!text) return text.error();
  const Result<nlohmann::ordered_json> summary =
      write::read_summary(*text, request.results + "/" + run::kSummaryName);
  if (!summary) return summary.error();
  const Result<std::string> bytes = workbook_bytes(request.workbook);
  if (!bytes) return bytes.error();
  const Result<std::unique_ptr<scan::Workbook>> workbook = scan::Workbook::open(*bytes, request.workbook);
  if (!workbook) return workbook.error();
  const Result<model::HandEntries> earlier = run::kept_entries(request.results, formats->workbook);
  if (!earlier) return earlier.error();
  const run::WorkbookSource source{*text, results->convictions->bytes(), *formats, &*earlier};
  const Result<std::unique_ptr<run::WorkbookContents>> contents = run::WorkbookContents::read(source, *summary);
  if (!contents) return contents.error();
  const Result<std::string> mark = intake::workbook_mark(**workbook, write::kMarkLabel);
  if (!mark) return mark.error();
  if (*mark != (*contents)->mark()) {
    return other_run(request.workbook, mark->empty() ? "this workbook does not show the mark of a run"
                                                     : "this workbook is of another run than the results folder");
  }
  Review review(**contents, *earlier);
  if (Status learned = review.learn_run(); !learned) return learned.error();
  if (Status fits = review.check_earlier(request.results + "/" + run::kReviewName); !fits) return fits.error();
  const Status read = intake::read_edited_rows(
      **workbook, formats->workbook,
      [&](const EditedColumns& columns, const EditedRow& row) { return review.take(columns, row); });
  if (!read) return read.error();
  ReviewReport report = review.finish();
  if (report.refusals.empty()) {
    if (Status kept = keep(request, review, report, **contents); !kept) return kept.error();
  }
  report.json = write::review_json(report, (*contents)->mark());
  return report;
}

}  // namespace redress
