// The first parts of the report: what was found at a glance, the criteria in words, and from rows to people.
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "write/json/summary_reader.h"
#include "write/report/report_draft.h"
#include "write/report/report_tables.h"

namespace redress::write {
namespace {

// "What", "How many", "How it is counted".
Table glance_table() {
  return {"What this run found", {}, {text_column("What", 3), number_column("How many", 1.6),
          text_column("How it is counted", 5)}, {}};
}

void add_line(Table& table, std::string what, Cell number, std::string definition) {
  table.rows.push_back({TableRow::Kind::kBody, {{std::move(what)}, std::move(number), {std::move(definition)}}});
}

void add_relief_line(ReportDraft& draft, Table& table, std::string what, std::string_view relief) {
  const ReliefSum sum = relief_sum(draft, relief);
  add_line(table, std::move(what), draft.number(sum.count),
           sum.labels.empty() ? "Convictions in scope; this policy has no determination of this kind."
                              : "Convictions in scope whose determination is: " + sum.labels + ".");
}

// Of an office's own files: what may be wrong with the run is for whoever can run it again.
void add_worth_checking(ReportDraft& draft) {
  const SummaryPart& run = draft.summary.at("run");
  if (draft.is_public() || !run.contains("worth_checking") || run.at("worth_checking").empty()) return;
  draft.paragraph("Worth checking before these figures are used:", Paragraph::Kind::kCaution);
  ItemList list;
  for (const SummaryPart& sentence : run.at("worth_checking")) list.items.push_back({{sentence.get<std::string>()}});
  draft.document.blocks.emplace_back(std::move(list));
}

// What was asked of whom, before any figure. Source: court-practice, R1.
void add_asked(ReportDraft& draft) {
  const SummaryPart& run = draft.summary.at("run");
  const SummaryPart& criteria = draft.summary.at("criteria").at(0);
  std::string words = "Asked of: " + criteria.at("title").get<std::string>() + ", version " +
                      criteria.at("version").get<std::string>() + ", for the convictions of " +
                      run.at("county").get<std::string>() + ". Worked out as of " + run.at("as_of").get<std::string>() +
                      ".";
  std::string measured;
  std::set<std::string> told;  // several steps of a policy may ask the same
  for (const SummaryPart& step : criteria.at("steps")) {
    for (const SummaryPart& test : step.at("measured_from")) {
      if (told.insert(test.get<std::string>()).second)
        measured += (measured.empty() ? "" : "; ") + test.get<std::string>();
    }
  }
  if (!measured.empty()) words += " Ages and years are measured so: " + measured + ".";
  draft.paragraph(words + " The criteria follow in words.");
}

void add_steps_table(ReportDraft& draft, const SummaryPart& criteria) {
  Table steps{"Steps, in the order in which they are taken; the first that holds decides", {},
              {text_column("Step", 0.8), text_column("It holds when", 5), text_column("Determination and reason", 2.6)},
              {}};
  for (const SummaryPart& step : criteria.at("steps")) {
    std::string when = step.at("question").get<std::string>();
    for (const SummaryPart& line : step.at("holds_when")) when += "\n" + line.get<std::string>();
    std::string gives = step.at("determination").get<std::string>() + "\n" + step.at("reason").get<std::string>();
    if (const std::string law = step.at("law").get<std::string>(); !law.empty()) gives += "\n" + law;
    steps.rows.push_back({TableRow::Kind::kBody,
                          {{step.at("number").get<std::string>()}, {std::move(when)}, {std::move(gives)}}});
  }
  draft.table(std::move(steps));
}

void add_date_tests(ReportDraft& draft, const SummaryPart& criteria) {
  Table tests{"Ages and years, and the date that each is measured from", {},
              {text_column("Step", 0.8), text_column("Measured", 5), text_column("Question", 3)}, {}};
  for (const SummaryPart& step : criteria.at("steps")) {
    for (const SummaryPart& test : step.at("measured_from")) {
      tests.rows.push_back({TableRow::Kind::kBody,
                            {{step.at("number").get<std::string>()}, {test.get<std::string>()},
                             {step.at("question").get<std::string>()}}});
    }
  }
  draft.table(std::move(tests), "No step of this policy tests an age or a number of years.");
}

void add_scope(ReportDraft& draft, const SummaryPart& criteria) {
  if (const std::string about = criteria.at("about").get<std::string>(); !about.empty()) draft.paragraph(about);
  std::string scope = "It speaks of the convictions of which";
  for (const SummaryPart& line : criteria.at("scope")) scope += " " + line.get<std::string>();
  draft.paragraph(scope + ". It says nothing about any other conviction.");
}

// What the policy leaves of a record says little without what the record has now.
void add_left_lines(ReportDraft& draft, Table& table, const std::string& what, const SummaryPart& figure,
                    const std::string& name) {
  add_line(table, "People who have no " + what + " now", scenario_cell(draft, figure, name, "now"),
           "Counted as the line below, before anything is granted.");
  add_line(table, "People with no " + what + " left", scenario_cell(draft, figure, name, "this_policy"),
           draft.definition_of_range(figure) + " Those who have none now are among them.");
}

}  // namespace

void add_glance(ReportDraft& draft) {
  const SummaryPart& summary = draft.summary;
  draft.heading(1, "At a glance");
  draft.paragraph(
      "This report tells which convictions in the files of the Department of Justice qualify for relief under the "
      "policy named above, and why. It grants nothing: what follows would happen if the court grants it.");
  add_asked(draft);
  draft.paragraph(summary.at("caution").get<std::string>(), Paragraph::Kind::kCaution);
  add_worth_checking(draft);
  Table table = glance_table();
  const SummaryPart& record = summary.at("record");
  const SummaryPart& people = summary.at("people");
  const SummaryPart& decisions = summary.at("decisions");
  add_line(table, "People in the files", draft.number(draft.figure(record, "people")),
           definition_of(record.at("people")));
  add_line(table, "Convictions on record", draft.number(draft.figure(record, "convictions")),
           definition_of(record.at("convictions")));
  add_line(table, "Convictions in scope", draft.number(draft.figure(decisions, "convictions_in_scope")),
           definition_of(decisions.at("convictions_in_scope")));
  add_line(table, "People with a conviction in scope", draft.number(draft.figure(people, "people_in_scope")),
           definition_of(people.at("people_in_scope")));
  add_relief_line(draft, table, "Would be dismissed", "dismissal");
  add_relief_line(draft, table, "Would be reduced", "reduction");
  add_relief_line(draft, table, "No relief", "none");
  add_relief_line(draft, table, "A person must look", "review");
  draft.counts.add_sum("convictions_in_scope",
                       {"relief.dismissal", "relief.reduction", "relief.none", "relief.review"});
  add_line(table, "People with some relief", draft.range("people_with_relief", people.at("people_with_relief")),
           draft.definition_of_range(people.at("people_with_relief")));
  add_left_lines(draft, table, "felony", people.at("no_felony_left"), "no_felony_left");
  add_left_lines(draft, table, "conviction", people.at("no_conviction_left"), "no_conviction_left");
  draft.table(std::move(table));
  draft.paragraph(draft.is_public()
                      ? "\"At least 12\" means: 12 for certain; a review or an unknown fact leaves open whether it is more."
                      : "\"12 to 15\" means: at least 12 for certain, and at most 15, because a review or an unknown fact "
                        "leaves the rest open.",
                  Paragraph::Kind::kNote);
}

void add_criteria(ReportDraft& draft) {
  const SummaryPart& criteria = draft.summary.at("criteria").at(0);
  draft.heading(1, "What was asked: the criteria");
  add_scope(draft, criteria);
  Table choices{"What the office chose", {}, {text_column("Choice", 5), text_column("Value", 1.5),
                text_column("Name", 3)}, {}};
  for (const SummaryPart& parameter : draft.summary.at("run").at("policy").at("parameters")) {
    choices.rows.push_back({TableRow::Kind::kBody,
                            {{parameter.at("label").get<std::string>()}, {parameter.at("value").get<std::string>()},
                             {parameter.at("name").get<std::string>()}}});
  }
  draft.table(std::move(choices));
  add_date_tests(draft, criteria);
  add_steps_table(draft, criteria);
  ItemList questions;
  for (const SummaryPart& question : criteria.at("questions")) {
    questions.items.push_back(
        {{question.at("question").get<std::string>() + ": " + question.at("text").get<std::string>()}});
  }
  if (!questions.items.empty()) {
    draft.heading(2, "Questions of law that the policy leaves open");
    draft.document.blocks.emplace_back(std::move(questions));
  }
  draft.paragraph("Legal review of this policy: " + draft.summary.at("run").at("policy").at("legal_review").get<std::string>() +
                  ".");
}

void add_other_criteria(ReportDraft& draft) {
  // In the order of the policies, one each.
  const std::vector<std::string> headings = policy_headings(draft.summary);
  for (std::size_t i = 1; i < draft.summary.at("criteria").size(); ++i) {
    const SummaryPart& criteria = draft.summary.at("criteria").at(i);
    draft.heading(1, "Criteria answered beside it: " + headings.at(i));
    draft.paragraph(criteria.at("policy").get<std::string>() + ", version " +
                    criteria.at("version").get<std::string>() + ".");
    add_scope(draft, criteria);
    add_date_tests(draft, criteria);
    add_steps_table(draft, criteria);
  }
}

void add_reconciliation(ReportDraft& draft) {
  const SummaryPart& account = draft.summary.at("reconciliation");
  draft.heading(1, "From rows to people");
  Table table{"The account of every row", definition_of(account), {text_column("", 6), number_column("", 1.6)}, {}};
  table.columns[0].name = "What";
  table.columns[1].name = "How many";
  std::string total;
  std::vector<std::string> less, parts;
  const auto close_parts = [&] {
    if (!parts.empty()) draft.counts.add_sum(total, std::move(parts));
    parts.clear();
  };
  for (const SummaryPart& line : account.at("table")) {
    const std::string kind = line.at("kind").get<std::string>();
    const NamedCount count{line.at("id").get<std::string>(), line.at("value").get<std::uint64_t>()};
    const std::string words = line.at("words").get<std::string>();
    const bool is_of_rows = count.name.find("rows") != std::string::npos;  // ids of lines: docs/schema
    const Cell cell = draft.number(count, is_of_rows ? Counts::Of::kRows : Counts::Of::kPeople);
    if (kind == "total") {
      close_parts();
      if (!less.empty()) {
        less.push_back(count.name);
        draft.counts.add_sum(total, std::move(less));
        less.clear();
      }
      total = count.name;
      table.rows.push_back({TableRow::Kind::kTotal, {{words}, cell}});
    } else {
      (kind == "less" ? less : parts).push_back(count.name);
      table.rows.push_back({TableRow::Kind::kBody, {{(kind == "less" ? "less: " : "of these: ") + words}, cell}});
    }
  }
  close_parts();
  draft.table(std::move(table));
  draft.paragraph(
      "A row is a line of an input. A count is one charge of a case; a conviction is a count that ended in one, "
      "whatever number of rows it has. A case is what a court keeps under one number. A person is one identifier of the "
      "Department of Justice.",
      Paragraph::Kind::kNote);
}

}  // namespace redress::write
