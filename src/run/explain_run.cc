// One person's explanation: the files indexed, the person gathered, the decisions explained.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "explain/explanation.h"
#include "intake/gather.h"
#include "redress/explain.h"
#include "run/batches.h"
#include "run/policy_library.h"
#include "run/record_files.h"
#include "run/required_sets.h"
#include "scan/encoding.h"

namespace redress {
namespace {

Error unknown_person() {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = "person.unknown";
  error.cause = "no row of these files has that person's id";
  error.next_step =
      "Give the id as it stands in the column for the person, without blanks. "
      "If the person's rows could not be read, rejects.csv of a run shows them.";
  return error;
}

}  // namespace

Result<std::string> explain_person(const ExplainRequest& request) {
  Result<run::PolicyLibrary> library = run::PolicyLibrary::load(request.policy.policies_dir);
  if (!library) return library.error();
  Result<policy::Plan> plan = run::chosen_plan(*library, request.policy);
  if (!plan) return plan.error();
  Result<std::string> county = run::chosen_county(*plan, request.policy);
  if (!county) return county.error();
  Result<run::Formats> formats = run::load_formats();
  if (!formats) return formats.error();
  Result<run::RequiredSets> sets = run::required_sets(*library, formats->results);
  if (!sets) return sets.error();
  Result<run::RecordFiles> records = run::open_records(request.inputs, formats->input, run::thread_count(0), nullptr);
  if (!records) return records.error();

  const auto& people = records->index.persons;
  const std::string_view wanted = trimmed(request.person);
  const auto found =
      std::find_if(people.begin(), people.end(), [&](const intake::PersonEntry& p) { return p.id == wanted; });
  if (found == people.end()) return unknown_person();
  intake::Gatherer gatherer(records->index, formats->input, records->bytes, *sets->registration, request.as_of);
  const model::Person& person = gatherer.gather(static_cast<std::size_t>(found - people.begin()));

  if (Status same = run::check_unchanged(*records); !same) return same.error();
  std::vector<std::string> names;
  for (const auto& file : records->files) names.push_back(file->path());
  const evaluate::RunFacts facts{request.as_of, *county};
  const explain::ExplainRequest asked{*plan,
                                      person,
                                      facts,
                                      [&](model::RowNumber row) {
                                        const intake::RowRef& ref = records->index.rows[model::to_index(row)];
                                        return explain::RowPlace{names[ref.file], ref.row_1based};
                                      },
                                      names,
                                      [](std::string_view text) { return scan::to_utf8(text); }};
  return explain::explain_person(asked);
}

}  // namespace redress
