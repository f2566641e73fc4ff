// write/file_name.h: the name of a file without the folders before it, as results name their inputs.
// Not here: opening files. Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace redress::write {

// "county.dat" of "/home/office/county.dat". The view points into `path`.
inline std::string_view file_name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace redress::write
