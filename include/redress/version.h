// redress/version.h: which version of the engine this is.
// Public face; std only.
#pragma once

#include <string_view>

namespace redress {

// "0.1.0": the version of the software, recorded in every manifest. Static storage.
std::string_view version();

}  // namespace redress
