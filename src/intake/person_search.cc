#include "intake/person_search.h"

#include <glib.h>

#include <algorithm>
#include <memory>

#include "base/text.h"
#include "intake/front_cells.h"
#include "intake/row_facts.h"
#include "scan/encoding.h"

namespace redress::intake {
namespace {

using model::RowFact;

// The word with its letters of both cases made alike, whatever the script, and a letter with its accents one character.
// REQUIRES: UTF-8 without a zero byte.
std::string folded(const std::string& word) {
  if (!scan::has_high_bytes(word)) return to_lower_ascii(word);
  const auto owned = [](gchar* text) { return std::unique_ptr<gchar, decltype(&g_free)>(text, &g_free); };
  const auto composed = owned(g_utf8_normalize(word.c_str(), -1, G_NORMALIZE_DEFAULT_COMPOSE));
  return owned(g_utf8_casefold(composed.get(), -1)).get();
}

enum class Commas : std::uint8_t { kAreWords, kAreBlanks };

// The words of a name, its letters folded, one blank after each; a comma is a word of its own or a blank.
std::string words_of_name(std::string_view text, Commas commas) {
  std::string words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.append(folded(word)).append(" ");
    word.clear();
  };
  for (const char c : scan::to_utf8(text)) {
    if (c == ',' || static_cast<unsigned char>(c) <= ' ') {
      end_word();
      if (c == ',' && commas == Commas::kAreWords) words += ", ";
    } else {
      word += c;
    }
  }
  end_word();
  return words;
}

// Holds the cells of a row against what is asked for.
class RowTest {
 public:
  RowTest(const model::Layout& layout, SearchBy by, std::string_view text) : by_(by), text_(trimmed(text)) {
    switch (by) {
      case SearchBy::kPerson: break;
      case SearchBy::kCiiNumber: cell_ = layout.position(RowFact::kCiiNumber); break;
      case SearchBy::kCaseNumber:
        cell_ = layout.position(RowFact::kCaseNumber);
        step_cell_ = layout.position(RowFact::kStepType);
        break;
      case SearchBy::kName:
        cell_ = layout.position(RowFact::kName);
        commas_ = text_.find(',') == std::string_view::npos ? Commas::kAreBlanks : Commas::kAreWords;
        words_ = words_of_name(text_, commas_);
        break;
    }
  }

  bool asks_for_nothing() const {
    return is_empty_cell(text_) || (by_ == SearchBy::kName && words_.empty()) ||
           (by_ == SearchBy::kCaseNumber && stands_for_no_number(text_));
  }

  bool holds(std::string_view record) {
    const std::string_view value = front_.value(record, cell_);
    switch (by_) {
      case SearchBy::kPerson: return false;  // the index has the ids
      case SearchBy::kCiiNumber: return equals_ignoring_case(value, text_);
      case SearchBy::kCaseNumber:
        return equals_ignoring_case(value, text_) &&
               equals_ignoring_case(front_.value(record, step_cell_), "COURT ACTION");
      case SearchBy::kName: return is_name(value);
    }
    return false;
  }

 private:
  // Rows of a person repeat the name, so that most need no second look.
  bool is_name(std::string_view value) {
    if (value == last_name_) return last_answer_;
    last_name_.assign(value);
    last_answer_ = words_of_name(value, commas_).starts_with(words_);
    return last_answer_;
  }

  SearchBy by_;
  std::string_view text_;
  std::size_t cell_ = 0;
  std::size_t step_cell_ = 0;
  Commas commas_ = Commas::kAreBlanks;
  std::string words_;
  std::string last_name_;
  bool last_answer_ = false;
  FrontCells front_;
};

FoundPeople with_id(const RecordIndex& index, std::string_view id, std::size_t most) {
  const auto found =
      std::find_if(index.persons.begin(), index.persons.end(), [&](const PersonEntry& p) { return p.id == id; });
  FoundPeople people;
  if (found == index.persons.end()) return people;
  people.count = 1;
  if (most > 0) people.people.push_back(static_cast<std::size_t>(found - index.persons.begin()));
  return people;
}

}  // namespace

FoundPeople find_people(const RecordIndex& index, const model::Layout& layout,
                        std::span<const std::string_view> file_bytes, SearchBy by, std::string_view text,
                        std::size_t most) {
  RowTest test(layout, by, text);
  if (test.asks_for_nothing()) return {};
  if (by == SearchBy::kPerson) return with_id(index, trimmed(text), most);
  std::vector<bool> matches(index.persons.size());
  for (std::size_t i = 0; i < index.spans.size(); ++i) {
    const RowSpan& span = index.spans[i];
    if (matches[span.person]) continue;
    for_each_row(span, file_bytes[index.file_of(i)], [&](std::string_view record) {
      matches[span.person] = test.holds(record);
      return !matches[span.person];
    });
  }
  FoundPeople found;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (!matches[i]) continue;
    if (found.people.size() < most) found.people.push_back(i);
    ++found.count;
  }
  return found;
}

}  // namespace redress::intake
