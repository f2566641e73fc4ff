// The folder of bad policies: one file a fault, each refused with the code, at the line and under the caret that it
// names itself in its first lines.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redress/policy.h"

namespace redress {
namespace {

constexpr std::string_view kCases = ".cases.toml";

struct Expected {
  std::string file;
  std::string code;
  std::uint64_t line = 0;
  std::string caret;  // the text that the carets stand under
};

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The rest of the line that begins with the key; nothing when there is none.
std::optional<std::string> line_after(std::string_view text, std::string_view key) {
  const std::size_t at = text.starts_with(key) ? 0 : text.find("\n" + std::string(key));
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t start = at + key.size() + (at == 0 ? 0 : 1);
  std::string_view rest = text.substr(start, text.find('\n', start) - start);
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  return std::string(rest);
}

// What the policy file, or the file of cases beside it, expects.
std::optional<Expected> expected_of(const std::string& policy) {
  const std::string cases = policy.substr(0, policy.size() - std::string_view(".toml").size()) + std::string(kCases);
  for (const std::string& file : {policy, cases}) {
    const std::string text = text_of(file);
    const auto code = line_after(text, "# expect:");
    const auto line = line_after(text, "# line:");
    const auto caret = line_after(text, "# caret:");
    if (code && line && caret) return Expected{file, *code, std::stoull(*line), *caret};
  }
  return std::nullopt;
}

std::string under_caret(const Error& error) {
  const std::size_t line_end = error.excerpt.find('\n');
  if (line_end == std::string::npos) return {};
  const std::string line = error.excerpt.substr(0, line_end);
  const std::string marks = error.excerpt.substr(line_end + 1);
  const std::size_t first = marks.find('^');
  if (first == std::string::npos || first >= line.size()) return {};
  return line.substr(first, marks.rfind('^') - first + 1);
}

std::vector<std::string> bad_policies() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(REDRESS_SOURCE_DIR "/tests/bad-policies")) {
    const std::string path = entry.path().generic_string();
    if (path.ends_with(".toml") && !path.ends_with(kCases)) paths.push_back(path);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST_CASE("each bad policy is refused with the code, the line and the place that it names, and with advice") {
  const std::vector<std::string> paths = bad_policies();
  CHECK(paths.size() >= 100);
  for (const std::string& path : paths) {
    CAPTURE(path);
    const std::optional<Expected> expected = expected_of(path);
    REQUIRE(expected);
    const auto checked = check_policy("", path);
    if (checked) {
      FAIL_CHECK("it is let through");
      continue;
    }
    const Error& error = checked.error();
    CHECK_MESSAGE(error.code == expected->code, to_string(error));
    CHECK(error.place.file == expected->file);
    CHECK_MESSAGE(error.place.line_1based == expected->line, to_string(error));
    CHECK_MESSAGE(under_caret(error) == expected->caret, to_string(error));
    CHECK(error.kind == ErrorKind::kUsage);
    CHECK(!error.cause.empty());
    CHECK(!error.next_step.empty());
    CHECK(!error.excerpt.empty());
  }
}

}  // namespace
}  // namespace redress
