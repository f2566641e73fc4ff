// tests/properties/sketch.h: the record of one invented person as the cells of its rows, to be changed cell by cell.
// Gives its lines, its form as test code, and smaller records to try when a property fails.
// Not here: how records are drawn (record_dice.h), what makes a fact unknown (doubts.h).
#pragma once

#include <cstddef>
#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/layout.h"

namespace redress::testing {

using model::RowFact;

// The cells that are not empty; the person's identifier is added when a line is written.
struct SketchRow {
  std::map<RowFact, std::string> cells;

  std::string_view operator[](RowFact fact) const;
  void set(RowFact fact, std::string text);
  bool is_convicted() const;
  bool is_step(std::string_view words) const;
  std::string_view count() const { return (*this)[RowFact::kCountOrder]; }
  std::string_view case_key() const { return count().substr(0, 6); }  // cycle and step
  // The cell that holds the charge: the offense, or the comment that stands for it.
  RowFact charge_cell() const;

  friend bool operator==(const SketchRow&, const SketchRow&) = default;
};

struct Sketch {
  std::vector<SketchRow> rows;

  friend bool operator==(const Sketch&, const Sketch&) = default;
};

struct Edit {
  std::size_t row = 0;
  RowFact fact = RowFact::kRecord;
  std::string text;
};
using Edits = std::vector<Edit>;

Sketch with(Sketch sketch, const Edits& edits);

// A line of the file, without its end.
std::string line_of(const SketchRow& row, std::string_view person);

// All rows of a person, each with its line end.
std::string lines_of(const Sketch& sketch, std::string_view person);

// Every record that is one thing smaller or plainer: a row or a count left out, a cell emptied, a plainer text. Facts
// that were known stay known. Repeating this ends.
std::vector<Sketch> smaller(const Sketch& sketch);

// As test code: the rows built with DojRow, ready to be pasted.
std::ostream& operator<<(std::ostream& out, const Sketch& sketch);

}  // namespace redress::testing
