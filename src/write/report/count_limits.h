// write/report/count_limits.h: how large hidden counts may be for all that the told ones and their sums say together,
// as a linear program. Not here: which are hidden for that (counts.h), quicker answers (count_reader.h). Inside the
// room.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace redress::write {

struct Numbering;  // write/report/count_reader.h

// Holds a reference, which must outlive it. One thread at a time.
class CountLimits {
 public:
  // Whether the library that solves linear programs is on this machine.
  static bool is_available();

  // REQUIRES: is_available().
  explicit CountLimits(const Numbering& numbering);
  ~CountLimits();
  CountLimits(const CountLimits&) = delete;
  CountLimits& operator=(const CountLimits&) = delete;

  // The first small count, by number, that can be no larger one, those whose flag is set left out: its most, over all
  // numbers that give the told counts and the sums, is small. What is printed only where there is some, and what is
  // told as none, are known as such to the reader: no hidden count that has some may be none. Numbers need not be whole
  // here: a count that only whole numbers would keep small is not found. Where the program finds no answer, the count
  // is taken for given away. Cost: one linear program for each small count of which no earlier answer shows that it may
  // be larger.
  std::optional<std::size_t> one_given_away(const std::vector<bool>& is_hidden, const std::vector<bool>& left_out);

 private:
  struct Model;

  bool is_shown_large(std::size_t count, const std::vector<bool>& is_hidden) const;
  bool may_be_large(std::size_t count);

  const Numbering& numbering_;
  std::unique_ptr<Model> model_;
  // By count: numbers for all of them, with which this one is not small; empty where none were found yet.
  std::vector<std::shared_ptr<const std::vector<double>>> shown_large_;
};

}  // namespace redress::write
