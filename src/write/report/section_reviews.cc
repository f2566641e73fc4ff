// What needs review, and which fact would settle it; the quality of what was read.
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "policy/plan/plan.h"
#include "tally/keys.h"
#include "tally/questions.h"
#include "write/report/report_draft.h"
#include "write/report/report_tables.h"

namespace redress::write {
namespace {

std::string cause_words(const std::string& cause) {
  if (cause == "undecided") return "Several determinations are possible on what is known";
  if (cause == "scope_unknown") return "It is unknown whether the policy speaks of the conviction";
  return "A row of the person could not be used, so that the record has a gap";
}

NamedCount affected(const std::string& name, const SummaryPart& counts, const char* key) {
  return {name + ", " + key, counts.at(key).get<std::uint64_t>()};
}

// Those that it keeps in review together with something else.
void add_alone_rest(ReportDraft& draft, const std::string& name, const SummaryPart& line) {
  draft.counts.add_rest(affected(name + ".takes_part", line.at("takes_part"), "convictions").name,
                        affected(name + ".alone", line.at("alone"), "convictions").name);
}

bool are_counted(const Counts& counts, const std::string& part, const std::string& total) {
  return counts.has(part) && counts.has(total) && counts.value(part) <= counts.value(total);
}

// Two names of one count, whoever reads the definitions: to hide the one and tell the other would hide nothing.
void bind_same(ReportDraft& draft, const std::string& one, const std::string& other) {
  if (!are_counted(draft.counts, one, other) || draft.counts.value(one) != draft.counts.value(other)) return;
  draft.counts.add_sum(other, {one});
}

// What a gap in the record keeps in review alone, and what a scope that is not known does, are causes of review.
void bind_to_causes(ReportDraft& draft, const SummaryPart& fault) {
  const std::string id = fault.at("fault").get<std::string>();
  const std::string name = "fault." + id;
  if (id == tally::id_of(evaluate::FactKind::kMissingRow))
    bind_same(draft, affected(name + ".alone", fault.at("alone"), "convictions").name, "cause.incomplete");
  if (id == tally::kScopeFirst)
    bind_same(draft, affected(name + ".takes_part", fault.at("takes_part"), "convictions").name, "cause.scope_unknown");
}

// What is kept in review by a fact is part of all that is; what facts settle, of what is undecided.
void bind_to_reviews(ReportDraft& draft, const std::string& name, const SummaryPart& line) {
  const auto at_most = [&](const std::string& part, const std::string& total) {
    if (are_counted(draft.counts, part, total)) draft.counts.add_at_most(part, total);
  };
  const std::string alone = affected(name + ".alone", line.at("alone"), "convictions").name;
  const std::string takes_part = affected(name + ".takes_part", line.at("takes_part"), "convictions").name;
  at_most(takes_part, "outcome." + std::string(policy::kNeedsReviewId));
  at_most(affected(name + ".takes_part", line.at("takes_part"), "people").name, takes_part);
  if (!line.contains("settled")) return;
  const std::string settled = affected(name + ".settled", line.at("settled"), "convictions").name;
  at_most(alone, settled);
  at_most(settled, "cause.undecided");
}

void add_causes(ReportDraft& draft) {
  const SummaryPart& figure = draft.summary.at("decisions").at("reviews_by_cause");
  Table table{"Why no step decided", definition_of(figure),
              {text_column("Why", 6), number_column("Convictions", 1.4)}, {}};
  for (const SummaryPart& line : figure.at("table")) {
    const std::string cause = line.at("cause").get<std::string>();
    table.rows.push_back({TableRow::Kind::kBody,
                          {{cause_words(cause)},
                           draft.number(cause_count(line))}});
  }
  draft.table(std::move(table));
  const NamedCount rows = draft.figure(draft.summary.at("decisions"), "unidentified_in_review");
  if (rows.value == 0) return;
  draft.paragraph({{"Beside these, a person must look at convicted rows whose count cannot be identified: "},
                   draft.number(rows),
                   {". "},
                   {definition_of(draft.summary.at("decisions").at("unidentified_in_review"))}});
}

void add_missing_facts(ReportDraft& draft, const SummaryPart& questions) {
  const SummaryPart& figure = questions.at("missing_facts");
  Table table{"Facts that somebody can look up, those that settle the most first", definition_of(figure),
              {text_column("What to find out", 4.6), number_column("Settles further", 1.3),
               number_column("Settled so far", 1.3), number_column("Alone", 1.1), number_column("Takes part", 1.2)}, {}};
  std::string settled_before;
  for (const SummaryPart& line : figure.at("table")) {
    const std::string name = "fact." + line.at("fact").get<std::string>();
    TableRow row{TableRow::Kind::kBody, {{line.at("question").get<std::string>()}}};
    for (const char* key : {"further", "settled", "alone", "takes_part"})
      row.cells.push_back(draft.number(affected(name + "." + key, line.at(key), "convictions")));
    const std::string settled = affected(name + ".settled", line.at("settled"), "convictions").name;
    std::vector<std::string> parts = {affected(name + ".further", line.at("further"), "convictions").name};
    if (!settled_before.empty()) parts.push_back(settled_before);
    const std::string further = parts.front();
    draft.counts.add_sum(settled, std::move(parts));
    // Before anything else is known, a fact settles further what it settles alone.
    const std::string alone = affected(name + ".alone", line.at("alone"), "convictions").name;
    if (settled_before.empty()) {
      bind_same(draft, alone, further);
    } else if (are_counted(draft.counts, alone, further)) {
      draft.counts.add_at_most(alone, further);
    }
    settled_before = settled;
    add_alone_rest(draft, name, line);
    if (draft.is_public()) bind_to_reviews(draft, name, line);
    table.rows.push_back(std::move(row));
  }
  // What all these facts together leave undecided is a count too.
  if (are_counted(draft.counts, settled_before, "cause.undecided"))
    draft.counts.add_rest("cause.undecided", settled_before);
  draft.table(std::move(table), "No fact that somebody can look up keeps a conviction in review.");
}

void add_matters(ReportDraft& draft, const SummaryPart& figure, std::string title, std::string what, const char* key) {
  Table table{std::move(title), definition_of(figure),
              {text_column(std::move(what), 6), number_column("Alone", 1.2), number_column("Takes part", 1.3),
               number_column("People", 1.2)}, {}};
  for (const SummaryPart& line : figure.at("table")) {
    const std::string id = line.at(key).get<std::string>();
    const std::string name = std::string(key) + "." + id;
    std::string words = line.at("text").get<std::string>();
    if (std::string_view(key) == "question") words.insert(0, id + ": ");
    table.rows.push_back({TableRow::Kind::kBody,
                          {{std::move(words)},
                           draft.number(affected(name + ".alone", line.at("alone"), "convictions")),
                           draft.number(affected(name + ".takes_part", line.at("takes_part"), "convictions")),
                           draft.number(affected(name + ".takes_part", line.at("takes_part"), "people"))}});
    add_alone_rest(draft, name, line);
    if (draft.is_public()) bind_to_reviews(draft, name, line);
    if (line.contains("fault")) bind_to_causes(draft, line);
  }
  draft.table(std::move(table));
}

void add_notes(ReportDraft& draft) {
  const SummaryPart& figure = draft.summary.at("record").at("notes");
  Table table{"What is wrong with rows, or worth knowing about them", definition_of(figure),
              {text_column("Note", 6), number_column("Rows", 1.2), number_column("People", 1.2)}, {}};
  for (const SummaryPart& line : figure.at("table")) {
    const NamedCount rows{"note." + line.at("note").get<std::string>() + ", rows", line.at("rows").get<std::uint64_t>()};
    const NamedCount people{"note." + line.at("note").get<std::string>() + ", people",
                            line.at("people").get<std::uint64_t>()};
    if (rows.value == 0 && people.value == 0) continue;
    table.rows.push_back({TableRow::Kind::kBody,
                          {{line.at("words").get<std::string>()}, draft.number(rows), draft.number(people)}});
  }
  draft.table(std::move(table), "No row carries a note.");
}

void add_effect(ReportDraft& draft) {
  const SummaryPart& figure = draft.summary.at("decisions").at("reviews_by_fact");
  Table table{"What the gaps in the files do to the answers",
              definition_of(figure),
              {text_column("Unknown fact, and why", 6), number_column("Settles alone", 1.3),
               number_column("Takes part", 1.3)},
              {}};
  for (const SummaryPart& line : figure.at("table")) {
    const std::string words = line.at("words").get<std::string>();
    table.rows.push_back({TableRow::Kind::kBody,
                          {{words},
                           draft.number({"doubt." + words + ", alone", line.at("settles_alone").get<std::uint64_t>()}),
                           draft.number({"doubt." + words, line.at("takes_part").get<std::uint64_t>()})}});
    draft.counts.add_rest("doubt." + words, "doubt." + words + ", alone");
  }
  draft.table(std::move(table), "No unknown fact left an answer open.");
}

// What is a cause of rejects and a note as well is one count.
void bind_note(ReportDraft& draft, const NamedCount& rows, const std::string& words) {
  for (const SummaryPart& note : draft.summary.at("record").at("notes").at("table")) {
    if (note.at("words").get<std::string>() != words || note.at("rows").get<std::uint64_t>() != rows.value) continue;
    const std::string name = "note." + note.at("note").get<std::string>() + ", rows";
    draft.counts.add(name, rows.value);
    draft.counts.add_sum(rows.name, {name});
  }
}

void add_rejects(ReportDraft& draft) {
  const SummaryPart& rows = draft.summary.at("rows");
  const SummaryPart& figure = rows.at("rejects_by_cause");
  Table table{"Rows that stand in rejects.csv", definition_of(figure),
              {text_column("Cause", 6), number_column("Rows", 1.2)}, {}};
  NamedCount all{"rejects", 0};
  std::vector<std::string> parts;
  for (const SummaryPart& line : figure.at("table")) {
    const NamedCount rejected{"reject." + line.at("cause").get<std::string>(), line.at("rows").get<std::uint64_t>()};
    table.rows.push_back({TableRow::Kind::kBody, {{line.at("words").get<std::string>()}, draft.number(rejected)}});
    bind_note(draft, rejected, line.at("words").get<std::string>());
    parts.push_back(rejected.name);
    all.value += rejected.value;
  }
  // How many there are stands in the account of every row.
  draft.counts.add(all.name, all.value, Counts::Of::kRows);
  if (!parts.empty()) draft.counts.add_sum(all.name, std::move(parts));
  draft.table(std::move(table), "No row was rejected.");
}

// Few rows of a small county point to few people: the public edition has no such table.
void add_counties(ReportDraft& draft) {
  const SummaryPart& figure = draft.summary.at("record").at("rows_by_county");
  Table table{"Rows by county of the agency", definition_of(figure),
              {text_column("County", 6), number_column("Rows", 1.2)}, {}};
  for (const SummaryPart& line : figure.at("table")) {
    table.rows.push_back({TableRow::Kind::kBody,
                          {{text_or(line.at("county"), "no entry")}, {grouped(line.at("rows").get<std::uint64_t>())}}});
  }
  draft.table(std::move(table));
}

}  // namespace

void add_reviews(ReportDraft& draft) {
  draft.heading(1, "What needs review, and what would settle it");
  draft.paragraph(
      "Nothing is guessed. Where a fact is missing, unreadable or contradictory, or the law is not settled, the "
      "conviction goes to a person, with the facts that would decide it.");
  add_causes(draft);
  const SummaryPart& questions = draft.summary.at("policies").at(0).at("questions");
  add_missing_facts(draft, questions);
  add_matters(draft, questions.at("open_questions"), "Open questions of law", "Question", "question");
  add_matters(draft, questions.at("faults"), "What no single fact settles", "What", "fault");
}

void add_quality(ReportDraft& draft) {
  draft.heading(1, "Quality of the data");
  const SummaryPart& record = draft.summary.at("record");
  draft.paragraph({{"Cycles: "}, draft.number(draft.figure(record, "cycles")), {". Incomplete records: "},
                   draft.number(draft.figure(record, "people_incomplete")), {". Rows that repeat another: "},
                   draft.number(draft.figure(record, "equal_rows"), Counts::Of::kRows), {"."}});
  draft.paragraph(definition_of(record.at("people_incomplete")), Paragraph::Kind::kNote);
  add_notes(draft);
  add_effect(draft);
  add_rejects(draft);
  if (draft.is_public()) return;
  draft.paragraph(
      "People who may be one person under two person IDs, alike in the name with the birth date or in the CII number, "
      "stand one below the other on the sheet Possible duplicates of convictions.xlsx; they were not merged. Its sheet "
      "Data quality counts them, and the decisions without a case number that a court could use.");
  add_counties(draft);
}

}  // namespace redress::write
