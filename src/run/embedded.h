// run/embedded.h: the policies and formats that the program carries inside, as files with their project paths.
// Not here: reading them (policy, intake). Made at build time by cmake/embed.cmake.
#pragma once

#include <span>
#include <string_view>

namespace redress::run {

struct EmbeddedFile {
  std::string_view path;  // "policies/us-ca/prop64/los-angeles.toml"
  std::string_view text;
};

// In order of path. Static storage.
std::span<const EmbeddedFile> embedded_files();

}  // namespace redress::run
