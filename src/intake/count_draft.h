// intake/count_draft.h: a conviction in the making: the facts of one count from its convicted rows, in file order.
// Not here: which rows are one count's (person_draft.h). Source: doj-research-file, "Facts of a person".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "intake/charge_of_count.h"
#include "intake/charge_reader.h"
#include "intake/row_facts.h"
#include "model/person.h"

namespace redress::intake {

// A sentence as a reader wants it costs more than all its other facts.
enum class SentenceWords : std::uint8_t { kMake, kLeaveEmpty };

// A row of a count, and the file in which it stands.
struct CountRow {
  model::RowNumber number{};
  std::uint32_t file = 0;
};

class CountDraft {
 public:
  // `record` is the index of its first row among the records of the person. Texts of facts must live until finish().
  CountDraft(const CountIdentity& count, std::size_t record, SentenceWords words);

  // A convicted row of the count. What is wrong with this row alone is added to `notes`.
  void add(CountRow row, const RowFacts& facts, ChargeReader& charges, std::vector<model::Note>& notes);

  // A row of the count names relief already entered; `is_final`: such that nothing is left to ask for.
  void add_relief(bool is_final) {
    is_relief_entered_ = true;
    conviction_.relief_is_entered = conviction_.relief_is_entered || is_final;
  }

  // For dates that are the same day, known or not: the text that all its rows agree on, empty cells left out. False
  // when two differ.
  bool has_one_date_text() const { return date_.doubt != model::Doubt::kContradictory; }
  std::string_view date_text() const { return date_text_; }

  // Of the first row.
  std::string_view cycle_date_text() const { return cycle_date_text_; }

  std::uint32_t case_key() const { return conviction_.case_key; }
  std::string_view count_text() const { return conviction_.count; }
  std::size_t first_record() const { return first_record_; }

  // The conviction, and the notes about its facts added to `notes`. `identity`: of its date, 0 for none. Only what is
  // said of the first row may be asked for afterwards.
  model::Conviction finish(std::uint32_t identity, std::vector<model::Note>& notes);

 private:
  void add_date(const RowFacts& facts);
  void add_level(const RowFacts& facts);
  void add_county(const RowFacts& facts);
  void add_charge(const RowFacts& facts, ChargeReader& charges);
  void add_sentence(const RowFacts& facts, std::vector<model::Note>& notes);

  model::Conviction conviction_;
  std::size_t first_record_;
  std::uint32_t file_ = 0;  // of the first row
  SentenceWords words_;
  std::string_view date_text_;
  std::string_view cycle_date_text_;
  model::DateFact date_;
  std::string_view level_words_;
  model::Known<model::Level> level_;
  std::string_view county_;
  bool is_county_contradictory_ = false;
  ChargeOfCount charge_;
  bool is_relief_entered_ = false;
};

}  // namespace redress::intake
