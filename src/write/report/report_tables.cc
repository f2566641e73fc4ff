#include "write/report/report_tables.h"

#include <algorithm>
#include <utility>

namespace redress::write {

NamedCount outcome_count(const SummaryPart& outcome) {
  return {"outcome." + outcome.at("outcome").get<std::string>(), outcome.at("convictions").get<std::uint64_t>()};
}

NamedCount cause_count(const SummaryPart& cause) {
  return {"cause." + cause.at("cause").get<std::string>(), cause.at("convictions").get<std::uint64_t>()};
}

ReliefSum relief_sum(ReportDraft& draft, std::string_view relief) {
  ReliefSum sum{{"relief." + std::string(relief), 0}, {}};
  std::vector<std::string> parts;
  for (const SummaryPart& outcome : draft.summary.at("decisions").at("by_outcome").at("table")) {
    if (outcome.at("relief").get<std::string>() != relief) continue;
    const NamedCount part = outcome_count(outcome);
    draft.counts.add(part.name, part.value);
    parts.push_back(part.name);
    sum.count.value += part.value;
    sum.labels += (sum.labels.empty() ? "" : ", ") + outcome.at("label").get<std::string>();
  }
  draft.counts.add(sum.count.name, sum.count.value);
  draft.counts.add_sum(sum.count.name, std::move(parts));
  return sum;
}

Cell scenario_cell(ReportDraft& draft, const SummaryPart& figure, const std::string& name, std::string_view scenario) {
  for (const SummaryPart& line : figure.at("table")) {
    if (line.at("scenario").get<std::string>() != scenario) continue;
    const bool is_figure_too = name == "people_reached" && scenario == "this_policy";
    return draft.range(is_figure_too ? "people_with_relief" : name + "." + std::string(scenario), line);
  }
  return {};
}

std::string group_words(std::string_view key, const SummaryPart& group) {
  if (group.is_null()) return key == "decade" ? "decade unknown" : "no entry";
  if (key == "decade") return std::to_string(group.get<int>()) + "s";
  std::string words = group.get<std::string>();
  if (key == "age") std::replace(words.begin(), words.end(), '_', ' ');
  if (key == "sex" && words == "F") return "F (female)";
  if (key == "sex" && words == "M") return "M (male)";
  return words;
}

}  // namespace redress::write
