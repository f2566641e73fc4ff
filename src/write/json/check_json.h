// write/json/check_json.h: what files hold, for machines. Its keys stand in docs/schema/check.schema.json.
// Not here: looking at the files (run). Pure.
#pragma once

#include <string>

#include "redress/check.h"

namespace redress::write {

// UTF-8, two blanks of indent, LF at the end; bytes that are not UTF-8 become U+FFFD. `report.json` is not looked at.
std::string check_json(const CheckReport& report);

}  // namespace redress::write
