// Whom it would reach, by race, sex, age and decade, by outcome and by the rule that excluded.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "policy/plan/plan.h"
#include "write/report/report_draft.h"
#include "write/report/report_tables.h"

namespace redress::write {
namespace {

constexpr std::size_t kMostStepsInTable = 7;

struct Dimension {
  const char* key;
  const char* words;  // "Race"
  const char* people; // the figure of people in scope; null where there is none
  const char* answers;
};

constexpr Dimension kDimensions[] = {{"race", "Race", "by_race", "answers_by_race"},
                                     {"sex", "Sex", "by_sex", "answers_by_sex"},
                                     {"age", "Age on the as-of date", "by_age", "answers_by_age"},
                                     {"decade", "Decade of conviction", nullptr, "answers_by_decade"}};

std::string group_name(const Dimension& dimension, const SummaryPart& line) {
  return std::string(dimension.key) + "." + group_words(dimension.key, line.at(dimension.key));
}

void add_people(ReportDraft& draft, const Dimension& dimension) {
  const SummaryPart& figure = draft.summary.at("impact").at(dimension.people);
  Table table{"People in scope, and those certain of some relief, by " + std::string(dimension.key),
              definition_of(figure),
              {text_column(dimension.words, 4), number_column("In scope", 1.3), number_column("With relief", 1.3),
               number_column("Share", 1.1)}, {}};
  Chart chart{table.title, {}, {"With some relief for certain", "Others in scope"}, {}};
  std::vector<std::string> totals, relieved;
  for (const SummaryPart& line : figure.at("table")) {
    const std::string name = "people." + group_name(dimension, line);
    const NamedCount all{name, line.at("in_scope").get<std::uint64_t>()};
    const NamedCount relief{name + ", with relief", line.at("with_relief").get<std::uint64_t>()};
    const std::string words = group_words(dimension.key, line.at(dimension.key));
    TableRow row{TableRow::Kind::kBody, {{words}, draft.number(all), draft.number(relief), draft.share(relief, all)}};
    draft.counts.add_rest(all.name, relief.name);
    table.rows.push_back(std::move(row));
    BarPart others{all.value - relief.value, {all.name, relief.name}};
    chart.bars.push_back({words, {draft.bar_part(relief), std::move(others)}});
    totals.push_back(all.name);
    relieved.push_back(relief.name);
  }
  if (table.rows.empty()) return;
  draft.counts.add_sum("people_in_scope", std::move(totals));
  draft.counts.add_sum("people_with_relief, at least", std::move(relieved));
  draft.table(std::move(table));
  draft.chart(std::move(chart));
}

struct Answered {
  std::string id;
  std::string words;   // over its column
  std::string relief;
};

std::uint64_t counted_in(const SummaryPart& line, const char* list, const char* key, const std::string& id) {
  for (const SummaryPart& one : line.at(list)) {
    if (one.at(key).get<std::string>() == id) return one.at("convictions").get<std::uint64_t>();
  }
  return 0;
}

// A table of groups against outcomes or steps, whose rows and columns add up.
void add_answers(ReportDraft& draft, const Dimension& dimension, std::string title, const char* list, const char* key,
                 const std::vector<Answered>& columns) {
  const SummaryPart& figure = draft.summary.at("impact").at(dimension.answers);
  Table table{std::move(title), {}, {text_column(dimension.words, 2.4)}, {}};
  for (const Answered& column : columns) table.columns.push_back(number_column(column.words, 1.2));
  std::map<std::string, std::vector<std::string>> by_column;
  for (const SummaryPart& line : figure.at("table")) {
    const std::string group = group_name(dimension, line);
    TableRow row{TableRow::Kind::kBody, {{group_words(dimension.key, line.at(dimension.key))}}};
    for (const Answered& column : columns) {
      const std::string all = std::string(key) + "." + column.id;
      const NamedCount count{all + " of " + group, counted_in(line, list, key, column.id)};
      row.cells.push_back(draft.number(count));
      by_column[all].push_back(count.name);
    }
    table.rows.push_back(std::move(row));
  }
  if (table.rows.empty()) return;
  for (auto& [all, parts] : by_column) draft.counts.add_sum(all, std::move(parts));
  draft.table(std::move(table));
}

std::vector<Answered> outcomes_of(const ReportDraft& draft) {
  std::vector<Answered> outcomes;
  for (const SummaryPart& outcome : draft.summary.at("decisions").at("by_outcome").at("table")) {
    outcomes.push_back({outcome.at("outcome").get<std::string>(), outcome.at("label").get<std::string>(),
                        outcome.at("relief").get<std::string>()});
  }
  return outcomes;
}

// The steps that kept a conviction from relief: those whose determination gives none, or sends it to a person.
std::vector<Answered> excluding_steps(const ReportDraft& draft, const std::vector<Answered>& outcomes) {
  std::vector<Answered> steps;
  for (const SummaryPart& step : draft.summary.at("decisions").at("by_step").at("table")) {
    const auto outcome = std::find_if(outcomes.begin(), outcomes.end(), [&](const Answered& one) {
      return one.id == step.at("outcome").get<std::string>();
    });
    const bool excludes = outcome != outcomes.end() && (outcome->relief == "none" || outcome->relief == "review");
    if (!excludes || step.at("convictions").get<std::uint64_t>() == 0) continue;
    const std::string number = step.at("number").get<std::string>();
    steps.push_back({step.at("step").get<std::string>(), number.empty() ? step.at("reason").get<std::string>() :
                     number + ": " + step.at("reason").get<std::string>(), outcome->relief});
  }
  return steps;
}

// The outcomes of a group, and the steps of each outcome in it: whoever knows the one may work out the other.
void bind_groups(ReportDraft& draft, const Dimension& dimension, const std::vector<Answered>& outcomes) {
  const SummaryPart& by_step = draft.summary.at("decisions").at("by_step").at("table");
  for (const SummaryPart& line : draft.summary.at("impact").at(dimension.answers).at("table")) {
    const std::string group = group_name(dimension, line);
    for (const Answered& outcome : outcomes) {
      if (outcome.id == policy::kNeedsReviewId) continue;  // doubt is in it too, and no step tells how often
      std::vector<std::string> parts;
      for (const SummaryPart& step : by_step) {
        if (step.at("outcome").get<std::string>() != outcome.id) continue;
        const std::string id = step.at("step").get<std::string>();
        parts.push_back("step." + id + " of " + group);
        draft.counts.add(parts.back(), counted_in(line, "by_step", "step", id));
      }
      if (!parts.empty()) draft.counts.add_sum("outcome." + outcome.id + " of " + group, std::move(parts));
    }
  }
}

// People have a conviction each at least, those with relief one with a determination that gives some.
void bind_people(ReportDraft& draft, const Dimension& dimension, const std::vector<Answered>& outcomes) {
  for (const SummaryPart& line : draft.summary.at("impact").at(dimension.answers).at("table")) {
    const std::string group = group_name(dimension, line);
    std::vector<std::string> all, with_relief;
    for (const Answered& outcome : outcomes) {
      all.push_back("outcome." + outcome.id + " of " + group);
      if (outcome.relief == "dismissal" || outcome.relief == "reduction") with_relief.push_back(all.back());
    }
    const auto at_most = [&](const std::string& people, const std::string& convictions,
                             std::vector<std::string> parts) {
      if (!draft.counts.has(people)) return;
      draft.counts.add_unprinted(convictions, std::move(parts));
      if (draft.counts.value(people) <= draft.counts.value(convictions)) draft.counts.add_at_most(people, convictions);
    };
    const std::string people = "people." + group;
    at_most(people, "decisions of " + group, std::move(all));
    at_most(people + ", with relief", "decisions of " + group + ", with relief", std::move(with_relief));
  }
}

void add_dimension(ReportDraft& draft, const Dimension& dimension, const std::vector<Answered>& outcomes,
                   const std::vector<Answered>& steps) {
  draft.heading(2, dimension.words);
  if (dimension.people != nullptr) add_people(draft, dimension);
  const std::string by = " by " + std::string(dimension.key);
  add_answers(draft, dimension, "Convictions in scope" + by + " and determination", "by_outcome", "outcome", outcomes);
  for (std::size_t first = 0; first < steps.size(); first += kMostStepsInTable) {
    const std::size_t behind = std::min(steps.size(), first + kMostStepsInTable);
    const std::vector<Answered> some(steps.begin() + static_cast<std::ptrdiff_t>(first),
                                     steps.begin() + static_cast<std::ptrdiff_t>(behind));
    add_answers(draft, dimension, "Convictions refused, or sent to a person," + by + " and the step that decided",
                "by_step", "step", some);
  }
  bind_groups(draft, dimension, outcomes);
  if (draft.is_public() && dimension.people != nullptr) bind_people(draft, dimension, outcomes);
}

// Relief for certain is what the determinations that give it decided, unless a review gives nothing else either.
void bind_relief(ReportDraft& draft, const NamedCount& relief, const std::vector<Answered>& outcomes,
                 const std::string& of_group) {
  std::vector<std::string> parts;
  std::uint64_t decided = 0;
  for (const Answered& outcome : outcomes) {
    if (outcome.relief != "dismissal" && outcome.relief != "reduction") continue;
    parts.push_back("outcome." + outcome.id + of_group);
    decided += draft.counts.value(parts.back());
  }
  if (decided == relief.value) draft.counts.add_sum(relief.name, std::move(parts));
}

// Convictions, since a person may have some in several decades.
void add_decades(ReportDraft& draft, const std::vector<Answered>& outcomes) {
  const SummaryPart& figure = draft.summary.at("decisions").at("by_decade");
  Table table{"Convictions in scope by decade", definition_of(figure),
              {text_column("Decade of conviction", 4), number_column("In scope", 1.3),
               number_column("With relief", 1.3), number_column("Share", 1.1)}, {}};
  Chart chart{table.title, {}, {"With relief for certain", "Others in scope"}, {}};
  std::vector<std::string> decades;
  for (const SummaryPart& line : figure.at("table")) {
    const std::string words = group_words("decade", line.at("decade"));
    const NamedCount all{"convictions of decade." + words, line.at("convictions").get<std::uint64_t>()};
    const NamedCount relief{all.name + ", with relief", line.at("with_relief").get<std::uint64_t>()};
    table.rows.push_back({TableRow::Kind::kBody,
                          {{words}, draft.number(all), draft.number(relief), draft.share(relief, all)}});
    draft.counts.add_rest(all.name, relief.name);
    chart.bars.push_back({words, {draft.bar_part(relief), {all.value - relief.value, {all.name, relief.name}}}});
    std::vector<std::string> parts;
    for (const Answered& outcome : outcomes) parts.push_back("outcome." + outcome.id + " of decade." + words);
    draft.counts.add_sum(all.name, std::move(parts));
    bind_relief(draft, relief, outcomes, " of decade." + words);
    decades.push_back(all.name);
  }
  if (table.rows.empty()) return;
  draft.counts.add_sum("convictions_in_scope", std::move(decades));
  draft.table(std::move(table));
  draft.chart(std::move(chart));
}

}  // namespace

void add_impact(ReportDraft& draft) {
  draft.heading(1, "Whom it would reach");
  draft.paragraph(
      "Race and sex are what an officer or a clerk wrote into the record, not what people say of themselves. Age is "
      "measured on the as-of date. These are counts of legal status; they promise nothing about work, homes, firearms, "
      "immigration or what other records show.");
  const std::vector<Answered> outcomes = outcomes_of(draft);
  const std::vector<Answered> steps = excluding_steps(draft, outcomes);
  for (const Dimension& dimension : kDimensions) add_dimension(draft, dimension, outcomes, steps);
  add_decades(draft, outcomes);
}

}  // namespace redress::write
