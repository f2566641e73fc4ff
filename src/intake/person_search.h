// intake/person_search.h: whose rows carry an id, a CII number, a case number or a name.
// Not here: the person's record (gather.h), words for what was not found (run). Reads the rows one after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intake/record_index.h"
#include "model/layout.h"

namespace redress::intake {

enum class SearchBy : std::uint8_t { kPerson, kCiiNumber, kCaseNumber, kName };

struct FoundPeople {
  std::vector<std::size_t> people;  // indexes in the index, in order of first appearance; at most as many as asked for
  std::uint64_t count = 0;          // all that match
};

// The people of whom a row says what is asked for, trimmed and without regard to case:
//   kPerson      the person's id, which is compared with its case;
//   kCiiNumber   the CII number;
//   kCaseNumber  the case number of a court action;
//   kName        the name, or its beginning by whole words: "LEE, ANA" finds "LEE,ANA MARIE". Blanks around the comma
//                do not matter; without a comma, neither does the file's. Letters of any script fold, accents too.
// An empty text finds nobody, nor does what stands for no case number. Cost: linear in the bytes of the rows before the
// cell; memory of one bit per person.
FoundPeople find_people(const RecordIndex& index, const model::Layout& layout,
                        std::span<const std::string_view> file_bytes, SearchBy by, std::string_view text,
                        std::size_t most);

}  // namespace redress::intake
