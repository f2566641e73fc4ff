// policy/words/name_match.h: two lists matched by a name that each item has once. Inside the room.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace redress::policy {

inline constexpr std::string_view kOnlyInA = "Only in A";
inline constexpr std::string_view kOnlyInB = "Only in B";

// `both(in A, in B)` for a name that both have, `only_one(kOnlyInA or kOnlyInB, item)` for one that one has: those of A
// in their order, then those that only B has.
template <class Item, class Name, class Both, class OnlyOne>
void match_by_name(const std::vector<Item>& in_a, const std::vector<Item>& in_b, Name name, Both both,
                   OnlyOne only_one) {
  const auto find = [&](const std::vector<Item>& items, const Item& wanted) -> const Item* {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& item) { return name(item) == name(wanted); });
    return found == items.end() ? nullptr : &*found;
  };
  for (const Item& item : in_a) {
    if (const Item* other = find(in_b, item)) {
      both(item, *other);
    } else {
      only_one(kOnlyInA, item);
    }
  }
  for (const Item& item : in_b) {
    if (find(in_a, item) == nullptr) only_one(kOnlyInB, item);
  }
}

}  // namespace redress::policy
