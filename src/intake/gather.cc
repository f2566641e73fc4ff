#include "intake/gather.h"

#include <deque>
#include <string>

#include "intake/equal_rows.h"
#include "intake/person_draft.h"
#include "intake/row_facts.h"
#include "scan/cells.h"

namespace redress::intake {

struct Gatherer::State {
  State(const RecordIndex& record_index, const model::Layout& row_layout, std::span<const std::string_view> bytes,
        const citation::SectionSet& registration, Date as_of, const SuppliedFacts* supplied_facts)
      : index(record_index),
        layout(row_layout),
        file_bytes(bytes),
        supplied(supplied_facts),
        draft(registration, static_cast<std::uint32_t>(layout.position(model::RowFact::kCountOrder)) + 1, as_of),
        equal_rows(layout, [this](std::uint32_t nth) { return record_of(index.rows[model::to_index(rows[nth])]); }) {}

  std::string_view record_of(const RowRef& ref) const {
    return file_bytes[ref.file].substr(ref.offset_bytes, ref.length_bytes);
  }

  const RecordIndex& index;
  const model::Layout& layout;
  std::span<const std::string_view> file_bytes;
  const SuppliedFacts* supplied;
  PersonDraft draft;
  EqualRows equal_rows;
  scan::Cells cells;
  std::span<const RowNumber> rows;    // of the person at hand
  std::deque<std::string> unescaped;  // texts that had doubled quotes; views of the person point here
};

Gatherer::Gatherer(const RecordIndex& index, const model::Layout& layout, std::span<const std::string_view> file_bytes,
                   const citation::SectionSet& registration, Date as_of, const SuppliedFacts* supplied)
    : state_(std::make_unique<State>(index, layout, file_bytes, registration, as_of, supplied)) {}

Gatherer::~Gatherer() = default;

const model::Person& Gatherer::gather(std::size_t person) {
  State& state = *state_;
  state.rows = state.index.rows_of(person);
  state.unescaped.clear();
  state.draft.begin(state.index.persons[person], state.rows.size());
  state.equal_rows.begin_person(state.rows.size());
  for (const RowNumber row : state.rows) {
    const RowRef& ref = state.index.rows[model::to_index(row)];
    state.cells.split(state.record_of(ref));
    const RowFacts facts = read_row(state.cells, state.layout, state.unescaped);
    const bool is_repeat = state.equal_rows.is_repeat(state.cells);
    state.draft.add(row, ref, facts, is_repeat ? Repeats::kEarlierRow : Repeats::kNothing);
  }
  return state.draft.finish(state.supplied == nullptr ? nullptr : state.supplied->of(person));
}

std::span<const UnusableRow> Gatherer::unusable_rows() const {
  return state_->draft.unusable_rows();
}

}  // namespace redress::intake
