#include "support/scratch_folder.h"

#include <stdlib.h>

#include <cerrno>
#include <system_error>

namespace redress::testing {

ScratchFolder::ScratchFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "redress_whole_XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;  // a destructor may not throw, and what is left lies in the system's temporary folder
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace redress::testing
