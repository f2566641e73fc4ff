// run/policy_library.h: the policies, section sets and formats of a run: those the program carries, or those of a
// folder. Not here: what they mean (policy, intake). Part of the corridor.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citation/section_set.h"
#include "model/facts_layout.h"
#include "model/layout.h"
#include "model/result_layout.h"
#include "model/workbook_layout.h"
#include "policy/policy.h"
#include "redress/error.h"
#include "redress/evaluate.h"

namespace redress::run {

// A policy file as text, with the cases beside it where there are any.
struct PolicyFile {
  policy::SourceText source;
  std::optional<policy::SourceText> cases;
};

// Immutable once loaded; safe to share by threads.
class PolicyLibrary {
 public:
  // From the folder and all below it, in order of path; from the program itself where `policies_dir` is empty.
  // Errors (kUsage): policies.missing, and those of faulty section-set files. Policies are compiled when asked for.
  static Result<PolicyLibrary> load(const std::string& policies_dir);

  const std::vector<PolicyFile>& policies() const { return policies_; }
  const std::vector<policy::SectionSetFile>& sets() const { return sets_; }
  const std::vector<std::string>& counties() const { return counties_; }  // of the state, upper case
  const policy::SectionSetFile* find_set(std::string_view id) const;  // null: there is none

  // A policy by its id, or by the path of its file; with parameters at their defaults.
  // Errors (kUsage): policy.unknown with the near match, policy.duplicate when two files have the id, and those of a
  // faulty file.
  Result<policy::Plan> compile(const std::string& id_or_file) const;

  // A policy file of this library or beside it, compiled. Errors (kUsage): of a faulty file.
  Result<policy::Plan> compile(const policy::SourceText& source) const {
    return policy::compile_policy(source, sets_, sources_, counties_);
  }

  // The file at this path with the cases beside it, whether or not it is a policy. Errors (kUsage): as read_text.
  static Result<PolicyFile> read(const std::string& path);

  // The policy's file with its cases, for tests.
  Result<PolicyFile> find(const std::string& id_or_file) const;

 private:
  Status check_no_other(const PolicyFile& file, const std::string& id) const;

  bool is_built_in_ = false;  // whose ids are all different
  std::vector<PolicyFile> policies_;
  std::vector<policy::SourceText> sources_;  // of the policies, whose criteria others may take over
  std::vector<policy::SectionSetFile> sets_;
  std::vector<std::string> counties_;
};

// The error policy.duplicate: two files have the policy.
Error twice(const std::string& id, const std::string& file, const std::string& other);

// The formats, always those that the program carries: they belong to the reader's code.
struct Formats {
  model::Layout input;
  model::ResultLayout results;
  model::FactsLayout facts;                          // of files of supplied facts
  std::vector<model::FactQuestion> fact_questions;   // of the record, and of what section sets need
  model::WorkbookLayout workbook;                    // of convictions.xlsx, and of what people enter there
  std::vector<policy::SourceText> sources;  // for checksums
};
Result<Formats> load_formats();

// The counties of the state, upper case. They are no part of a run's formats: no answer hangs on them.
Result<std::vector<std::string>> load_counties();

// A whole file as text. Errors: as scan::open_input, as kUsage.
Result<policy::SourceText> read_text(const std::string& path);

// The plan that the choice asks for: policy, then options file, then single parameters. Errors (kUsage).
Result<policy::Plan> chosen_plan(const PolicyLibrary& library, const PolicyChoice& choice);

// The county of the run, upper case. Errors (kUsage): county.missing, county.fixed (the policy names another).
Result<std::string> chosen_county(const policy::Plan& plan, const PolicyChoice& choice);

}  // namespace redress::run
