// scan/input_error.h: the errors that opening and unpacking input share.
// Not here: when they arise (input_file.cc, unpack.cc). For the files of scan only; pure.
#pragma once

#include <string>
#include <utility>

#include "redress/error.h"

namespace redress::scan {

// An error of kind kInput about that file.
inline Error input_error(const std::string& path, std::string code, std::string cause, std::string next_step) {
  Place place;
  place.file = path;
  return Error{ErrorKind::kInput, std::move(code), std::move(place), std::move(cause), std::move(next_step), {}};
}

inline Error out_of_memory(const std::string& path) {
  return input_error(path, "input.read_failed", "the file could not be read: the memory does not suffice",
                     "Close other programs, or use a machine with more memory.");
}

}  // namespace redress::scan
