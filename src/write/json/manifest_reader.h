// write/json/manifest_reader.h: manifest.json read back, so that a run can be done again.
// Not here: finding what it names, and doing the run (run). Pure; safe on any bytes.
#pragma once

#include <string>
#include <string_view>

#include "redress/error.h"
#include "write/json/manifest.h"

namespace redress::write {

// `file`: for messages. Names of files are plain: none leads to another folder. Keys that a manifest does not have are
// not looked at: the one that the run writes again shows them.
// Errors (kInput): manifest.syntax, manifest.other (of another kind, or of a later version of this format),
// manifest.key for a key that is missing or holds what no run writes there; the cause names it by its path
// ("inputs[0].sha256").
Result<RunManifest> read_manifest(std::string_view text, const std::string& file);

}  // namespace redress::write
