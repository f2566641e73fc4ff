#include "explain/other_charge.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "citation/cited_sections.h"

namespace redress::explain {
namespace {

using citation::Section;

// The group of the section's first subdivision; nothing where it has none or it is in no group.
std::optional<std::size_t> group_of(const Section& section, const model::ResultColumn& column) {
  if (section.subdivisions.empty()) return std::nullopt;
  for (std::size_t i = 0; i < column.groups.size(); ++i) {
    const auto& group = column.groups[i];
    if (std::find(group.begin(), group.end(), section.subdivisions.front()) != group.end()) return i;
  }
  return std::nullopt;
}

bool contradicts(const Section& cited, const Section& charged, const model::ResultColumn& column) {
  if (cited.subdivisions.empty()) return false;
  if (charged.subdivisions.empty()) return true;
  const auto a = group_of(cited, column);
  const auto b = group_of(charged, column);
  return a && b && *a != *b;
}

bool is_other(const Section& cited, const std::vector<Section>& charged, const model::ResultColumn& column) {
  std::vector<const Section*> same_number;
  for (const Section& section : charged) {
    if (section.number == cited.number) same_number.push_back(&section);
  }
  if (same_number.empty()) return true;
  if (cited.number != column.group_section) return false;
  return std::all_of(same_number.begin(), same_number.end(),
                     [&](const Section* section) { return contradicts(cited, *section, column); });
}

}  // namespace

bool comment_cites_other_charge(const model::RowRecord& row, const model::ResultColumn& column,
                                const citation::SectionSet& listed) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (std::none_of(row.comment.begin(), row.comment.end(), is_digit)) return false;  // it names no section
  if (is_empty_cell(row.comment) || is_empty_cell(row.offense)) return false;
  if (trimmed(row.charge_text) != trimmed(row.offense)) return false;
  std::vector<Section> cited = citation::sections_named_in(row.comment);
  std::erase_if(cited, [&](const Section& section) { return listed.lists(section) == Truth::kNo; });
  if (cited.empty()) return false;
  const auto offense = citation::parse_charge(row.offense);
  std::vector<Section> charged = offense ? offense->sections : std::vector<Section>{};
  // The same number under another code is another section: 11359 BP does not cite HSC 11359.
  std::erase_if(charged, [&](const Section& section) { return listed.lists(section) == Truth::kNo; });
  return std::any_of(cited.begin(), cited.end(),
                     [&](const Section& section) { return is_other(section, charged, column); });
}

}  // namespace redress::explain
