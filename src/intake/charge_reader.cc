#include "intake/charge_reader.h"

#include <utility>

namespace redress::intake {

const citation::SharedCitation* ChargeReader::read(std::string_view charge_text) {
  const citation::SharedCitation& parsed = parsed_.of(charge_text, [](std::string_view text) {
    auto citation = citation::parse_charge(text);
    return citation ? citation::SharedCitation(*std::move(citation)) : citation::SharedCitation();
  });
  return parsed.is_nothing() ? nullptr : &parsed;
}

}  // namespace redress::intake
