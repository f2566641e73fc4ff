// Explanations: the policies and files opened, the people found, gathered, answered and put into words or JSON.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "explain/explanation.h"
#include "explain/person_answers.h"
#include "intake/gather.h"
#include "intake/person_search.h"
#include "intake/row_facts.h"
#include "redress/explain.h"
#include "redress/version.h"
#include "run/batches.h"
#include "run/opened_run.h"
#include "scan/encoding.h"
#include "write/json/trace_json.h"

namespace redress {
namespace {

// A way to look for people: its id for machines, its words, and the option that asks for it.
struct Search {
  SearchBy by;
  intake::SearchBy kind;
  std::string_view id;
  std::string_view nobody;
  std::string_view what;
  std::string_view option;
};
constexpr std::array kSearches = {
    Search{SearchBy::kPerson, intake::SearchBy::kPerson, "person", "no row of these files has that person's id",
           "a person's id", "--person"},
    Search{SearchBy::kCiiNumber, intake::SearchBy::kCiiNumber, "cii_number",
           "no row of these files has that CII number", "a CII number", "--cii"},
    Search{SearchBy::kCaseNumber, intake::SearchBy::kCaseNumber, "case_number",
           "no court action in these files has that case number", "a case number", "--case"},
    Search{SearchBy::kName, intake::SearchBy::kName, "name", "nobody in these files has that name", "a name", "--name"},
};

const Search& search_for(SearchBy by) {
  return *std::find_if(kSearches.begin(), kSearches.end(), [&](const Search& search) { return search.by == by; });
}

intake::FoundPeople find(const run::OpenedRun& opened, const Search& search, std::string_view text) {
  return intake::find_people(opened.records.index, opened.policies.formats.input, opened.records.bytes, search.kind,
                             text, kMostPeopleExplained);
}

// How many people have the last name that was given, with other first names.
std::optional<std::string> by_last_name(const run::OpenedRun& opened, std::string_view name) {
  const std::uint64_t count = find(opened, search_for(SearchBy::kName), name.substr(0, name.find(','))).count;
  if (count == 0) return std::nullopt;
  return fmt::format("With that last name alone {} {} found: search for it.", count,
                     count == 1 ? "person is" : "people are");
}

// Says where else the words stand in the files, and never a cell of anybody.
std::string next_step_for_nobody(const run::OpenedRun& opened, const ExplainRequest& request) {
  for (const Search& other : kSearches) {
    if (other.by == request.search_by || find(opened, other, request.search).count == 0) continue;
    return fmt::format("It stands in these files as {}: search with {}.", other.what, other.option);
  }
  std::string words = "Give it as it stands in the files.";
  if (request.search_by == SearchBy::kName) {
    if (const auto near = by_last_name(opened, request.search)) return *near;
    words = "Give the last name first, as --name \"LEE, ANA\".";
  }
  return words + " If the person's rows could not be read, rejects.csv of a run shows them.";
}

Error unknown_person(const run::OpenedRun& opened, const ExplainRequest& request) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = "person.unknown";
  error.cause = search_for(request.search_by).nobody;
  error.next_step = next_step_for_nobody(opened, request);
  return error;
}

Error nothing_searched_for(SearchBy by) {
  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = "person.search";
  error.cause = "nothing is searched for";
  error.next_step = fmt::format("Give {} after {}.", search_for(by).what, search_for(by).option);
  return error;
}

Error no_case_number(std::string_view text) {
  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = "person.search";
  error.cause = fmt::format("'{}' is no case number: the files write it where there is none", text);
  error.next_step = "Give the number of a court case after --case, or search with --person, --cii or --name.";
  return error;
}

std::vector<explain::AskedPolicy> asked_policies(const run::OpenedPolicies& policies) {
  std::vector<explain::AskedPolicy> asked = {{&policies.office, explain::PolicyRole::kOffice, {}}};
  for (const run::AskedBeside& beside : policies.beside()) {
    if (beside.is_the_statute_again()) continue;
    if (beside.is_statute) {
      asked.push_back({beside.plan, explain::PolicyRole::kStatute, {}});
    } else {
      asked.push_back({beside.plan, explain::PolicyRole::kFurther, beside.choice});
    }
  }
  return asked;
}

// The people, one after the other: a gatherer holds one at a time.
class Explaining {
 public:
  Explaining(const run::OpenedRun& opened, const Search& search)
      : opened_(opened), asked_(asked_policies(opened.policies)), search_(search) {
    for (const auto& file : opened.records.files) file_names_.push_back(file->path());
  }

  std::string as_text(const intake::FoundPeople& found) const {
    std::vector<std::string> texts;
    for_each(found, [&](const explain::ShownRecord& record, std::span<const explain::SubjectAnswers> answers) {
      texts.push_back(explain::explanation_text(record, asked_, answers));
    });
    return explain::people_text(texts, found.count);
  }

  std::string as_json(const intake::FoundPeople& found) const {
    const evaluate::RunFacts& run = opened_.policies.facts;
    write::TraceJson trace({version(), run.as_of, run.county, file_names_, search_.id, found.count}, asked_);
    for_each(found, [&](const explain::ShownRecord& record, std::span<const explain::SubjectAnswers> answers) {
      trace.add_person(record, answers);
    });
    return trace.text();
  }

 private:
  template <class Take>
  void for_each(const intake::FoundPeople& found, Take take) const {
    intake::Gatherer gatherer = opened_.gatherer();
    for (const std::size_t person : found.people) {
      const explain::ShownRecord record{gatherer.gather(person),
                                        opened_.policies.facts,
                                        [&](model::RowNumber row) {
                                          const intake::RowRef ref =
                                              opened_.records.index.find(row, opened_.records.bytes);
                                          return explain::RowPlace{file_names_[ref.file], ref.row_1based};
                                        },
                                        file_names_,
                                        [](std::string_view text) { return scan::to_utf8(text); },
                                        opened_.policies.office.leap};
      take(record, explain::answers_about(asked_, record.person, record.run));
    }
  }

  const run::OpenedRun& opened_;
  std::vector<explain::AskedPolicy> asked_;
  const Search& search_;
  std::vector<std::string> file_names_;
};

}  // namespace

Result<Explanation> explain_people(const ExplainRequest& request, RunObserver* observer) {
  if (is_empty_cell(trimmed(request.search))) return nothing_searched_for(request.search_by);
  if (request.search_by == SearchBy::kCaseNumber && intake::stands_for_no_number(trimmed(request.search)))
    return no_case_number(trimmed(request.search));
  Result<run::OpenedPolicies> policies = run::open_policies(request.policy, request.further, request.as_of);
  if (!policies) return policies.error();
  const Result<run::OpenedRun> opened =
      run::open_run(*std::move(policies), {request.inputs, request.facts}, run::thread_count(0), observer);
  if (!opened) return opened.error();
  const Search& search = search_for(request.search_by);
  const intake::FoundPeople found = find(*opened, search, request.search);
  if (found.count == 0) return unknown_person(*opened, request);
  const Explaining explaining(*opened, search);
  std::string text = request.form == ExplanationForm::kJson ? explaining.as_json(found) : explaining.as_text(found);
  if (Status same = run::check_unchanged(opened->records); !same) return same.error();
  return Explanation{std::move(text), found.count};
}

}  // namespace redress
