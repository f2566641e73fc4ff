// write/json/json_text.h: how every JSON file of ours is laid out as text.
// Not here: keys and values (summary.h, manifest.h). Inside the room.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace redress::write {

// Keys in the order in which they were added, two blanks of indent, LF at the end; bytes that are not UTF-8 become
// U+FFFD, so that this never throws.
inline std::string json_text(const nlohmann::ordered_json& value) {
  constexpr int kIndent = 2;
  return value.dump(kIndent, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace redress::write
