// policy/words/difference_page.h: the page on which differences of two policies are written, one side under the other.
// Not here: finding them (policy_difference.cc). Inside the room. Headings stand only where something follows them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace redress::policy {

// Whether a difference can change an answer, or only the words that go with it.
enum class Weight : std::uint8_t { kCriteria, kWording };

// "one; two; three".
std::string listed(const std::vector<std::string>& texts);

class DifferencePage {
 public:
  void section(std::string_view title);  // a heading; a new item
  void item(std::string text);           // what the next lines are about

  // One label with the text of A and of B, where they are not the same. An empty text is "nothing".
  void sides(std::string_view label, const std::string& a, const std::string& b, Weight weight);
  // The same of conditions, as paragraphs; always shown.
  void conditions(std::string_view label, const std::vector<std::string>& a, const std::vector<std::string>& b,
                  Weight weight = Weight::kCriteria);
  // A label with one text; nothing for an empty one.
  void line(std::string_view label, std::string_view text, Weight weight);
  // The same of a condition.
  void condition(std::string_view label, const std::vector<std::string>& paragraphs);

  const std::string& text() const { return text_; }
  bool has_criteria() const { return has_criteria_; }

 private:
  void show_headings();
  void add_weight(Weight weight) { has_criteria_ = has_criteria_ || weight == Weight::kCriteria; }

  std::string text_;
  std::string title_;  // not yet shown
  std::string item_;   // not yet shown
  bool has_criteria_ = false;
};

}  // namespace redress::policy
