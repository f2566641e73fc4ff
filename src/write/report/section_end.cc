// The last parts of the report: limits, accuracy, what comes later, the run and who signs, the first reviews.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "write/report/report_draft.h"

namespace redress::write {
namespace {

constexpr std::string_view kLimits[] = {
    "These are files of the California Department of Justice. Convictions that were never reported to it, and those "
    "of other states and of federal courts, are not in them. A court's own list may name convictions that are missing "
    "here, and the other way round.",
    "No file tells the date of an offense, the weight of a substance, the number of plants, or the age of anybody else "
    "who took part, unless somebody supplied it. Where one of these decides, the answer is a review.",
    "A record may show a sentence without its end, a charge without its subdivision, or a case without its number.",
    "Relief that a court granted already may not be entered yet.",
    "Only what the policy names was tested. What an opponent alone can prove, such as a danger to public safety, was "
    "not decided here.",
    "Two identifiers may be one person, and one may be two. People were never joined by guessing.",
    "Nothing here promises work, a license, housing, the right to a firearm, or anything about immigration; and "
    "nothing tells what the records of the FBI or of private companies show."};

struct Later {
  std::string_view what;
  std::string_view from;
};

constexpr Later kLater[] = {
    {"The court's own list held against this one: in both, in one only, by decade", "The court"},
    {"Filed, granted, denied, struck, by quarter", "The office and the court"},
    {"Challenged, by ground", "The office"},
    {"Court record updated; sent to the Department of Justice; accepted or returned; median days; oldest open",
     "The court and the Department of Justice"},
    {"Copies sent to arresting agencies", "The office"},
    {"People told, in which language, and how many were reached", "The office and the public defender"},
    {"Where a person can ask about their own record", "The office, the public defender and the court"}};

// Decisions that people looked at are no random sample, and are counted apart from accuracy.
void add_kept_review(ReportDraft& draft) {
  draft.heading(2, "What people have reviewed");
  if (draft.source.review.empty()) {
    draft.paragraph("Nobody has yet: no review of the workbook is kept with these results.");
    return;
  }
  const SummaryPart review = SummaryPart::parse(draft.source.review);
  const auto count = [&](const char* key) {
    return draft.number({"review." + std::string(key), review.at(key).get<std::uint64_t>()});
  };
  if (draft.is_public()) {
    draft.paragraph({{"Decided otherwise or confirmed by the office: "}, count("overrides"),
                     {". They were chosen by people, not by chance, and measure no rate of error."}});
    return;
  }
  draft.paragraph({{"Decisions of the run: "}, count("decisions"), {". With an entry by hand: "},
                   count("rows_with_entries"), {". Decided otherwise or confirmed by the office: "},
                   count("overrides"), {". Withdrawn again: "}, count("withdrawn"),
                   {". They were chosen by people, not by chance, and measure no rate of error."}});
  Table table{"The office's own decisions", "Convictions by what the run found and what the office decided.",
              {text_column("The run", 4), text_column("The office", 4), number_column("Convictions", 1.3)}, {}};
  std::vector<std::string> parts;
  std::uint64_t decided = 0;
  for (const SummaryPart& line : review.at("overrides_by")) {
    const std::string from = line.at("from").get<std::string>();
    const std::string to = line.at("to").get<std::string>();
    const NamedCount convictions{"review." + from + " to " + to, line.at("convictions").get<std::uint64_t>()};
    table.rows.push_back({TableRow::Kind::kBody, {{from}, {to}, draft.number(convictions)}});
    parts.push_back(convictions.name);
    decided += convictions.value;
  }
  if (decided == review.at("overrides").get<std::uint64_t>()) draft.counts.add_sum("review.overrides", std::move(parts));
  draft.table(std::move(table));
  Table progress{"How far each case has come", "Rows of the workbook in which the column is filled in.",
                 {text_column("Column", 6), number_column("Rows", 1.3)}, {}};
  for (const SummaryPart& line : review.at("progress")) {
    const NamedCount rows{"progress." + line.at("column").get<std::string>(), line.at("rows").get<std::uint64_t>()};
    if (rows.value == 0) continue;
    progress.rows.push_back({TableRow::Kind::kBody, {{line.at("column").get<std::string>()}, draft.number(rows)}});
  }
  draft.table(std::move(progress));
}

}  // namespace

void add_limits(ReportDraft& draft) {
  draft.heading(1, "What these files cannot tell");
  ItemList limits;
  for (const std::string_view limit : kLimits) limits.items.push_back({{std::string(limit)}});
  draft.document.blocks.emplace_back(std::move(limits));
}

void add_accuracy(ReportDraft& draft) {
  draft.heading(1, "Accuracy");
  draft.paragraph(
      "Not measured. No random sample of these decisions has been reviewed by people who did not know the answers. "
      "Until one has, nobody can say how often a decision here is wrong.",
      Paragraph::Kind::kCaution);
  Table table{"To be filled in when a sample has been reviewed", {},
              {text_column("Stratum", 3), text_column("Sample", 1.4), text_column("Reviewers", 1.4),
               text_column("Disagreements", 1.6), text_column("Wrong grants", 1.6), text_column("Wrong denials", 1.6)},
              {}};
  for (const char* stratum : {"Dismissals", "Reductions", "No relief", "Reviews"}) {
    TableRow row{TableRow::Kind::kBody, {{stratum}}};
    for (int i = 0; i < 5; ++i) row.cells.push_back({"not measured"});
    table.rows.push_back(std::move(row));
  }
  draft.table(std::move(table));
  add_kept_review(draft);
}

void add_later(ReportDraft& draft) {
  draft.heading(1, "What comes later, from courts and people");
  Table table{"Not part of this run", {}, {text_column("What", 5), text_column("From whom", 3),
              text_column("Figure", 1.8)}, {}};
  for (const Later& later : kLater) {
    table.rows.push_back({TableRow::Kind::kBody,
                          {{std::string(later.what)}, {std::string(later.from)}, {"not recorded yet"}}});
  }
  draft.table(std::move(table));
}

namespace {

// Who signs must see that not all was read from the state's files.
void add_supplied_facts(ReportDraft& draft) {
  const SummaryPart& run = draft.summary.at("run");
  if (!run.contains("facts") || run.at("facts").empty()) {  // summaries of earlier versions do not say
    draft.paragraph("Nobody supplied facts: everything was read from these files.");
    return;
  }
  Table files{"Files of facts that somebody supplied",
              {},
              {text_column("File", 2), number_column("Bytes", 1.4), text_column("SHA-256", 5)},
              {}};
  std::size_t number = 0;
  for (const SummaryPart& file : run.at("facts")) {
    ++number;
    files.rows.push_back({TableRow::Kind::kBody,
                          {{draft.is_public() ? "File " + std::to_string(number) : file.at("name").get<std::string>()},
                           {grouped(file.at("bytes").get<std::uint64_t>())},
                           {file.at("sha256").get<std::string>()}}});
  }
  draft.table(std::move(files));
  const SummaryPart& figure = draft.summary.at("record").at("supplied_facts");
  Table used{"Facts that somebody supplied, and that were used",
             definition_of(figure),
             {text_column("Fact", 5), number_column("Used", 1.4)},
             {}};
  for (const SummaryPart& line : figure.at("table")) {
    std::string words = line.at("fact").get<std::string>();
    std::replace(words.begin(), words.end(), '_', ' ');
    const NamedCount count{"supplied." + words, line.at("used").get<std::uint64_t>()};
    used.rows.push_back({TableRow::Kind::kBody, {{words}, draft.number(count)}});
  }
  draft.table(std::move(used), "None of them was needed.");
}

}  // namespace

void add_run(ReportDraft& draft) {
  const SummaryPart& run = draft.summary.at("run");
  draft.heading(1, "The run, and who answers for it");
  Table inputs{"Files that were read", {}, {text_column("File", 2), number_column("Rows", 1.1),
               number_column("Bytes", 1.4), text_column("SHA-256", 5)}, {}};
  std::size_t number = 0;
  for (const SummaryPart& input : run.at("inputs")) {
    ++number;
    inputs.rows.push_back({TableRow::Kind::kBody,
                           {{draft.is_public() ? "File " + std::to_string(number) : input.at("name").get<std::string>()},
                            {grouped(input.at("rows").get<std::uint64_t>())},
                            {grouped(input.at("bytes").get<std::uint64_t>())},
                            {input.at("sha256").get<std::string>()}}});
  }
  draft.table(std::move(inputs));
  add_supplied_facts(draft);
  draft.paragraph("Program: Redress " + run.at("program_version").get<std::string>() +
                  ". Policy: " + run.at("policy").at("id").get<std::string>() + ", version " +
                  run.at("policy").at("version").get<std::string>() +
                  ". The same files, supplied facts, policy and as-of date give the same report, byte for byte; "
                  "manifest.json names everything that the run used.");
  draft.document.blocks.emplace_back(
      Blanks{{"Agency and unit", "Files received from the Department of Justice on", "Run by", "Reviewed by",
              "Approved by (name and title)", "Signature", "Date"}});
}

void add_first_reviews(ReportDraft& draft) {
  Table table{
      "The first decisions that wait for a person, in the order of the file",
      {},
      {text_column("Row", 1.9), text_column("Person", 2.9), text_column("Case", 1.5), text_column("Charge", 2.3),
       text_column("Date", 1.5), text_column("Answer or what is possible, and why it waits", 3.6)},
      {}};
  for (const WaitingDecision& one : draft.source.waiting) {
    const bool is_open = !one.facts.empty() && !one.possible.empty();
    std::string open = is_open ? one.possible + "\n" + one.facts : one.determination;
    if (!one.schedule.empty()) open += "\n" + one.schedule;
    table.rows.push_back({TableRow::Kind::kBody,
                          {{one.row}, {one.person + "\n" + one.name}, {one.case_numbers}, {one.charge}, {one.date},
                           {std::move(open)}}});
  }
  if (table.rows.empty()) return;
  draft.heading(1, "Decisions to look at first");
  draft.paragraph(
      "The first of the run's review queue, whatever the office has decided since: schedules E, F and H, without "
      "what other offices decide. The sheet \"Review queue\" of convictions.xlsx has them all until "
      "the office decides; \"Row\" is the number in its column Source row.");
  draft.table(std::move(table));
}

}  // namespace redress::write
