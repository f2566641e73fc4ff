// write/nameless_file.h: a file on the disk that nobody finds and that is gone when it is closed.
// Not here: result files (output_file.h).
#pragma once

#include <string>

namespace redress::write {

inline constexpr const char* kTemporaryFolder = "/var/tmp";  // on the disk, where /tmp may be memory

// A new file without a name in the folder, to read and write, for its owner alone; below 0, with the reason in errno,
// where there can be none. It can be opened again by its number: /proc/self/fd/N. Whoever opens it closes it.
int open_nameless(const std::string& folder);

}  // namespace redress::write
