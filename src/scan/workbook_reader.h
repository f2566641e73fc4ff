// scan/workbook_reader.h: an XLSX workbook as sheets, rows and cells, whoever wrote it: Excel, LibreOffice, a library.
// Not here: what a cell means (intake). Above base only; libzip and Expat underneath. Safe on any bytes.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "redress/error.h"

namespace redress::scan {

// A cell with a value. Texts are UTF-8, the parts of a rich text joined.
struct WorkbookCell {
  std::uint32_t column_0based = 0;
  bool is_number = false;
  double number = 0;
  std::string text;  // of a number as the file writes it
};

struct WorkbookLimits {
  std::uint64_t most_part_bytes = std::uint64_t{4} << 30U;   // of one part of the container, unpacked
  std::uint64_t most_free_bytes = std::uint64_t{64} << 20U;  // up to which a part may be packed as tightly as it likes
  std::uint64_t most_tightness = 200;                        // beyond: unpacked bytes for each packed one
  std::uint64_t most_shared_bytes = std::uint64_t{1} << 30U; // of texts that several cells share
};

// The cells of a row that have a value, by column. They live as long as the call.
using WorkbookRowTaker = std::function<Status(std::uint32_t row_1based, std::span<const WorkbookCell>)>;

// One thread at a time.
class Workbook {
 public:
  // `bytes` must outlive it; `file`: for messages. Errors (kInput): workbook.not_xlsx; workbook.damaged;
  // workbook.too_large where a part or the shared texts unpack to more than the limits.
  static Result<std::unique_ptr<Workbook>> open(std::string_view bytes, const std::string& file,
                                                const WorkbookLimits& limits = {});
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  // In their order, hidden ones too.
  const std::vector<std::string>& sheet_names() const;
  bool counts_from_1904() const;  // dates are days since 1904-01-01 instead of 1899-12-30

  // The rows of a sheet from top to bottom. Errors as above; of `take`. Cost: one pass, memory of one row.
  Status read_sheet(std::size_t sheet, const WorkbookRowTaker& take) const;

 private:
  struct State;
  explicit Workbook(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace redress::scan
