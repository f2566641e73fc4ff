// redress/evaluate.h: a county's files in, explained decisions out: the main job as one call.
// Not here: one person's explanation (explain.h), what the files hold (check.h). Public face; std only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "redress/date.h"
#include "redress/error.h"
#include "redress/memory_limit.h"
#include "redress/run_observer.h"

namespace redress {

// Which policy, and how it is set. Shared by evaluate and explain.
struct PolicyChoice {
  std::string policy;         // an id, or the path of a policy file
  std::string policies_dir;   // replaces the policies that the program carries; empty: those
  std::string county;         // empty where the policy names its county; compared without regard to case
  std::vector<std::pair<std::string, std::string>> parameters;  // name, value
  std::string options_file;   // a JSON options file; empty: none
};

// A policy with its parameters in one text: "us-ca.prop64.los-angeles with dismiss_at_age=60, reduce=11358;11360". The
// entries of a list are separated by ';'. Errors (kUsage): policy.with. Names and values are looked at when it is
// opened.
Result<PolicyChoice> parse_policy_choice(std::string_view text);

// How many rejected rows stop a run, as the wrong file would.
struct RejectLimit {
  enum class Kind : std::uint8_t { kDefault, kRows, kPercent } kind = Kind::kDefault;  // default: 1 %, at least 100
  std::uint64_t rows = 0;
  double percent = 0;  // of the rows in
};

// "500", "2%" or "default"; an empty text is the default. Errors (kUsage): option.max_rejects.
Result<RejectLimit> parse_reject_limit(std::string_view text);

enum class AllRows : std::uint8_t { kWrite, kSkip };  // all_rows.csv and condensed.csv

// report.html, report.pdf and convictions.xlsx. kUpToSize: where there are no more than kMostReportedDecisions.
enum class Reports : std::uint8_t { kSkip, kUpToSize, kWrite };
inline constexpr std::uint64_t kMostReportedDecisions = 100'000;

struct EvaluateRequest {
  // Files of one data set, in an order that the results keep; also .gz and .zst. "-" is standard input.
  std::vector<std::string> inputs;
  PolicyChoice policy;
  std::vector<PolicyChoice> further;  // answered beside `policy`; its county and policies_dir hold for them too
  std::vector<std::string> facts;     // files of facts that somebody supplied
  Date as_of;
  std::string out;                  // the results folder: absent, or empty
  AllRows all_rows = AllRows::kWrite;
  Reports reports = Reports::kSkip;
  RejectLimit max_rejects;
  unsigned threads = 0;             // 0: as many as the machine has; the results do not depend on it
  MemoryLimit memory;
};

// One line of a table of the summary.
struct Figure {
  std::string label;
  std::uint64_t convictions = 0;
};

// Convictions, and the people who have at least one of them.
struct Affected {
  std::uint64_t convictions = 0;
  std::uint64_t people = 0;
};

// What a policy beside the office's answers.
struct BesideReport {
  enum class Role : std::uint8_t { kStatute, kFurther } role = Role::kFurther;
  std::string id, title, version;
  std::string choice;                    // as it was given; of the statute its id
  std::vector<Figure> by_determination;  // in the policy's order, zeros too
  Affected differing;                    // another determination than the office's
  Affected other_relief;                 // of a dismissal, a reduction, a review and nothing another one
};

// What was done, for the caller to show. Texts are plain words.
struct EvaluateReport {
  std::string out;
  std::string policy_id, policy_title, policy_version, county;
  Date as_of;
  std::vector<std::pair<std::string, std::string>> parameters;  // name, value
  std::uint64_t rows_in = 0, rows_out = 0, rows_rejected = 0, rows_unusable = 0, empty_lines = 0;
  std::vector<std::string> worth_checking;  // sentences: what of the files does not fit what was asked of them
  std::size_t facts_files = 0;    // files of supplied facts that were read
  std::vector<Figure> supplied;   // the facts of them that were used, by the convictions, or people, they were used for
  std::uint64_t people = 0, convictions = 0;
  std::uint64_t people_in_scope = 0, in_scope = 0;
  std::uint64_t needs_review = 0;        // convictions undecided by an unknown fact
  std::uint64_t unidentified_in_review = 0;  // convicted rows whose count cannot be identified; not convictions
  std::vector<Figure> by_determination;  // in the policy's order
  std::vector<Figure> by_step;           // "5 older-than-age: 50 years or older", in the policy's order, zeros too
  std::vector<BesideReport> beside;      // the statute, unless it is the office's policy, then the further ones
  std::vector<Figure> reviews_by_fact;   // how many convictions each unknown fact would settle alone, most first
  std::string summary_json;              // the text of summary.json
  bool has_reports = false;
};

// Reads the inputs, decides every conviction that the policy speaks of, and writes the results folder, complete or
// absent: convictions.csv, all_rows.csv, condensed.csv, rejects.csv, summary.json, manifest.json, and the reports that
// were asked for.
// The same inputs, policy and as-of date give the same bytes, whatever the threads, the day or the locale.
// The statute (us-ca.prop64.statute) is answered beside the office's policy about every conviction that this one speaks
// of, its own scope taken as yes; a further policy about what its own scope holds.
// Errors (kind): kUsage for the policies, their parameters, the county of the policy; kInput for files that are
// missing, empty, changed while read, given twice, of another format, with too many rejects, without the county, or
// with no event up to the as-of date; kOutput for the folder; kCancelled. `observer` may be null. Cost: the inputs
// are read twice; memory of about 100 bytes a person beside the mapped files where the rows of a person stand
// together, else of 32 bytes a row.
Result<EvaluateReport> evaluate_files(const EvaluateRequest& request, RunObserver* observer);

}  // namespace redress
