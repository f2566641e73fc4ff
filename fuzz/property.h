// fuzz/property.h: what every fuzz target says when a property does not hold, and the project's own files for targets.
// Not here: the properties (one *_fuzz.cc each), the main() that feeds them files (replay_main.cc).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "policy/policy.h"
#include "redress/error.h"
#include "run/policy_library.h"

// Each target defines this one function. In the replay program every target's has a name of its own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace redress::fuzz {

// Ends the program with the property's name unless it holds, so that the input at hand is kept as a crash.
inline void require(bool holds, std::string_view property) {
  if (holds) return;
  std::fprintf(stderr, "property broken: %.*s\n", static_cast<int>(property.size()), property.data());
  std::abort();
}

// The value; ends the program where there is none.
template <class T>
T must(Result<T> result) {
  if (!result) require(false, to_string(result.error()));
  return *std::move(result);
}

inline std::string_view text_of(const std::uint8_t* bytes, std::size_t size) {
  return size == 0 ? std::string_view() : std::string_view(reinterpret_cast<const char*>(bytes), size);
}

// The part before the first line that is `mark`, and the part after it (empty where there is no such line).
inline std::pair<std::string_view, std::string_view> split_at_line(std::string_view text, std::string_view mark) {
  const std::string whole = "\n" + std::string(mark) + "\n";
  const std::size_t at = text.find(whole);
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, at + 1), text.substr(at + whole.size())};
}

// The policies that the program carries; loaded once.
inline const run::PolicyLibrary& library() {
  static const run::PolicyLibrary loaded = must(run::PolicyLibrary::load(""));
  return loaded;
}

// An error of a text that a person wrote: it says what and what to do, and its place lies in that text.
inline void require_good_error(const Error& error, const policy::SourceText& source) {
  require(error.kind == ErrorKind::kUsage, "a fault in a file of the user is an error of usage");
  require(!error.code.empty() && !error.cause.empty() && !error.next_step.empty(), "an error says what and what to do");
  require(error.place.file == source.name, "an error names the file");
  if (!error.place.line_1based) return;
  std::uint64_t lines = 1;
  for (const char c : source.text) lines += c == '\n' ? 1 : 0;
  require(*error.place.line_1based >= 1 && *error.place.line_1based <= lines, "the line of an error is in the file");
  if (!error.place.column_1based) return;
  std::size_t start = 0;
  for (std::uint64_t line = 1; line < *error.place.line_1based; ++line) start = source.text.find('\n', start) + 1;
  const std::size_t length = std::min(source.text.find('\n', start), source.text.size()) - start;
  require(*error.place.column_1based >= 1 && *error.place.column_1based <= length + 1,
          "the column of an error is in its line");
}

}  // namespace redress::fuzz
