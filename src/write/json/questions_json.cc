#include "write/json/questions_json.h"

#include <utility>
#include <vector>

namespace redress::write {
namespace {

using tally::Figure;

SummaryJson affected_json(const Affected& affected) {
  return {{"convictions", affected.convictions}, {"people", affected.people}};
}

SummaryJson text_or_null(const std::string& text) {
  return text.empty() ? SummaryJson(nullptr) : SummaryJson(text);
}

SummaryJson facts_table_json(const std::vector<MissingFact>& facts) {
  SummaryJson table = SummaryJson::array();
  for (const MissingFact& fact : facts) {
    table.push_back({{"fact", fact.fact},
                     {"question", fact.question},
                     {"unit", text_or_null(fact.unit)},
                     {"further", affected_json(fact.further)},
                     {"settled", affected_json(fact.settled)},
                     {"alone", affected_json(fact.alone)},
                     {"takes_part", affected_json(fact.takes_part)}});
  }
  return table;
}

SummaryJson matters_table_json(const char* what, const std::vector<OpenMatter>& matters) {
  SummaryJson table = SummaryJson::array();
  for (const OpenMatter& matter : matters) {
    table.push_back({{what, matter.id},
                     {"text", matter.text},
                     {"source", text_or_null(matter.source)},
                     {"alone", affected_json(matter.alone)},
                     {"takes_part", affected_json(matter.takes_part)}});
  }
  return table;
}

}  // namespace

SummaryJson questions_section(const PolicyQuestions& questions) {
  SummaryJson section;
  put_share(section, Figure::kKeptInReview, {questions.in_review.convictions, questions.in_review.people});
  put_table(section, Figure::kMissingFacts, facts_table_json(questions.facts));
  put_table(section, Figure::kOpenQuestions, matters_table_json("question", questions.questions));
  put_table(section, Figure::kFaults, matters_table_json("fault", questions.faults));
  return section;
}

void put_supplied_facts(SummaryJson& section, const std::map<std::string, std::uint64_t>& used) {
  SummaryJson table = SummaryJson::array();
  for (const auto& [fact, times] : used) table.push_back({{"fact", fact}, {"used", times}});
  put_table(section, Figure::kSuppliedFacts, std::move(table));
}

}  // namespace redress::write
