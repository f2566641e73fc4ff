// write/json/summary_reader.h: summary.json read back, for what is made of a results folder later: workbook, report.
// Not here: what the figures mean (summary.h), finding the file (run). Pure; safe on any bytes.
#pragma once

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "redress/error.h"

namespace redress::write {

// The summary of a run with its keys in their order. Only its kind is checked: who reads a key asks whether it is
// there, since a later version of the program may add some. `file`: for messages.
// Errors (kInput): summary.syntax (not JSON, or no object); summary.other (of another kind, or of a later version of
// this format).
Result<nlohmann::ordered_json> read_summary(std::string_view text, const std::string& file);

// A value of a summary, or of a part of one, by its path; null where there is none. Lives as long as `from`.
const nlohmann::ordered_json* summary_at(const nlohmann::ordered_json& from, std::initializer_list<const char*> path);

// A text by its path ("run", "as_of"); empty where there is none.
std::string summary_text_at(const nlohmann::ordered_json& from, std::initializer_list<const char*> path);

// What stands in the "choice" of a further policy between what was named and the values that it was given.
inline constexpr std::string_view kChoiceWith = " with ";

// The policies of a summary as headings name them, in its order: the title; of a further policy, and where two have one
// title, also the id and the values that it was given ("... review (us-ca.prop64.los-angeles with dismiss_at_age=40)").
// Never the name of a file. A run has no policy twice with the same id and values, so that no two are alike. Empty
// where the summary has none.
std::vector<std::string> policy_headings(const nlohmann::ordered_json& summary);

}  // namespace redress::write
