// The decisions by determination, section, level and step; and the policy beside the statute and beside dismissing all.
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "policy/plan/plan.h"
#include "write/json/summary_reader.h"
#include "write/report/report_draft.h"
#include "write/report/report_tables.h"

namespace redress::write {
namespace {

constexpr const char* kInScopeName = "convictions_in_scope";

// Convictions in scope by something, with the share of each in all; and the sum, which ties.
template <class NameOf, class WordsOf>
void add_breakdown(ReportDraft& draft, const SummaryPart& figure, std::string title, std::string what, NameOf name_of,
                   WordsOf words_of) {
  Table table{std::move(title), definition_of(figure),
              {text_column(std::move(what), 5), number_column("Convictions", 1.4), number_column("Share", 1)}, {}};
  const NamedCount all = draft.figure(draft.summary.at("decisions"), kInScopeName);
  std::vector<std::string> parts;
  for (const SummaryPart& line : figure.at("table")) {
    const NamedCount count{name_of(line), line.at("convictions").get<std::uint64_t>()};
    Cell number = draft.number(count);
    table.rows.push_back({TableRow::Kind::kBody, {{words_of(line)}, std::move(number), draft.share(count, all)}});
    parts.push_back(count.name);
  }
  if (table.rows.empty()) return;
  table.rows.push_back({TableRow::Kind::kTotal, {{"All in scope"}, draft.number(all), {}}});
  draft.counts.add_sum(all.name, std::move(parts));
  draft.table(std::move(table));
}

Chart outcome_chart(ReportDraft& draft, const SummaryPart& figure) {
  Chart chart{"Convictions in scope by determination", {}, {"Convictions"}, {}};
  for (const SummaryPart& outcome : figure.at("table")) {
    chart.bars.push_back({outcome.at("label").get<std::string>(), {draft.bar_part(outcome_count(outcome))}});
  }
  return chart;
}

// The steps of an outcome are together the outcome; that of doubt has the causes of review as well.
void bind_steps(ReportDraft& draft, const SummaryPart& decisions) {
  for (const SummaryPart& outcome : decisions.at("by_outcome").at("table")) {
    std::vector<std::string> steps;
    for (const SummaryPart& step : decisions.at("by_step").at("table")) {
      if (step.at("outcome") == outcome.at("outcome")) steps.push_back("step." + step.at("step").get<std::string>());
    }
    if (outcome.at("outcome").get<std::string>() == policy::kNeedsReviewId) {
      for (const SummaryPart& cause : decisions.at("reviews_by_cause").at("table")) {
        const NamedCount count = cause_count(cause);
        draft.counts.add(count.name, count.value);
        steps.push_back(count.name);
      }
    }
    if (!steps.empty()) draft.counts.add_sum(outcome_count(outcome).name, std::move(steps));
  }
}

// A step for misdemeanors and infractions, as some offices have one, is both levels together: its question says so.
// What comes to the same by chance is bound as well.
void bind_lesser_offenses(ReportDraft& draft, const SummaryPart& decisions) {
  const std::vector<std::string> levels = {"level.misdemeanor", "level.infraction"};
  std::vector<std::string> parts;
  std::uint64_t lesser = 0;
  for (const std::string& level : levels) {
    if (!draft.counts.has(level)) continue;
    parts.push_back(level);
    lesser += draft.counts.value(level);
  }
  for (const SummaryPart& step : decisions.at("by_step").at("table")) {
    if (lesser > 0 && step.at("convictions").get<std::uint64_t>() == lesser)
      draft.counts.add_sum("step." + step.at("step").get<std::string>(), parts);
  }
}

void add_steps(ReportDraft& draft, const SummaryPart& decisions) {
  const SummaryPart& figure = decisions.at("by_step");
  Table table{"Convictions in scope by the step that decided", definition_of(figure),
              {text_column("Step", 0.8), text_column("Question and reason", 4.6), number_column("Decided", 1.2),
               number_column("Alone", 1.2), number_column("With others", 1.2)}, {}};
  for (const SummaryPart& step : figure.at("table")) {
    const std::string name = "step." + step.at("step").get<std::string>();
    const NamedCount decided{name, step.at("convictions").get<std::uint64_t>()};
    const NamedCount alone{name + ", alone", step.at("alone").get<std::uint64_t>()};
    const NamedCount others{name + ", with others", step.at("with_others").get<std::uint64_t>()};
    TableRow row{TableRow::Kind::kBody,
                 {{step.at("number").get<std::string>()},
                  {step.at("question").get<std::string>() + "\n" + step.at("reason").get<std::string>()},
                  draft.number(decided), draft.number(alone), draft.number(others)}};
    draft.counts.add_sum(decided.name, {alone.name, others.name});
    table.rows.push_back(std::move(row));
  }
  bind_steps(draft, decisions);
  bind_lesser_offenses(draft, decisions);
  draft.table(std::move(table));
}

constexpr const char* kScenarioIds[] = {"now", "this_policy", "statute", "all_prop64_dismissed",
                                        "prop64_and_related_dismissed"};

// One figure for each scenario: a row of the table in which they stand side by side.
void add_scenario_row(ReportDraft& draft, Table& table, std::string what, const std::string& name) {
  const SummaryPart& figure = draft.summary.at("people").at(name);
  TableRow row{TableRow::Kind::kBody, {{std::move(what)}}};
  for (const char* scenario : kScenarioIds) {
    row.cells.push_back(scenario_cell(draft, figure, name, scenario));
  }
  table.rows.push_back(std::move(row));
}

// What one scenario is certain to reach beyond another is a count as well, and so is what it leaves of all.
void bind_scenarios(ReportDraft& draft, const std::string& figure, const std::string& all) {
  std::vector<std::string> counts = {all};
  for (const char* scenario : kScenarioIds) {
    const bool is_figure_too = figure == "people_reached" && scenario == std::string_view("this_policy");
    counts.push_back((is_figure_too ? "people_with_relief" : figure + "." + scenario) + ", at least");
  }
  for (const std::string& larger : counts) {
    for (const std::string& smaller : counts) {
      if (draft.counts.value(larger) > draft.counts.value(smaller)) draft.counts.add_rest(larger, smaller);
    }
  }
  // A policy that speaks of what Proposition 64 lists, and no more, dismisses all of its scope with "all dismissed": a
  // reader knows as much. What comes to the same by chance is bound as well.
  for (const std::string& scenario : counts) {
    if (scenario != all && draft.counts.value(scenario) == draft.counts.value(all))
      draft.counts.add_sum(all, {scenario});
  }
}

// What is left of the scope once all is dismissed is what nobody knows to be in it, where the numbers say so.
void bind_unknown_scope(ReportDraft& draft) {
  const std::string dismissed = "convictions_dismissed.all_prop64_dismissed, at least";
  const std::uint64_t left = draft.counts.value(kInScopeName) - draft.counts.value(dismissed);
  std::vector<std::string> parts = {dismissed};
  std::uint64_t unknown = 0;
  for (const char* cause : {"cause.scope_unknown", "cause.incomplete"}) {
    if (!draft.counts.has(cause)) return;
    parts.emplace_back(cause);
    unknown += draft.counts.value(cause);
    if (left == unknown && left > 0) return draft.counts.add_sum(kInScopeName, parts);
  }
}

// What the certain figures of the public edition give away beside one another.
void bind_public_scenarios(ReportDraft& draft) {
  bind_scenarios(draft, "convictions_dismissed", kInScopeName);
  bind_unknown_scope(draft);
  bind_scenarios(draft, "felonies_gone", "level.felony");
  bind_scenarios(draft, "people_reached", "people_in_scope");
  for (const char* name : {"no_felony_left", "no_conviction_left", "no_recent_conviction_left"})
    bind_scenarios(draft, name, "people");
}

void bind_ranges(ReportDraft& draft) {
  draft.counts.add_rest("people_in_scope", "people_with_relief, at most");
  for (const char* name : {"no_felony_left", "no_conviction_left", "no_recent_conviction_left"}) {
    for (const SummaryPart& line : draft.summary.at("people").at(name).at("table")) {
      draft.counts.add_rest("people",
                            std::string(name) + "." + line.at("scenario").get<std::string>() + ", at most");
    }
  }
}

void add_scenarios(ReportDraft& draft) {
  Table table{"What each would do, if the court grants it", {},
              {text_column("What", 3.2), number_column("Now", 1.3), number_column("This policy", 1.5),
               number_column("The statute by itself", 1.5), number_column("All dismissed", 1.5),
               number_column("And related charges", 1.5)}, {}};
  const SummaryPart& people = draft.summary.at("people");
  ItemList definitions;
  const auto add = [&](const char* what, const char* name) {
    add_scenario_row(draft, table, what, name);
    definitions.items.push_back({{std::string(what) + ": " + draft.definition_of_range(people.at(name))}});
  };
  add("Convictions dismissed", "convictions_dismissed");
  add("Felonies dismissed or reduced", "felonies_gone");
  add("People with some relief", "people_reached");
  add("People with no felony left", "no_felony_left");
  add("People with no conviction left", "no_conviction_left");
  add("People with no conviction of the last 7 years left", "no_recent_conviction_left");
  if (draft.is_public()) bind_public_scenarios(draft);
  else bind_ranges(draft);
  // What is certain to be dismissed is what the determinations that dismiss decided.
  for (const char* name : {"convictions_dismissed.this_policy, at least", "felonies_gone.this_policy, at least"}) {
    if (draft.counts.value(name) == draft.counts.value("relief.dismissal"))
      draft.counts.add_sum(name, {"relief.dismissal"});
  }
  draft.table(std::move(table));
  draft.document.blocks.emplace_back(std::move(definitions));
}

Chart left_chart(ReportDraft& draft, const char* name, std::string title) {
  Chart chart{std::move(title), {}, {"For certain"}, {}};
  if (!draft.is_public()) chart.series.emplace_back("Possibly, beside these");
  const std::pair<const char*, const char*> scenarios[] = {{"now", "Now"},
                                                           {"this_policy", "This policy"},
                                                           {"statute", "The statute by itself"},
                                                           {"all_prop64_dismissed", "All dismissed"},
                                                           {"prop64_and_related_dismissed", "And related charges"}};
  for (const auto& [id, label] : scenarios) {
    for (const SummaryPart& line : draft.summary.at("people").at(name).at("table")) {
      if (line.at("scenario").get<std::string>() != id) continue;
      const Cell range = draft.range(std::string(name) + "." + id, line);
      const auto least = line.at("at_least").get<std::uint64_t>();
      const auto most = line.at("at_most").get<std::uint64_t>();
      chart.bars.push_back({label, {{least, range.tells}}});
      if (!draft.is_public()) chart.bars.back().parts.push_back({most - least, range.tells});
    }
  }
  return chart;
}

// What each ground of relief adds: alone, and all together beyond the statute.
void add_grounds(ReportDraft& draft) {
  const SummaryPart& decisions = draft.summary.at("decisions");
  Table table{"What each ground of relief adds",
              "Alone: without this ground the determination would be another one, or in doubt. With others: a later "
              "step would give the same.",
              {text_column("Step", 0.8), text_column("Ground", 4), text_column("Gives", 2.4),
               number_column("Decides", 1.2), number_column("Adds alone", 1.2), number_column("With others", 1.2)}, {}};
  NamedCount all{"grounds", 0};
  std::vector<std::string> parts;
  for (const SummaryPart& step : decisions.at("by_step").at("table")) {
    for (const SummaryPart& outcome : decisions.at("by_outcome").at("table")) {
      const std::string relief = outcome.at("relief").get<std::string>();
      const bool is_ground = relief == "dismissal" || relief == "reduction";
      if (!is_ground || outcome.at("outcome") != step.at("outcome")) continue;
      const std::string name = "step." + step.at("step").get<std::string>();
      table.rows.push_back({TableRow::Kind::kBody,
                            {{step.at("number").get<std::string>()}, {step.at("reason").get<std::string>()},
                             {outcome.at("label").get<std::string>()},
                             draft.number({name, step.at("convictions").get<std::uint64_t>()}),
                             draft.number({name + ", alone", step.at("alone").get<std::uint64_t>()}),
                             draft.number({name + ", with others", step.at("with_others").get<std::uint64_t>()})}});
      all.value += step.at("convictions").get<std::uint64_t>();
      parts.push_back(name);
    }
  }
  if (!parts.empty()) {
    table.rows.push_back({TableRow::Kind::kTotal, {{"All"}, {"Grounds together"}, {}, draft.number(all), {}, {}}});
    draft.counts.add_sum(all.name, std::move(parts));
  }
  draft.table(std::move(table), "No step of this policy gives relief.");
}

// How the office's determinations meet those of the policy beside it.
void add_against(ReportDraft& draft, std::size_t number, const std::string& heading) {
  const SummaryPart& beside = draft.summary.at("policies").at(number);
  const std::string prefix = "beside." + std::to_string(number) + ".";
  const SummaryPart& figure = beside.at("against_office");
  Table table{"The office's determination, and that of: " + heading,
              definition_of(figure),
              {text_column("The office's", 3.4), text_column("The other's", 3.4), number_column("Convictions", 1.3),
               number_column("People", 1.2)},
              {}};
  std::map<std::string, std::vector<std::string>> by_office;
  for (const SummaryPart& line : figure.at("table")) {
    const std::string office = text_or(line.at("office_outcome"), "out of scope");
    const std::string name = prefix + office + "/" + text_or(line.at("outcome"), "out of scope");
    const NamedCount convictions{name, line.at("convictions").get<std::uint64_t>()};
    by_office[office].push_back(name);
    TableRow row{TableRow::Kind::kBody,
                 {{line.at("office_label").get<std::string>()}, {line.at("label").get<std::string>()},
                  draft.number(convictions),
                  draft.number({name + ", people", line.at("people").get<std::uint64_t>()})}};
    table.rows.push_back(std::move(row));
  }
  for (const SummaryPart& outcome : draft.summary.at("decisions").at("by_outcome").at("table")) {
    const auto found = by_office.find(outcome.at("outcome").get<std::string>());
    if (found != by_office.end()) draft.counts.add_sum(outcome_count(outcome).name, std::move(found->second));
  }
  draft.table(std::move(table));
}

}  // namespace

void add_decisions(ReportDraft& draft) {
  const SummaryPart& decisions = draft.summary.at("decisions");
  draft.heading(1, "Decisions");
  draft.heading(2, "By determination");
  add_breakdown(draft, decisions.at("by_outcome"), "Convictions in scope by determination", "Determination",
                [](const SummaryPart& line) { return outcome_count(line).name; },
                [](const SummaryPart& line) { return line.at("label").get<std::string>(); });
  draft.chart(outcome_chart(draft, decisions.at("by_outcome")));
  draft.heading(2, "By section and level");
  add_breakdown(draft, decisions.at("by_section"), "Convictions in scope by section", "Section",
                [](const SummaryPart& line) { return "section." + line.at("section").get<std::string>(); },
                [](const SummaryPart& line) { return line.at("section").get<std::string>(); });
  add_breakdown(draft, decisions.at("by_level"), "Convictions in scope by level, as recorded", "Level",
                [](const SummaryPart& line) { return "level." + line.at("level").get<std::string>(); },
                [](const SummaryPart& line) { return line.at("level").get<std::string>(); });
  draft.heading(2, "By step");
  add_steps(draft, decisions);
}

void add_side_by_side(ReportDraft& draft) {
  draft.heading(1, "This policy beside the statute, and beside dismissing all");
  draft.paragraph(
      "\"All dismissed\" asks what would follow if every Proposition 64 conviction of the county were dismissed, and "
      "the last column if charges related to one in the same cycle were, too. Both are questions, not criteria.");
  add_scenarios(draft);
  draft.chart(left_chart(draft, "no_felony_left", "People with no felony left in these files"));
  draft.chart(left_chart(draft, "no_conviction_left", "People with no conviction left in these files"));
  draft.heading(2, "Grounds, alone and together");
  add_grounds(draft);
  const SummaryPart& policies = draft.summary.at("policies");
  if (draft.is_public()) {
    draft.paragraph(
        "Which determination of the office meets which of another policy stands in the internal edition: most of these "
        "groups are small.");
    return;
  }
  const std::vector<std::string> headings = policy_headings(draft.summary);
  for (std::size_t i = 1; i < policies.size(); ++i) add_against(draft, i, headings[i]);
}

}  // namespace redress::write
