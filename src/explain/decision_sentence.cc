#include "explain/decision_sentence.h"

#include <string_view>

namespace redress::explain {
namespace {

// "5 older-than-age" → "5".
std::string_view number_of(std::string_view step) {
  return step.substr(0, step.find(' '));
}

std::string conviction_words(const model::DecisionTexts& row) {
  std::string words = "The conviction";
  const bool has_date = !row.conviction_date.empty() && row.conviction_date != "-";
  words += has_date ? " of " + row.conviction_date : std::string(" without a certain date");
  words += row.offense.empty() ? ", whose charge is not recorded," : " for " + row.offense;
  if (!row.case_numbers.empty()) words += " (case " + row.case_numbers + ")";
  return words;
}

// What keeps the answer open, or why it is as it is.
std::string ground_words(const model::DecisionTexts& row) {
  if (row.step.empty() && !row.deciding_facts.empty()) {
    std::string words = ", because this is not known: " + row.deciding_facts;
    if (!row.possible.empty()) words += "; once it is, the answer may be: " + row.possible;
    return words;
  }
  std::string words;
  if (!row.step.empty()) words.append(", step ").append(number_of(row.step));
  if (!row.reason.empty()) words += ": " + row.reason;
  return words;
}

}  // namespace

std::string decision_sentence(const model::DecisionTexts& row, Criteria criteria) {
  const bool by_statute = criteria == Criteria::kStatute;
  std::string sentence = conviction_words(row) + " is \"" + row.determination +
                         (by_statute ? "\" by the statute itself" : "\" under the office's policy");
  sentence += ground_words(row);
  if (!by_statute && !row.statutory_relief.empty())
    sentence += "; the statute by itself gives \"" + row.statutory_relief + "\"";
  if (!row.changes_on.empty()) sentence += "; time alone gives another answer from " + row.changes_on + " on";
  sentence += '.';
  return sentence;
}

}  // namespace redress::explain
