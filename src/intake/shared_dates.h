// intake/shared_dates.h: which dates of a person are one day, known or not: those of one cycle and step with one text.
// Not here: what the text says (row_facts.h). Source: doj-research-file, "Facts of a person". Inside this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "intake/hash_slots.h"

namespace redress::intake {

class SharedDates {
 public:
  // Makes room for the dates of so many counts.
  void begin_person(std::size_t counts);

  // From 1; the same for the same cycle, step and text, in any case of its letters. `text` must live until the next
  // person.
  std::uint32_t identity_of(std::uint32_t case_key, std::string_view text);

 private:
  struct Entry {
    std::uint32_t case_key = 0;
    std::string_view text;
  };

  HashSlots slots_;
  std::vector<Entry> entries_;
};

}  // namespace redress::intake
