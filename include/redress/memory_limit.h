// redress/memory_limit.h: how much memory a run may take.
// Public face; std only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "redress/error.h"

namespace redress {

// The most memory of a run beside the files that it maps; what its index needs beyond that stands in a temporary file
// without a name, which holds places and numbers but no cell's content. The results do not depend on it. Not
// counted in: the record of one person, which is held whole, at about 500 bytes a row; about 3 MB a thread; a list of
// the rows that cannot be read or used; and the rows of a file of questions.
struct MemoryLimit {
  std::uint64_t bytes = 0;       // 0: as much as there is
  std::string temporary_folder;  // empty: /var/tmp
};

// "256M", "2G", "500000K" or a number of bytes; K, M and G are powers of 1,024, small letters too. An empty text is no
// limit. Errors (kUsage): option.memory, also for less than 64M, which no run can do with.
Result<MemoryLimit> parse_memory_limit(std::string_view text);

}  // namespace redress
