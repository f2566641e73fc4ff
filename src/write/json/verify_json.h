// write/json/verify_json.h: what a verification found, for machines. Its keys stand in docs/schema/verify.schema.json.
// Not here: verifying (run). Pure.
#pragma once

#include <string>

#include "redress/verify.h"

namespace redress::write {

// UTF-8, two blanks of indent, LF at the end; bytes that are not UTF-8 become U+FFFD. `report.json` is not looked at.
std::string verify_json(const VerifyReport& report);

}  // namespace redress::write
