#include "intake/charge_reader.h"

namespace redress::intake {

const citation::Citation* ChargeReader::read(std::string_view charge_text) {
  const auto& parsed = parsed_.of(charge_text, [](std::string_view text) { return citation::parse_charge(text); });
  return parsed ? &*parsed : nullptr;
}

}  // namespace redress::intake
