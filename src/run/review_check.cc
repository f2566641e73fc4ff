#include "run/review_check.h"

#include <memory>
#include <utility>

#include "run/kept_review.h"
#include "run/workbook_contents.h"
#include "run/workbook_review.h"
#include "write/json/review_json.h"
#include "write/standing_file.h"

namespace redress::run {
namespace {

constexpr std::uint64_t kMostCountsBytes = std::uint64_t{1} << 30U;

Error review_fault(std::string code, std::string file, std::string cause) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = std::move(code);
  error.place.file = std::move(file);
  error.cause = std::move(cause);
  error.next_step =
      "Put back both files of the review as 'redress review' wrote them, or move both away to begin anew.";
  return error;
}

// What review.json says of the entries; the rest of it is about the workbook that was read.
bool are_same_counts(const nlohmann::json& one, const nlohmann::json& other) {
  for (const char* key :
       {"run_mark", "decisions", "rows_with_entries", "overrides", "withdrawn", "overrides_by", "progress"}) {
    if (!one.contains(key) || !other.contains(key) || one.at(key) != other.at(key)) return false;
  }
  return true;
}

}  // namespace

Status check_kept_review(const std::string& folder, const WorkbookSource& source,
                         const nlohmann::ordered_json& summary) {
  const std::string entries_file = folder + "/" + kReviewName;
  const std::string counts_file = folder + "/" + kReviewCountsName;
  const bool has_entries = write::standing_mode(entries_file).has_value();
  if (has_entries != write::standing_mode(counts_file).has_value()) {
    return review_fault("review.incomplete", has_entries ? counts_file : entries_file,
                        "the file is missing, and the other one of the review is there");
  }
  if (!has_entries) return Done{};
  const Result<std::unique_ptr<WorkbookContents>> contents = WorkbookContents::read(source, summary);
  if (!contents) return contents.error();
  if (Status fits = (*contents)->check_entries(entries_file); !fits) return fits;
  WorkbookReview review(**contents, *source.entries);
  if (Status learned = review.learn_run(); !learned) return learned;
  const ReviewReport counted = review.finish();
  if (!counted.refusals.empty()) {
    return review_fault("review.incomplete", entries_file,
                        "a decision of the office lacks its reason, initials or day");
  }
  const Result<std::string> text = write::standing_text(folder, kReviewCountsName, kMostCountsBytes);
  if (!text) return text.error();
  const nlohmann::json standing = nlohmann::json::parse(*text, nullptr, false);
  const nlohmann::json right = nlohmann::json::parse(write::review_json(counted, (*contents)->mark()));
  if (standing.is_object() && are_same_counts(standing, right)) return Done{};
  return review_fault("review.counts", counts_file, "its counts are not those of the entries in review.csv");
}

}  // namespace redress::run
