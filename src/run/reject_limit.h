// run/reject_limit.h: the text of a limit of rejects, as options and manifests write it; read by parse_reject_limit.
// Not here: holding a run against it (record_files.h). Part of the corridor.
#pragma once

#include <string>

#include "redress/evaluate.h"

namespace redress::run {

// "default", "500" or "2%"; parse_reject_limit gives the same limit back.
std::string reject_limit_text(const RejectLimit& limit);

}  // namespace redress::run
