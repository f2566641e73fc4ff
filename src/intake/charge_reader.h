// intake/charge_reader.h: charge texts → citations, each text parsed once: a file repeats a few thousand of them.
// Not here: how texts are parsed (citation), which text is the charge (row_facts.h). One object per thread.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "citation/citation.h"

namespace redress::intake {

class ChargeReader {
 public:
  // What the text cites; null when it is unreadable. Lives until the next call.
  const citation::Citation* read(std::string_view charge_text);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  std::unordered_map<std::string, std::optional<citation::Citation>, Hash, std::equal_to<>> parsed_;
  std::optional<citation::Citation> not_kept_;
};

}  // namespace redress::intake
