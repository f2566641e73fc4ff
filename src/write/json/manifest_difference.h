// write/json/manifest_difference.h: what two manifests do not say alike of what their runs were given, in words.
// Not here: reading them (manifest_reader.h), what the runs gave (tally/decided_match.h). Pure.
#pragma once

#include <vector>

#include "redress/compare.h"
#include "write/json/manifest.h"

namespace redress::write {

// Program, day, county, policies, parameters, section sets, tables of columns, inputs, facts: in the order of the
// manifest, within a list by name. How rows were rejected or written out changes no answer and is not looked at.
std::vector<ManifestDifference> manifest_difference(const RunManifest& first, const RunManifest& second);

}  // namespace redress::write
