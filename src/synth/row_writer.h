// synth/row_writer.h: planned rows → bytes in the columns of a layout, with invented filler where no fact stands.
// Not here: what the rows say (life.h), their order in the file (synthesize.h). No column is known by its name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/layout.h"
#include "synth/life.h"

namespace redress::synth {

// With what a cell changes, from kPerson (most rarely) to kPart; kRow: in each row; kRequest: with each copy.
enum class Scope : std::uint8_t { kRow, kRequest, kPerson, kCycle, kStep, kCount, kPart };

// What goes into a column.
enum class Filling : std::uint8_t {
  kFact, kMark, kBlank, kBlanks, kName, kSex, kBirthDate, kCiiNumber, kSecretDigits, kSecretLetter, kIdentityNumber,
  kAppearanceCode, kAppearanceWord, kHeight, kWeight, kBirthPlaceCode, kBirthPlace, kCodeOfNext, kLevelOfText, kOrdinal,
  kAge, kUnitWord, kRecordNumber,
};

struct ColumnPlan {
  Filling filling = Filling::kBlank;
  Scope scope = Scope::kRow;
  model::RowFact fact = model::RowFact::kRecord;  // of kFact; of the neighbor for kCodeOfNext and kLevelOfText
};

// What each column of the layout is filled with, from its fact, type, privacy and neighbors. Linear in the columns.
std::vector<ColumnPlan> plan_columns(const model::Layout& layout);

// Sets down rows one after another; stretches of cells that repeat from row to row are made once. One thread a writer.
class RowWriter {
 public:
  explicit RowWriter(const model::Layout& layout);

  // Rows that follow belong to this life. Keeps a reference until the next call.
  void begin(const Life& life);

  // Appends the row and its line feed (and the empty line after it, if it has one).
  void append(const PlannedRow& row, std::string& out);

 private:
  struct Stretch {
    Scope scope = Scope::kRow;
    std::size_t first = 0, end = 0;
    std::string text;  // each cell with the comma after it
  };

  bool stands_unchanged(Scope scope, const PlannedRow& row) const;
  void rebuild(Stretch& stretch, const PlannedRow& row) const;
  void append_cell(std::size_t column, const PlannedRow& row, std::string& out) const;
  void append_request_or_person(Filling filling, std::uint64_t drawn, const PlannedRow& row, std::string& out) const;
  std::uint64_t draw(std::size_t column, const PlannedRow& row) const;

  std::vector<ColumnPlan> columns_;
  std::vector<Stretch> stretches_;
  const Life* life_ = nullptr;
  PlannedRow last_;
  bool has_last_ = false;
  std::uint64_t rows_of_life_ = 0;
};

}  // namespace redress::synth
