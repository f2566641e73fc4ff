// Feeds files to a fuzz target once each, in order of name: corpora and old crashes as plain tests, with any compiler.
//   replay TARGET FILE-OR-FOLDER...
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

// fuzz/CMakeLists.txt names the targets, each compiled with its own name for the one function of a target.
#define REDRESS_FUZZ_TARGET(name) extern "C" int redress_fuzz_##name(const std::uint8_t* bytes, std::size_t size);
#include "fuzz_targets.inc"
#undef REDRESS_FUZZ_TARGET

namespace {

struct Target {
  std::string_view name;
  int (*run)(const std::uint8_t* bytes, std::size_t size);
};

constexpr Target kTargets[] = {
#define REDRESS_FUZZ_TARGET(name) {#name, redress_fuzz_##name},
#include "fuzz_targets.inc"
#undef REDRESS_FUZZ_TARGET
};

std::vector<std::string> files_under(const std::string& path) {
  std::vector<std::string> files;
  std::error_code error;
  if (std::filesystem::is_regular_file(path, error)) files.push_back(path);
  for (std::filesystem::recursive_directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
    if (it->is_regular_file(error)) files.push_back(it->path().generic_string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view name = argc > 1 ? argv[1] : "";
  const auto target =
      std::find_if(std::begin(kTargets), std::end(kTargets), [&](const Target& t) { return t.name == name; });
  if (target == std::end(kTargets) || argc < 3) {
    std::fprintf(stderr, "usage: replay TARGET FILE-OR-FOLDER...\n");
    return 2;
  }
  std::size_t count = 0;
  for (int i = 2; i < argc; ++i) {
    for (const std::string& path : files_under(argv[i])) {
      std::ifstream file(path, std::ios::binary);
      const std::vector<char> bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
      std::fprintf(stderr, "%s\n", path.c_str());  // the last line names the file that ended the program
      target->run(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
      ++count;
    }
  }
  std::printf("%zu files\n", count);
  return count == 0 ? 1 : 0;
}
