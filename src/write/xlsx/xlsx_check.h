// write/xlsx/xlsx_check.h: whether a workbook that was just put together is whole.
// Not here: reading a workbook that people edited (scan/workbook_reader.h). libzip underneath.
#pragma once

#include <cstdint>
#include <span>

namespace redress::write {

// Whether each sheet has its rows and its end. `file` stays open, its position changes. Cost: unpacks it once.
bool is_whole_workbook(int file, std::span<const std::uint64_t> rows_of_sheets);

}  // namespace redress::write
