// intake/charge_of_count.h: the charge of a count from the citations of its convicted rows.
// Not here: which cells hold citations (row_facts.h). Source: doj-research-file, "Facts of a person".
#pragma once

#include <vector>

#include "citation/citation.h"
#include "citation/shared_citation.h"
#include "model/person.h"

namespace redress::intake {

// Takes the citations in file order, of a row the charge text before its other offense column; then gives the fullest:
// that with the most codes, then with the most subdivisions, of equal ones the first.
class ChargeOfCount {
 public:
  enum class Source : std::uint8_t { kChargeText, kOtherColumn };

  // A citation found in one of the count's rows. Cost: linear in its sections.
  void add(const citation::SharedCitation& citation, Source source);

  // A charge text that is not empty and cannot be read: the charge is unreadable, whatever else is found.
  void add_unreadable() { is_unreadable_ = true; }

  // The charge; this object is spent afterwards.
  model::Charge take();

  // Whether the fullest citation stands in an offense column other than the charge text.
  bool is_from_other_column() const { return source_ == Source::kOtherColumn; }

 private:
  bool contradicts(const citation::Citation& citation) const;
  void remember(const citation::Citation& citation);

  bool has_any_ = false;
  bool is_unreadable_ = false;
  bool is_contradictory_ = false;
  citation::SharedCitation fullest_;
  Source source_ = Source::kChargeText;
  // What all citations say together: for each section a code if any has one, and the longest subdivisions. Two
  // citations contradict each other only if one of them contradicts this. Empty while all are the same.
  std::vector<citation::Section> together_;
};

}  // namespace redress::intake
