// write/json/manifest.h: manifest.json: all that is needed to replay a run and to see that every byte agrees.
// Not here: times, thread counts and absolute paths, which never agree. Keys: docs/schema/manifest.schema.json. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "redress/date.h"
#include "write/results_target.h"

namespace redress::write {

// Its name in a results folder, and more bytes than any run writes into it.
inline constexpr const char* kManifestName = "manifest.json";
inline constexpr std::uint64_t kMostManifestBytes = std::uint64_t{64} << 20U;

// A text that the run was governed by. Names are written without their folders.
struct GoverningFile {
  std::string id;  // of the policy or the section set; empty for a format
  std::string name;
  std::string sha256;
};

struct ParameterText {
  std::string name;
  std::string value;  // as --set takes it
  bool is_chosen = false;  // a person gave it: a value that is the day's default may be none on another day
};

// A policy that decided, or whose criteria one took over. Names are written without their folders.
struct GoverningPolicy {
  std::string role;    // "office", "statute", "further", "criteria"
  std::string choice;  // of a further one, as it was given; else empty
  GoverningFile file;
  std::vector<ParameterText> parameters;  // every one, with the value it had; none of criteria
};

struct ManifestCounts {
  std::uint64_t rows_in = 0;
  std::uint64_t rows_out = 0;
  std::uint64_t rows_rejected = 0;
  std::uint64_t rows_unusable = 0;
  std::uint64_t empty_lines = 0;
  std::uint64_t people = 0;
  std::uint64_t convictions = 0;
  std::uint64_t convictions_in_scope = 0;
};

// Lists are written in the order given. Texts are UTF-8.
struct RunManifest {
  std::string version;  // of the program
  Date as_of;
  std::string county;
  std::vector<GoverningPolicy> policies;  // office, statute, further ones, criteria
  std::vector<GoverningFile> section_sets;
  std::vector<GoverningFile> formats;
  std::vector<ParameterText> parameters;  // of the office's policy
  std::vector<WrittenFile> inputs;   // as read
  std::vector<WrittenFile> facts;    // files of supplied facts, as read
  bool all_rows = true;              // whether all_rows.csv and condensed.csv were asked for
  std::string max_rejects = "default";  // else as --max-rejects takes it: "500", "2%"
  std::vector<WrittenFile> outputs;  // all but the manifest itself
  ManifestCounts counts;
};

// UTF-8, two blanks of indent, LF at the end; bytes that are not UTF-8 become U+FFFD.
std::string manifest_json(const RunManifest& manifest);

}  // namespace redress::write
