#include "redress/version.h"

namespace redress {

std::string_view version() {
  return "0.1.0";
}

}  // namespace redress
