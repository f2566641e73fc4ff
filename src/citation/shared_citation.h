// citation/shared_citation.h: a citation that never changes, held by everything that cites the same.
// Not here: reading charge texts (citation/citation.h), remembering what they cite (intake). Above base only.
#pragma once

#include <memory>
#include <utility>

#include "citation/citation.h"

namespace redress::citation {

// Nothing, or a citation. Copies are the same one: a file cites a few thousand things in millions of rows, and a person
// and whoever remembered the text both keep it, whichever goes first. Different threads may hold and read the same.
class SharedCitation {
 public:
  SharedCitation() = default;
  SharedCitation(Citation citation)  // NOLINT(google-explicit-constructor): a citation, to be shared from here on
      : shared_(std::make_shared<const Citation>(std::move(citation))) {}

  bool is_nothing() const { return shared_ == nullptr; }

  // Where there is nothing, a citation of no section. Lives as long as any copy of this.
  const Citation& operator*() const { return shared_ == nullptr ? kOfNothing : *shared_; }
  const Citation* operator->() const { return &**this; }
  operator const Citation&() const { return **this; }  // NOLINT(google-explicit-constructor): reads like one

  friend bool operator==(const SharedCitation& a, const SharedCitation& b) {
    return a.shared_ == b.shared_ || *a == *b;
  }

 private:
  inline static const Citation kOfNothing;

  std::shared_ptr<const Citation> shared_;  // shared, because neither holder knows of the other
};

}  // namespace redress::citation
