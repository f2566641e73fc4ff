#include "write/nameless_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>

namespace redress::write {

int open_nameless(const std::string& folder) {
  const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) return file;
  // Not every file system has files without a name.
  std::string path = folder + "/redress-XXXXXX";
  const int named = ::mkostemp(path.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(path.c_str());
  return named;
}

}  // namespace redress::write
