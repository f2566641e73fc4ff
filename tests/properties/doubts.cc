#include "properties/doubts.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "citation/citation.h"

namespace redress::testing {
namespace {

constexpr std::array kChargeCells = {RowFact::kOffense, RowFact::kComment, RowFact::kConvictionOffense,
                                     RowFact::kDispositionOffense};

// The texts that say less of a date than this one does.
std::vector<std::string> vaguer(std::string_view text) {
  std::vector<std::string> texts;
  if (text.size() != 8 || text == "00000000") return texts;
  const std::string year(text.substr(0, 4));
  if (text.substr(6) != "00") texts.push_back(std::string(text.substr(0, 6)) + "00");
  if (text.substr(4) != "0000") texts.push_back(year + "0000");
  texts.insert(texts.end(), {"", "00000000"});
  return texts;
}

// "11359 HS" → "11359"; nothing where there is no code at the end.
std::optional<std::string> without_code(std::string_view charge) {
  const std::size_t blank = charge.rfind(' ');
  if (blank == std::string_view::npos || charge.size() - blank != 3) return std::nullopt;
  return std::string(charge.substr(0, blank));
}

class DoubtFinder {
 public:
  explicit DoubtFinder(const Sketch& sketch) : sketch_(sketch) {
    for (std::size_t i = 0; i < sketch.rows.size(); ++i) {
      if (!sketch.rows[i].is_convicted()) continue;
      auto& rows = counts_[sketch.rows[i].count()];
      rows.push_back(i);
    }
  }

  std::vector<Doubt> find() {
    add_birth_date();
    for (const auto& [count, rows] : counts_) {
      add_dates(rows);
      add_level(rows);
      add_county(rows);
      add_charge(rows);
      for (const std::size_t row : rows) add_sentence(row);
    }
    add_shared_dates();
    for (std::size_t i = 0; i < sketch_.rows.size(); ++i) {
      const SketchRow& row = sketch_.rows[i];
      if (row.is_convicted()) continue;
      if (row.is_step("REGISTRATION")) {
        add_dates({i});
        add_charge_of_row(FactOfRecord::kRegistrationCharge, i);
        doubt(FactOfRecord::kRegistrationCharge, {i}, cells_of({i}, kChargeCells, ""));
      } else if (!row[row.charge_cell()].empty()) {
        add_charge_of_row(FactOfRecord::kOtherCharge, i);
      }
    }
    return std::move(doubts_);
  }

 private:
  using Rows = std::vector<std::size_t>;

  void doubt(FactOfRecord fact, Rows rows, Edits edits) {
    if (edits.empty()) return;
    doubts_.push_back({fact, std::move(edits), std::move(rows)});
  }

  std::string_view cell(std::size_t row, RowFact fact) const { return sketch_.rows[row][fact]; }

  template <class Facts>
  Edits cells_of(const Rows& rows, const Facts& facts, const std::string& text) const {
    Edits edits;
    for (const std::size_t row : rows) {
      for (const RowFact fact : facts) {
        if (!cell(row, fact).empty()) edits.push_back({row, fact, text});
      }
    }
    return edits;
  }

  void add_birth_date() {
    Rows rows;
    for (std::size_t i = 0; i < sketch_.rows.size(); ++i) {
      if (!cell(i, RowFact::kBirthDate).empty()) rows.push_back(i);
    }
    if (rows.empty()) return;
    add_vaguer(FactOfRecord::kBirthDate, RowFact::kBirthDate, rows);
    doubt(FactOfRecord::kBirthDate, rows, {{rows.back(), RowFact::kBirthDate, "19700231"}});
  }

  // Each of the rows says less by as much.
  void add_vaguer(FactOfRecord fact, RowFact column, const Rows& rows) {
    for (std::size_t way = 0; way < 4; ++way) {
      Edits edits;
      for (const std::size_t row : rows) {
        const std::vector<std::string> texts = vaguer(cell(row, column));
        if (texts.empty()) continue;
        // The last way is "00000000", the one before it an empty cell; a year has no other.
        const std::size_t from_last = 3 - way;
        if (from_last >= texts.size()) continue;
        edits.push_back({row, column, texts[texts.size() - 1 - from_last]});
      }
      const bool all = edits.size() == static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&](auto row) {
                         return !cell(row, column).empty();
                       }));
      if (all && may_have_dates(edits)) doubt(fact, rows, std::move(edits));
    }
  }

  void add_dates(const Rows& rows) { add_vaguer(FactOfRecord::kDate, RowFact::kEventDate, rows); }

  // Counts of one case with one text of the date have one date: a text that another row of the case has, and that says
  // less than a day, would tell something new instead of less.
  bool may_have_dates(const Edits& edits) const {
    for (const Edit& edit : edits) {
      if (edit.fact != RowFact::kEventDate) continue;
      for (std::size_t i = 0; i < sketch_.rows.size(); ++i) {
        const bool is_changed = std::any_of(edits.begin(), edits.end(), [&](const Edit& e) { return e.row == i; });
        if (is_changed || sketch_.rows[i].case_key() != sketch_.rows[edit.row].case_key()) continue;
        if (sketch_.rows[i].count() != sketch_.rows[edit.row].count() && cell(i, RowFact::kEventDate) == edit.text)
          return false;
      }
    }
    return have_one_text_before(edits);
  }

  // Nor may two dates of a case that were two texts become one.
  bool have_one_text_before(const Edits& edits) const {
    for (const Edit& one : edits) {
      for (const Edit& other : edits) {
        const bool same_case = sketch_.rows[one.row].case_key() == sketch_.rows[other.row].case_key();
        const bool same_count = sketch_.rows[one.row].count() == sketch_.rows[other.row].count();
        if (same_case && !same_count && cell(one.row, one.fact) != cell(other.row, other.fact)) return false;
      }
    }
    return true;
  }

  // The dates of all rows of a case that have the same text, at once: they stay the same day.
  void add_shared_dates() {
    std::map<std::pair<std::string_view, std::string_view>, Rows> groups;
    for (std::size_t i = 0; i < sketch_.rows.size(); ++i) {
      const SketchRow& row = sketch_.rows[i];
      if (row.is_convicted() || row.is_step("REGISTRATION"))
        groups[{row.case_key(), row[RowFact::kEventDate]}].push_back(i);
    }
    for (const auto& [key, rows] : groups) {
      std::set<std::string_view> counts;
      for (const std::size_t row : rows) counts.insert(sketch_.rows[row].count());
      if (counts.size() > 1 && have_no_other_text(counts, key.second)) add_dates(rows);
    }
  }

  bool have_no_other_text(const std::set<std::string_view>& counts, std::string_view text) const {
    return std::all_of(sketch_.rows.begin(), sketch_.rows.end(), [&](const SketchRow& row) {
      return counts.count(row.count()) == 0 || row[RowFact::kEventDate] == text;
    });
  }

  void add_level(const Rows& rows) {
    doubt(FactOfRecord::kLevel, rows,
          cells_of(rows, std::array{RowFact::kConvictionLevel, RowFact::kOffenseLevel}, ""));
    doubt(FactOfRecord::kLevel, rows, {{rows.back(), RowFact::kConvictionLevel, "PENDING"}});
  }

  void add_county(const Rows& rows) {
    const Edits emptied = cells_of(rows, std::array{RowFact::kCounty}, "");
    if (emptied.empty()) return;
    doubt(FactOfRecord::kCounty, rows, emptied);
    // Two counties are none; where only one row names one, another name would replace it.
    if (emptied.size() < 2) return;
    const bool is_kern = cell(emptied[0].row, RowFact::kCounty) == "KERN";
    doubt(FactOfRecord::kCounty, rows, {{emptied[1].row, RowFact::kCounty, is_kern ? "INYO" : "KERN"}});
  }

  void add_charge(const Rows& rows) {
    doubt(FactOfRecord::kCharge, rows, cells_of(rows, kChargeCells, ""));
    doubt(FactOfRecord::kCharge, rows, {{rows.back(), RowFact::kOffense, "NO SECTION HERE"}});
    add_without_code(FactOfRecord::kCharge, rows);
    const SketchRow& first = sketch_.rows[rows.front()];
    const auto citation = citation::parse_charge(first[first.charge_cell()]);
    const bool is_free = first[RowFact::kConvictionOffense].empty() && first[RowFact::kDispositionOffense].empty();
    if (citation && is_free) {
      doubt(FactOfRecord::kCharge, rows, {{rows.front(), RowFact::kConvictionOffense, "69 PC"}});
    }
  }

  // Every text that names the charge, without its code.
  void add_without_code(FactOfRecord fact, const Rows& rows) {
    Edits edits;
    for (const std::size_t row : rows) {
      for (const RowFact column : kChargeCells) {
        const std::string_view text = cell(row, column);
        if (text.empty() || text == "SEE COMMENT FOR CHARGE") continue;
        const auto shorter = without_code(text);
        if (!shorter) return;
        edits.push_back({row, column, *shorter});
      }
    }
    doubt(fact, rows, std::move(edits));
  }

  void add_charge_of_row(FactOfRecord fact, std::size_t row) {
    doubt(fact, {row}, {{row, RowFact::kOffense, "NO SECTION HERE"}});
    add_without_code(fact, {row});
  }

  void add_sentence(std::size_t row) {
    doubt(FactOfRecord::kSentence, {row}, {{row, RowFact::kSentenceLength, "LIFE"}, {row, RowFact::kSentenceUnit, ""}});
    if (!cell(row, RowFact::kSentenceLength).empty()) {
      doubt(FactOfRecord::kSentence, {row}, {{row, RowFact::kSentenceUnit, "N"}});
    }
  }

  const Sketch& sketch_;
  std::map<std::string_view, Rows> counts_;
  std::vector<Doubt> doubts_;
};

}  // namespace

std::vector<Doubt> doubts_of(const Sketch& sketch) {
  return DoubtFinder(sketch).find();
}

bool are_of_one_fact(const Doubt& one, const Doubt& other) {
  return one.fact == other.fact && std::any_of(one.rows.begin(), one.rows.end(), [&](std::size_t row) {
           return std::find(other.rows.begin(), other.rows.end(), row) != other.rows.end();
         });
}

}  // namespace redress::testing
