// intake/case_number_list.h: the case numbers of a person by cycle and step, in file order without repeats.
// Not here: which rows have one (row_facts.h). Inside this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "intake/hash_slots.h"
#include "model/person.h"

namespace redress::intake {

class CaseNumberList {
 public:
  void begin_person(std::size_t rows);

  // Adds the number to those of the case unless it is there, in any case of its letters. `number` must live until the
  // next person.
  void add(std::uint32_t case_key, std::string_view number, std::vector<model::CaseNumbers>& cases);

 private:
  struct Entry {
    std::uint32_t case_key = 0;
    std::string_view number;
  };

  HashSlots case_slots_;
  HashSlots entry_slots_;
  std::vector<Entry> entries_;
};

}  // namespace redress::intake
