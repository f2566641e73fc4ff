// base/text_memo.h: what was worked out for a text, remembered: a file repeats a few thousand texts over and over.
// Not here: what is worked out. One object per thread; bottom of the house.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes_hash.h"
#include "base/same_bytes.h"

namespace redress {

// Bounded, whatever a file holds: past `most` texts all are forgotten, and a text longer than `longest_bytes` is never
// kept.
template <class Value>
class TextMemo {
 public:
  static constexpr std::size_t kMostTexts = 1U << 14U;
  static constexpr std::size_t kLongestBytes = 200;

  explicit TextMemo(std::size_t most = kMostTexts, std::size_t longest_bytes = kLongestBytes)
      : most_(most), longest_bytes_(longest_bytes), slots_(kFewestSlots) {}

  TextMemo(const TextMemo&) = delete;
  TextMemo& operator=(const TextMemo&) = delete;

  // What work_out(text) gives, or gave before. Lives until the next call. REQUIRES: it depends on the text alone.
  template <class WorkOut>
  const Value& of(std::string_view text, WorkOut work_out) {
    // Rows that stand together often say the same.
    if (last_ != nullptr && same_bytes(last_->text, text)) return last_->value;
    const std::size_t hash = hash_of_bytes(text);
    std::size_t at = slot_of(hash, text);
    if (slots_[at].entry_1based != 0) {
      last_ = &entries_[slots_[at].entry_1based - 1];
      return last_->value;
    }
    if (text.size() > longest_bytes_) {
      not_kept_ = work_out(text);
      return not_kept_;
    }
    if (entries_.size() >= most_) forget();
    if (entries_.size() * 2 >= slots_.size()) grow();
    entries_.push_back({std::string(text), work_out(text)});
    slots_[slot_of(hash, text)] = {hash, static_cast<std::uint32_t>(entries_.size())};
    last_ = &entries_.back();
    return last_->value;
  }

  std::size_t size() const { return entries_.size(); }

 private:
  static constexpr std::size_t kFewestSlots = 64;

  struct Slot {
    std::size_t hash = 0;
    std::uint32_t entry_1based = 0;  // 0: free
  };
  struct Entry {
    std::string text;
    Value value;
  };

  std::size_t slot_of(std::size_t hash, std::string_view text) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].entry_1based != 0 &&
           !(slots_[at].hash == hash && same_bytes(entries_[slots_[at].entry_1based - 1].text, text))) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }

  void forget() {
    last_ = nullptr;
    entries_.clear();
    slots_.assign(kFewestSlots, {});
  }

  void grow() {
    std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    for (const Slot& slot : old) {
      if (slot.entry_1based == 0) continue;
      std::size_t at = slot.hash & (slots_.size() - 1);
      while (slots_[at].entry_1based != 0) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }

  std::size_t most_;
  std::size_t longest_bytes_;
  std::vector<Slot> slots_;      // a power of two
  std::deque<Entry> entries_;    // which never move
  const Entry* last_ = nullptr;  // asked for
  Value not_kept_{};
};

}  // namespace redress
