// write/report/report_draft.h: a report while it is put together: its blocks, and the counts that they tell.
// Not here: what its parts say (section_*.cc), hiding small counts (report_document.cc). Inside the room.
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "write/report/counts.h"
#include "write/report/document.h"
#include "write/report/report_document.h"

namespace redress::write {

using SummaryPart = nlohmann::ordered_json;

// A count under the name by which the sums know it.
struct NamedCount {
  std::string name;
  std::uint64_t value = 0;
};

struct ReportDraft {
  const SummaryPart& summary;
  const ReportSource& source;
  Document document = {};
  Counts counts = {};

  bool is_public() const { return source.edition == Edition::kPublic; }

  void heading(int level, std::string text);
  void paragraph(std::string text, Paragraph::Kind kind = Paragraph::Kind::kBody);
  void paragraph(Words words, Paragraph::Kind kind = Paragraph::Kind::kBody);
  // A table without rows is a sentence instead: `if_empty`.
  void table(Table table, std::string if_empty = {});
  void chart(Chart chart);

  Cell number(const NamedCount& count, Counts::Of of = Counts::Of::kPeople);
  // "12", or "12 to 15" where they differ. In public "at least 12": two ranges give away what lies between them.
  Cell range(const std::string& name, const SummaryPart& bounds);
  // The definition of such a figure; in public without what it says of the upper bound, which is not told there.
  std::string definition_of_range(const SummaryPart& figure) const;
  // "42.1 %"; empty for a total of 0.
  Cell share(const NamedCount& part, const NamedCount& total);
  BarPart bar_part(const NamedCount& count);

  // The figure {"value", "definition"} under this key of a section of the summary.
  NamedCount figure(const SummaryPart& section, const std::string& key) const;
};

// The definition of a figure of the summary.
std::string definition_of(const SummaryPart& figure);

// A text of the summary, or `if_null`.
std::string text_or(const SummaryPart& value, std::string_view if_null);

Column text_column(std::string name, double share);
Column number_column(std::string name, double share = 1);

// The parts of the report, in this order.
void add_glance(ReportDraft& draft);
void add_criteria(ReportDraft& draft);
void add_reconciliation(ReportDraft& draft);
void add_decisions(ReportDraft& draft);
void add_side_by_side(ReportDraft& draft);
void add_reviews(ReportDraft& draft);
void add_impact(ReportDraft& draft);
void add_quality(ReportDraft& draft);
void add_limits(ReportDraft& draft);
void add_accuracy(ReportDraft& draft);
void add_later(ReportDraft& draft);
void add_run(ReportDraft& draft);
void add_first_reviews(ReportDraft& draft);
void add_other_criteria(ReportDraft& draft);

}  // namespace redress::write
