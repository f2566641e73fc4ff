#include "write/report/report_draft.h"

#include "base/text.h"

namespace redress::write {

std::string definition_of(const SummaryPart& figure) {
  return figure.at("definition").get<std::string>();
}

std::string ReportDraft::definition_of_range(const SummaryPart& figure) const {
  std::string definition = definition_of(figure);
  if (!is_public()) return definition;
  constexpr std::string_view kAtMost = "; at most";
  const std::size_t at = definition.find(kAtMost);
  return at == std::string::npos ? definition : definition.substr(0, at) + ".";
}

std::string text_or(const SummaryPart& value, std::string_view if_null) {
  return value.is_null() ? std::string(if_null) : value.get<std::string>();
}

Column text_column(std::string name, double share) {
  return {Column::Kind::kText, std::move(name), share};
}

Column number_column(std::string name, double share) {
  return {Column::Kind::kNumber, std::move(name), share};
}

void ReportDraft::heading(int level, std::string text) {
  document.blocks.emplace_back(Heading{level, std::move(text)});
}

void ReportDraft::paragraph(std::string text, Paragraph::Kind kind) {
  paragraph(Words{{std::move(text)}}, kind);
}

void ReportDraft::paragraph(Words words, Paragraph::Kind kind) {
  document.blocks.emplace_back(Paragraph{kind, std::move(words)});
}

void ReportDraft::table(Table table, std::string if_empty) {
  if (table.rows.empty()) {
    if (!if_empty.empty()) paragraph(std::move(if_empty));
    return;
  }
  document.blocks.emplace_back(std::move(table));
}

void ReportDraft::chart(Chart chart) {
  document.blocks.emplace_back(std::move(chart));
}

Cell ReportDraft::number(const NamedCount& count, Counts::Of of) {
  counts.add(count.name, count.value, of);
  return {grouped(count.value), {count.name}};
}

Cell ReportDraft::range(const std::string& name, const SummaryPart& bounds) {
  const NamedCount least{name + ", at least", bounds.at("at_least").get<std::uint64_t>()};
  const NamedCount most{name + ", at most", bounds.at("at_most").get<std::uint64_t>()};
  counts.add(least.name, least.value);
  if (is_public()) return {"at least " + grouped(least.value), {least.name}};
  counts.add(most.name, most.value);
  counts.add_rest(most.name, least.name);
  std::string text = grouped(least.value);
  if (most.value != least.value) text += " to " + grouped(most.value);
  return {std::move(text), {least.name, most.name}};
}

Cell ReportDraft::share(const NamedCount& part, const NamedCount& total) {
  counts.add(part.name, part.value);
  counts.add(total.name, total.value);
  if (total.value == 0) return {};
  // Tenths of a percent in whole numbers: no rounding that differs between machines.
  const std::uint64_t tenths = (part.value * 2000 + total.value) / (total.value * 2);
  return {std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %", {part.name, total.name}};
}

BarPart ReportDraft::bar_part(const NamedCount& count) {
  counts.add(count.name, count.value);
  return {count.value, {count.name}};
}

NamedCount ReportDraft::figure(const SummaryPart& section, const std::string& key) const {
  return {key, section.at(key).at("value").get<std::uint64_t>()};
}

}  // namespace redress::write
