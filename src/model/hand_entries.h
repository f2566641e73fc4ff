// model/hand_entries.h: what people entered in a workbook about the decisions of a run.
// Not here: reading a workbook (intake/workbook_entries.h) or the file of a review (intake/review_file.h).
#pragma once

#include <map>
#include <string>
#include <vector>

namespace redress::model {

// By row id; the texts of each in the order of WorkbookLayout::entries(), dates as "2020-06-01". A row without any text
// does not stand here.
using HandEntries = std::map<std::string, std::vector<std::string>, std::less<>>;

}  // namespace redress::model
