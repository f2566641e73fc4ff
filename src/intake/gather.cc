#include "intake/gather.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "intake/equal_rows.h"
#include "intake/person_draft.h"
#include "intake/row_facts.h"
#include "scan/cells.h"

namespace redress::intake {
namespace {

constexpr std::size_t kMostRowsKept = 1000;  // of one person: 0.4 MB

}  // namespace

struct Gatherer::State {
  State(const RecordIndex& record_index, const model::Layout& row_layout, std::span<const std::string_view> bytes,
        const citation::SectionSet& registration, Date as_of, const SuppliedFacts* supplied_facts, GatherFor whom)
      : index(record_index),
        layout(row_layout),
        file_bytes(bytes),
        supplied(supplied_facts),
        draft(registration, static_cast<std::uint32_t>(layout.position(model::RowFact::kCountOrder)) + 1, as_of,
              whom == GatherFor::kReading ? SentenceWords::kMake : SentenceWords::kLeaveEmpty),
        starts_of_row(whom == GatherFor::kWriting ? row_layout.columns.size() + 1 : 0),
        equal_rows(layout, [this](std::uint32_t nth) { return records[nth]; }) {}

  void keep_starts() {
    const auto found = cells.starts().begin();
    starts.insert(starts.end(), found, found + static_cast<std::ptrdiff_t>(kept_starts));
  }

  // How many rows the person has.
  std::size_t rows_of(const PersonEntry& entry) const {
    std::size_t rows = 0;
    for (std::uint32_t i = entry.first_span; i != RowSpan::kNone; i = index.spans[i].next) rows += index.spans[i].rows;
    return rows;
  }

  void add_rows(std::uint32_t number) {
    const RowSpan& span = index.spans[number];
    const std::uint32_t file = index.file_of(number);
    std::string_view rest = file_bytes[file].substr(span.offset_bytes);
    for (std::uint32_t i = 0; i < span.rows; ++i) {
      rest.remove_prefix(cells.split_first(rest));
      records.push_back(cells.record());
      if (kept_starts > 0) keep_starts();
      const RowFacts facts = read_row(cells, layout, unescaped, draft.asked_cells());
      const bool is_repeat = equal_rows.is_repeat(cells);
      draft.add(RowNumber{static_cast<std::uint32_t>(model::to_index(span.first)) + i}, {file, span.row_1based + i},
                facts, is_repeat ? Repeats::kEarlierRow : Repeats::kNothing);
    }
  }

  const RecordIndex& index;
  const model::Layout& layout;
  std::span<const std::string_view> file_bytes;
  const SuppliedFacts* supplied;
  PersonDraft draft;
  std::size_t starts_of_row;    // to be kept; a good row has as many
  std::size_t kept_starts = 0;  // of each row of the person at hand
  EqualRows equal_rows;
  scan::Cells cells;
  std::vector<std::string_view> records;  // of the person at hand
  std::vector<std::uint32_t> starts;      // the same, those of one row behind those of the other
  std::deque<std::string> unescaped;      // texts that had doubled quotes; views of the person point here
};

Gatherer::Gatherer(const RecordIndex& index, const model::Layout& layout, std::span<const std::string_view> file_bytes,
                   const citation::SectionSet& registration, Date as_of, const SuppliedFacts* supplied, GatherFor whom)
    : state_(std::make_unique<State>(index, layout, file_bytes, registration, as_of, supplied, whom)) {}

Gatherer::~Gatherer() = default;

const model::Person& Gatherer::gather(std::size_t person) {
  State& state = *state_;
  const PersonEntry& entry = state.index.persons[person];
  const std::size_t rows = state.rows_of(entry);
  state.unescaped.clear();
  state.records.clear();
  state.starts.clear();
  state.kept_starts = rows <= kMostRowsKept ? state.starts_of_row : 0;
  state.draft.begin(entry.id, state.index.missing_rows_of(person), rows);
  state.equal_rows.begin_person(rows);
  for (std::uint32_t i = entry.first_span; i != RowSpan::kNone; i = state.index.spans[i].next) state.add_rows(i);
  return state.draft.finish(state.supplied == nullptr ? nullptr : state.supplied->of(person));
}

std::span<const UnusableRow> Gatherer::unusable_rows() const {
  return state_->draft.unusable_rows();
}

std::span<const std::string_view> Gatherer::raw_rows() const {
  return state_->records;
}

std::span<const std::uint32_t> Gatherer::starts_of_row(std::size_t row) const {
  return std::span(state_->starts).subspan(row * state_->kept_starts, state_->kept_starts);
}

}  // namespace redress::intake
