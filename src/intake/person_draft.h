// intake/person_draft.h: a person's record in the making, row by row in file order.
// Not here: reading rows and finding equal ones (gather.cc), one count's facts (count_draft.h). One object per thread.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "citation/section_set.h"
#include "intake/arrests.h"
#include "intake/birth_dates.h"
#include "intake/case_number_list.h"
#include "intake/charge_reader.h"
#include "intake/count_draft.h"
#include "intake/gather.h"
#include "intake/hash_slots.h"
#include "intake/relief_entered.h"
#include "intake/row_facts.h"
#include "intake/shared_dates.h"
#include "intake/supplied_facts.h"
#include "model/person.h"

namespace redress::intake {

enum class Repeats : std::uint8_t { kNothing, kEarlierRow };

// Where a row stands, for messages. From 1.
struct DraftPlace {
  std::uint32_t file = 0;
  std::uint64_t row_1based = 0;
};

class PersonDraft {
 public:
  // `registration` must outlive this. `count_column_1based`: where rows say their count.
  PersonDraft(const citation::SectionSet& registration, std::uint32_t count_column_1based, Date as_of,
              SentenceWords words);

  void begin(std::string_view id, std::span<const model::MissingRow> missing_rows, std::size_t rows);

  // Which cells of the next row are still asked for.
  PersonCells asked_cells() const;

  // The next row. Texts of `facts` must live until the next begin(). A row that repeats an earlier one is kept as a row
  // and adds no fact.
  void add(RowNumber row, DraftPlace place, const RowFacts& facts, Repeats repeats);

  // The record, with what somebody supplied filled in; it lives until the next begin(). `supplied` may be null.
  const model::Person& finish(const PersonFacts* supplied);

  std::span<const UnusableRow> unusable_rows() const { return unusable_rows_; }

 private:
  void add_facts(model::RowRecord& record, std::uint32_t file, const RowFacts& facts);
  void add_person_cells(RowNumber row, const RowFacts& facts);
  void add_step(model::RowRecord& record, const RowFacts& facts);
  void add_registration(const model::RowRecord& record, const RowFacts& facts);
  void add_conviction(model::RowRecord& record, std::uint32_t file, const RowFacts& facts);
  void add_unusable_conviction(model::RowRecord& record, std::uint32_t file, const RowFacts& facts);
  void add_other_row(model::RowRecord& record, const RowFacts& facts);
  CountDraft* count_of(const RowFacts& facts);
  void finish_convictions();
  void finish_arrests();
  void finish_registrations();
  void finish_person();

  // A registration, and what its date is shared by.
  struct RegistrationDate {
    std::uint32_t case_key = model::RowRecord::kNoCase;
    std::string_view text;
  };

  const citation::SectionSet& registration_;
  std::uint32_t count_column_1based_;
  Date as_of_;
  SentenceWords words_;
  ChargeReader charges_;
  ReliefReader reliefs_;
  model::Person person_;
  std::vector<UnusableRow> unusable_rows_;
  std::vector<CountDraft> counts_;
  HashSlots count_slots_;
  CaseNumberList case_numbers_;
  std::vector<RegistrationDate> registration_dates_;
  SharedDates shared_dates_;
  BirthDates birth_dates_;
  Arrests arrests_;
  std::bitset<1000> cycles_;
};

}  // namespace redress::intake
