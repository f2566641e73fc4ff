// intake/gather.h: the rows of one person → the person's record. The one place where the flow waits for all of a
// person's rows. Not here: law, decisions. One Gatherer per thread; the index, layout and bytes are shared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "citation/section_set.h"
#include "intake/record_index.h"
#include "intake/supplied_facts.h"
#include "model/layout.h"
#include "model/person.h"
#include "redress/date.h"

namespace redress::intake {

// A row whose count cannot be identified: counted as out, and a reject too.
struct UnusableRow {
  RowNumber row{};
  std::uint32_t column_1based = 0;
};

// For whom records are gathered. What only some of them need costs the others nothing.
enum class GatherFor : std::uint8_t {
  kReading,   // somebody reads of the person: sentences in words too
  kDeciding,  // sentence_words stay empty
  kWriting,   // the same, and where the cells of each row begin is kept
};

class Gatherer {
 public:
  // `file_bytes` by file; `registration` is the set of sections that oblige a person to register; `supplied`, which may
  // be null, the facts that fill in what the files leave unknown. All must outlive this. `as_of`: a birth date after it
  // is unknown.
  Gatherer(const RecordIndex& index, const model::Layout& layout, std::span<const std::string_view> file_bytes,
           const citation::SectionSet& registration, Date as_of, const SuppliedFacts* supplied = nullptr,
           GatherFor whom = GatherFor::kReading);
  ~Gatherer();
  Gatherer(const Gatherer&) = delete;
  Gatherer& operator=(const Gatherer&) = delete;

  // The record of one person; it and all views in it live until the next call. Rules: doj-research-file, "Facts of a
  // row" and "Facts of a person". REQUIRES: person < index.persons.size(). Cost: linear in the person's rows.
  const model::Person& gather(std::size_t person);

  // Of the person gathered last.
  std::span<const UnusableRow> unusable_rows() const;

  // The rows of the person gathered last as they stand in the files, without line ends, in the order of person.rows.
  // They live as long as the files' bytes, the list until the next call.
  std::span<const std::string_view> raw_rows() const;

  // Of one of them: where each cell of the layout begins, and where the one behind the last would, as scan::Cells has
  // them. As long as raw_rows. Nothing unless gathered for writing, and of a person of very many rows.
  std::span<const std::uint32_t> starts_of_row(std::size_t row) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace redress::intake
