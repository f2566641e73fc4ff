#include "synth/row_writer.h"

#include <algorithm>
#include <array>

#include "synth/dice.h"
#include "synth/row_texts.h"

namespace redress::synth {
namespace {

using model::RowFact;
using Text = std::string_view;

constexpr std::array<Text, 6> kWords{"BROWN", "BLACK", "HAZEL", "BLUE", "GREEN", "GRAY"};
constexpr std::array<Text, 7> kPlaces{"CALIFORNIA", "CALIFORNIA", "NEVADA", "ARIZONA", "MEXICO", "TEXAS", "VIETNAM"};
// Files come from fields of fixed width; a part of the blanks is left in.
constexpr Text kBlanks = "                          ";

void append_digits(std::uint64_t number, int digits, std::string& out) {
  ShortText text;
  text.append_number(number, digits);
  out += text.view();
}

// The same code for the same text, as a code table would have it.
void append_code_of(CellText text, std::string& out) {
  if (text.is_empty()) return;
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const Text piece : {text.first, text.second}) {
    for (const char letter : piece) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
  }
  append_digits(hash >> 24, 5, out);
}

Text unit_word(Text unit) {
  if (unit == "D") return "DAYS      ";
  if (unit == "M") return "MONTHS    ";
  return unit == "Y" ? "YEARS     " : "          ";
}

std::uint64_t ordinal_in(Scope scope, const PlannedRow& row) {
  switch (scope) {
    case Scope::kCycle: return row.cycle;
    case Scope::kStep: return row.step;
    case Scope::kCount: return row.count;
    case Scope::kPart: return row.part;
    case Scope::kRow:
    case Scope::kRequest:
    case Scope::kPerson: return 1;
  }
  return 1;
}

}  // namespace

RowWriter::RowWriter(const model::Layout& layout) : columns_(plan_columns(layout)) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i == 0 || columns_[i].scope != columns_[i - 1].scope) stretches_.push_back({columns_[i].scope, i, i, {}});
    stretches_.back().end = i + 1;
  }
}

void RowWriter::begin(const Life& life) {
  life_ = &life;
  has_last_ = false;
  rows_of_life_ = 0;
}

bool RowWriter::stands_unchanged(Scope scope, const PlannedRow& row) const {
  if (!has_last_ || row.altered || last_.altered) return false;
  const bool same_cycle = row.cycle == last_.cycle;
  const bool same_step = same_cycle && row.step == last_.step;
  switch (scope) {
    case Scope::kRow:
    case Scope::kPart: return false;
    case Scope::kRequest: return row.copy == last_.copy;
    case Scope::kPerson: return true;
    case Scope::kCycle: return same_cycle;
    case Scope::kStep: return same_step;
    case Scope::kCount: return same_step && row.count == last_.count;
  }
  return false;
}

// A number that stays the same over the scope of the column.
std::uint64_t RowWriter::draw(std::size_t column, const PlannedRow& row) const {
  std::uint64_t place = 0;
  switch (columns_[std::min(column, columns_.size() - 1)].scope) {
    case Scope::kRow:
    case Scope::kPart: place = row.part; [[fallthrough]];
    case Scope::kCount: place = place << 16 | row.count; [[fallthrough]];
    case Scope::kStep: place = place << 16 | row.step; [[fallthrough]];
    case Scope::kCycle: place = place << 16 | row.cycle; break;
    case Scope::kRequest:
    case Scope::kPerson: break;
  }
  return mixed(mixed(life_->key + column) + place);
}

// Filler of the parts that tell who the person is; a copy was asked for by another request, under another name.
void RowWriter::append_request_or_person(Filling filling, std::uint64_t drawn, const PlannedRow& row,
                                         std::string& out) const {
  const std::uint64_t own = mixed(life_->key + row.copy * 0x9E3779B97F4A7C15U);
  switch (filling) {
    case Filling::kName:
      append_cell_text({row.copy == 0 ? life_->name : life_->other_name, {}}, CellStyle::kPlain, out);
      break;
    case Filling::kSex: out += life_->sex; break;
    case Filling::kBirthDate: append_cell_text({row.birth_date.view(), {}}, CellStyle::kPlain, out); break;
    case Filling::kCiiNumber:
      if (row.copy == 0) {
        out += life_->cii_number.view();
      } else {
        out += 'A';
        append_digits(own, 8, out);
      }
      break;
    case Filling::kSecretDigits:
      out += "000";
      append_digits(own >> 8, 6, out);
      break;
    case Filling::kSecretLetter:
      out += 'X';
      append_digits(own >> 16, 7, out);
      break;
    case Filling::kIdentityNumber:
      if (drawn % 3 == 0) append_digits(drawn >> 8, 7, out);
      break;
    case Filling::kAppearanceCode: out += kWords[drawn % kWords.size()].substr(0, 3); break;
    case Filling::kAppearanceWord: out += kWords[drawn % kWords.size()]; break;
    case Filling::kHeight: append_digits(500 + drawn % 2 * 100 + (drawn >> 8) % 12, 3, out); break;
    case Filling::kWeight: append_digits(110 + drawn % 140, 3, out); break;
    case Filling::kBirthPlaceCode: out += kPlaces[life_->key % kPlaces.size()].substr(0, 2); break;
    case Filling::kBirthPlace: out += kPlaces[life_->key % kPlaces.size()]; break;
    default: break;
  }
}

void RowWriter::append_cell(std::size_t column, const PlannedRow& row, std::string& out) const {
  const ColumnPlan& plan = columns_[column];
  switch (plan.filling) {
    case Filling::kFact:
      if (plan.fact == RowFact::kRecord) {
        out += life_->person_id.view();
        append_digits(rows_of_life_, 4, out);
      } else if (plan.fact == RowFact::kAgency && row.fault == Fault::kStrayQuote) {
        out += row.agency_kind;
        out += " ST\"RAY";
      } else {
        append_cell_text(text_of(plan.fact, *life_, row), is_free_text(plan.fact) ? row.style : CellStyle::kPlain, out);
      }
      break;
    case Filling::kMark: out += '#'; break;
    case Filling::kBlank: break;
    case Filling::kBlanks: out += kBlanks; break;
    case Filling::kCodeOfNext:
      if (plan.fact == RowFact::kRace) {
        out += life_->race.substr(0, 1);
      } else {
        append_code_of(text_of(plan.fact, *life_, row), out);
      }
      break;
    case Filling::kLevelOfText:
      if (!text_of(plan.fact, *life_, row).is_empty()) {
        append_cell_text({row.offense_level, {}}, CellStyle::kPlain, out);
      }
      break;
    case Filling::kOrdinal: out += decimal(ordinal_in(plan.scope, row)).view(); break;
    case Filling::kAge: out += decimal(row.age_years).view(); break;
    case Filling::kUnitWord: out += unit_word(row.sentence_unit); break;
    case Filling::kRecordNumber: {
      const std::uint64_t drawn = draw(column, row);
      if (drawn % 8 == 0) append_digits(drawn >> 8, 8, out);
      break;
    }
    // The code stands before its word and is drawn as the word is.
    case Filling::kAppearanceCode: append_request_or_person(plan.filling, draw(column + 1, row), row, out); break;
    default: append_request_or_person(plan.filling, draw(column, row), row, out); break;
  }
}

void RowWriter::rebuild(Stretch& stretch, const PlannedRow& row) const {
  stretch.text.clear();
  for (std::size_t i = stretch.first; i < stretch.end; ++i) {
    append_cell(i, row, stretch.text);
    stretch.text += ',';
  }
}

void RowWriter::append(const PlannedRow& row, std::string& out) {
  ++rows_of_life_;
  for (Stretch& stretch : stretches_) {
    if (!stands_unchanged(stretch.scope, row)) rebuild(stretch, row);
    out += stretch.text;
  }
  if (row.fault != Fault::kExtraComma) out.pop_back();  // each cell came with a comma after it
  if (row.fault == Fault::kCellMissing) out.resize(out.rfind(','));
  out += '\n';
  if (row.empty_line_after) out += '\n';
  last_ = row;
  has_last_ = true;
}

}  // namespace redress::synth
