// write/json/summary_reader.h: summary.json read back, for what is made of a results folder later: workbook, report.
// Not here: what the figures mean (summary.h), finding the file (run). Pure; safe on any bytes.
#pragma once

#include <nlohmann/json.hpp>

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

// The policies of a summary as headings name them, in its order, no two alike: the title; of a further policy its id
// too, with the values that it was given ("... review (us-ca.prop64.los-angeles with dismiss_at_age=40)"), and the
// version where the same is left. Never the path of a file. Empty where the summary has none.
std::vector<std::string> policy_headings(const nlohmann::ordered_json& summary);

}  // namespace redress::write
