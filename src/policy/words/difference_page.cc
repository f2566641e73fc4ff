#include "policy/words/difference_page.h"

#include <utility>

#include "base/wrapped_text.h"

namespace redress::policy {
namespace {

constexpr std::size_t kItemIndent = 2;
constexpr std::size_t kLabelIndent = 4;
constexpr std::size_t kSideIndent = 6;
constexpr std::size_t kWordsColumn = 21;
constexpr std::size_t kHangingIndent = 4;

std::string side(std::string_view label, std::string_view text, std::size_t indent) {
  return labeled_paragraph(label, text.empty() ? "nothing" : text, indent, kWordsColumn);
}

std::string side(std::string_view label, const std::vector<std::string>& paragraphs, std::size_t indent) {
  std::string text = side(label, paragraphs.front(), indent);
  for (std::size_t i = 1; i < paragraphs.size(); ++i) {
    text += paragraph(paragraphs[i], kWordsColumn, kWordsColumn + kHangingIndent);
  }
  return text;
}

}  // namespace

std::string listed(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : "; ") + text;
  return list;
}

void DifferencePage::section(std::string_view title) {
  title_ = title;
  item_.clear();
}

void DifferencePage::item(std::string text) {
  item_ = std::move(text);
}

void DifferencePage::show_headings() {
  const bool is_first = !title_.empty();
  if (is_first) text_ += "\n" + std::exchange(title_, {}) + "\n\n";
  if (item_.empty()) return;
  text_ += (is_first ? "" : "\n") + paragraph(std::exchange(item_, {}), kItemIndent, kItemIndent + 2);
}

void DifferencePage::sides(std::string_view label, const std::string& a, const std::string& b, Weight weight) {
  if (a == b) return;
  show_headings();
  add_weight(weight);
  text_ += paragraph(label, kLabelIndent, kLabelIndent) + side("A", a, kSideIndent) + side("B", b, kSideIndent);
}

void DifferencePage::conditions(std::string_view label, const std::vector<std::string>& a,
                                const std::vector<std::string>& b, Weight weight) {
  show_headings();
  add_weight(weight);
  text_ += paragraph(label, kLabelIndent, kLabelIndent) + side("A", a, kSideIndent) + side("B", b, kSideIndent);
}

void DifferencePage::line(std::string_view label, std::string_view text, Weight weight) {
  if (text.empty()) return;
  show_headings();
  add_weight(weight);
  text_ += side(label, text, kLabelIndent);
}

void DifferencePage::condition(std::string_view label, const std::vector<std::string>& paragraphs) {
  show_headings();
  add_weight(Weight::kCriteria);
  text_ += side(label, paragraphs, kLabelIndent);
}

}  // namespace redress::policy
