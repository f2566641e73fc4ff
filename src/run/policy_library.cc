#include "run/policy_library.h"

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <span>
#include <system_error>
#include <utility>

#include "base/text.h"
#include "intake/county_table.h"
#include "intake/facts_tables.h"
#include "intake/layout_reader.h"
#include "intake/workbook_layout_reader.h"
#include "run/embedded.h"
#include "scan/input_file.h"

namespace redress::run {
namespace {

constexpr std::string_view kCasesEnding = ".cases.toml";
constexpr std::string_view kPolicyEnding = ".toml";
constexpr std::string_view kFactsTable = "formats/facts.csv";
constexpr std::string_view kFactQuestionsTable = "formats/record-facts.csv";
constexpr std::string_view kCountiesTable = "formats/us-ca/counties.csv";
constexpr std::string_view kWorkbookSheets = "workbook-sheets.csv";
constexpr std::string_view kWorkbookColumns = "workbook-columns.csv";
constexpr std::string_view kWorkbookChoices = "workbook-choices.csv";

Error usage(std::string code, std::string file, std::string cause, std::string next_step) {
  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = std::move(code);
  error.place.file = std::move(file);
  error.cause = std::move(cause);
  error.next_step = std::move(next_step);
  return error;
}

// The .toml files of the folder and all below it, in order of path.
Result<std::vector<policy::SourceText>> read_folder(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->is_regular_file(error) && it->path().extension() == kPolicyEnding)
      paths.push_back(it->path().generic_string());
  }
  if (error) {
    return usage("policies.missing", folder, "the folder of policies cannot be read: " + error.message(),
                 "Give --policies a folder that holds policy files.");
  }
  std::sort(paths.begin(), paths.end());
  std::vector<policy::SourceText> texts;
  for (const std::string& path : paths) {
    Result<policy::SourceText> text = read_text(path);
    if (!text) return text.error();
    texts.push_back(*std::move(text));
  }
  return texts;
}

std::vector<policy::SourceText> embedded_policies() {
  std::vector<policy::SourceText> texts;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.starts_with("policies/")) texts.push_back({std::string(file.path), std::string(file.text)});
  }
  return texts;
}

bool is_set(const policy::SourceText& text) {
  return text.name.find("/sets/") != std::string::npos || text.name.starts_with("sets/");
}

std::string cases_name(std::string_view policy_name) {
  return std::string(policy_name.substr(0, policy_name.size() - kPolicyEnding.size())) + std::string(kCasesEnding);
}

}  // namespace

Error twice(const std::string& id, const std::string& file, const std::string& other) {
  return usage("policy.duplicate", other, "the policy '" + id + "' stands in this file and in " + file + " too",
               "Give one of them another id, or name the file that you mean by its path.");
}

Result<policy::SourceText> read_text(const std::string& path) {
  Result<std::unique_ptr<scan::InputFile>> file = scan::open_input(path);
  if (!file) {
    Error error = file.error();
    error.kind = ErrorKind::kUsage;
    // Policies and options are written in text editors, not in spreadsheet programs.
    if (error.code == scan::kIsUtf16) error.next_step = "Save it as UTF-8 in a text editor, and give that file.";
    return error;
  }
  return policy::SourceText{path, std::string((*file)->bytes())};
}

Result<PolicyLibrary> PolicyLibrary::load(const std::string& policies_dir) {
  Result<std::vector<policy::SourceText>> texts =
      policies_dir.empty() ? Result<std::vector<policy::SourceText>>(embedded_policies()) : read_folder(policies_dir);
  if (!texts) return texts.error();
  Result<std::vector<std::string>> counties = load_counties();
  if (!counties) return counties.error();
  PolicyLibrary library;
  library.counties_ = *std::move(counties);
  library.is_built_in_ = policies_dir.empty();
  for (policy::SourceText& text : *texts) {
    if (is_set(text)) {
      Result<policy::SectionSetFile> set = policy::read_section_set(text);
      if (!set) return set.error();
      if (library.find_set(set->id) != nullptr) {
        return usage("policy.duplicate", text.name, "another file has the section set '" + set->id + "' too",
                     "Keep one of them.");
      }
      library.sets_.push_back(*std::move(set));
    } else if (!text.name.ends_with(kCasesEnding)) {
      PolicyFile file{text, {}};
      const std::string cases = cases_name(text.name);
      const auto beside =
          std::find_if(texts->begin(), texts->end(), [&](const policy::SourceText& t) { return t.name == cases; });
      if (beside != texts->end()) file.cases = *beside;
      library.sources_.push_back(file.source);
      library.policies_.push_back(std::move(file));
    }
  }
  return library;
}

const policy::SectionSetFile* PolicyLibrary::find_set(std::string_view id) const {
  const auto found =
      std::find_if(sets_.begin(), sets_.end(), [&](const policy::SectionSetFile& s) { return s.id == id; });
  return found == sets_.end() ? nullptr : &*found;
}

Result<PolicyFile> PolicyLibrary::read(const std::string& path) {
  Result<policy::SourceText> text = read_text(path);
  if (!text) return text.error();
  PolicyFile file{*std::move(text), {}};
  std::error_code error;
  const std::string cases = path.ends_with(kPolicyEnding) ? cases_name(path) : std::string();
  if (!cases.empty() && std::filesystem::is_regular_file(cases, error)) {
    Result<policy::SourceText> beside = read_text(cases);
    if (!beside) return beside.error();
    file.cases = *std::move(beside);
  }
  return file;
}

Result<PolicyFile> PolicyLibrary::find(const std::string& id_or_file) const {
  const bool looks_like_path = id_or_file.find('/') != std::string::npos || id_or_file.ends_with(kPolicyEnding);
  if (looks_like_path) return read(id_or_file);
  std::vector<std::string> ids;
  for (const PolicyFile& file : policies_) {
    Result<policy::Plan> plan = compile(file.source);
    if (!plan) return plan.error();
    if (plan->id == id_or_file) {
      if (Status alone = is_built_in_ ? Done{} : check_no_other(file, plan->id); !alone) return alone.error();
      return file;
    }
    ids.push_back(plan->id);
  }
  return usage("policy.unknown", "", "there is no policy '" + id_or_file + "'",
               policy::suggest(id_or_file, ids) + " 'redress policy list' shows all; a path names a policy file.");
}

// A copy of a policy under the same id must not stand in for it unseen.
Status PolicyLibrary::check_no_other(const PolicyFile& file, const std::string& id) const {
  for (const PolicyFile& other : policies_) {
    if (other.source.name == file.source.name || other.source.text.find(id) == std::string::npos) continue;
    const Result<policy::Plan> plan = compile(other.source);
    if (plan.ok() && plan->id == id) return twice(id, file.source.name, other.source.name);
  }
  return Done{};
}

Result<policy::Plan> PolicyLibrary::compile(const std::string& id_or_file) const {
  Result<PolicyFile> file = find(id_or_file);
  if (!file) return file.error();
  return compile(file->source);
}

Result<Formats> load_formats() {
  Formats formats;
  intake::WorkbookTables workbook;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with("formats/") || file.path == kCountiesTable) continue;
    formats.sources.push_back({std::string(file.path), std::string(file.text)});
    if (file.path.ends_with("doj-research.csv")) {
      Result<model::Layout> layout = intake::read_layout(file.path, file.text);
      if (!layout) return layout.error();
      formats.input = *std::move(layout);
    } else if (file.path.ends_with("results.csv")) {
      Result<model::ResultLayout> layout = intake::read_result_layout(file.path, file.text);
      if (!layout) return layout.error();
      formats.results = *std::move(layout);
    } else if (file.path == kFactsTable) {
      Result<model::FactsLayout> layout = intake::read_facts_layout(file.path, file.text);
      if (!layout) return layout.error();
      formats.facts = *std::move(layout);
    } else if (file.path == kFactQuestionsTable) {
      Result<std::vector<model::FactQuestion>> questions = intake::read_fact_questions(file.path, file.text);
      if (!questions) return questions.error();
      formats.fact_questions = *std::move(questions);
    } else if (file.path.ends_with(kWorkbookSheets)) {
      workbook.sheets = {file.path, file.text};
    } else if (file.path.ends_with(kWorkbookColumns)) {
      workbook.columns = {file.path, file.text};
    } else if (file.path.ends_with(kWorkbookChoices)) {
      workbook.choices = {file.path, file.text};
    }
  }
  Result<model::WorkbookLayout> layout = intake::read_workbook_layout(workbook);
  if (!layout) return layout.error();
  formats.workbook = *std::move(layout);
  return formats;
}

Result<std::vector<std::string>> load_counties() {
  const std::span<const EmbeddedFile> files = embedded_files();
  const auto table =
      std::find_if(files.begin(), files.end(), [](const EmbeddedFile& file) { return file.path == kCountiesTable; });
  assert(table != files.end());  // the build puts every table of formats/ into the program
  return intake::read_counties(table->path, table->text);
}

Result<policy::Plan> chosen_plan(const PolicyLibrary& library, const PolicyChoice& choice) {
  Result<policy::Plan> plan = library.compile(choice.policy);
  if (!plan) return plan;
  if (!choice.options_file.empty()) {
    Result<policy::SourceText> options = read_text(choice.options_file);
    if (!options) return options.error();
    Result<std::vector<policy::Setting>> settings = policy::read_options(*options, *plan);
    if (!settings) return settings.error();
    plan = policy::with_settings(*std::move(plan), *settings);
    if (!plan) return plan;
  }
  std::vector<policy::Setting> settings;
  for (const auto& [name, value] : choice.parameters) settings.push_back({name, value, choice.policy});
  return policy::with_settings(*std::move(plan), settings);
}

Result<std::string> chosen_county(const policy::Plan& plan, const PolicyChoice& choice) {
  const std::string asked = to_upper_ascii(trimmed(choice.county));
  if (plan.county.empty() && asked.empty()) {
    return usage("county.missing", "", "the policy " + plan.id + " needs a county",
                 "Add --county, for example --county \"SAN JOAQUIN\".");
  }
  if (!plan.county.empty() && !asked.empty() && !equals_ignoring_case(plan.county, asked)) {
    return usage("county.fixed", "", "the policy " + plan.id + " is for the county " + plan.county + ", not " + asked,
                 "Leave --county out to decide the convictions of " + plan.county +
                     ". To ask what this policy would do with those of " + asked +
                     ", name a policy for any county first, and this one in a further --policy.");
  }
  return asked.empty() ? to_upper_ascii(plan.county) : asked;
}

}  // namespace redress::run
