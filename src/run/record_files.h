// run/record_files.h: the input files of a run, opened, checksummed and indexed: one data set.
// Not here: people and decisions. Part of the corridor.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intake/record_index.h"
#include "model/layout.h"
#include "redress/error.h"
#include "redress/evaluate.h"
#include "redress/memory_limit.h"
#include "redress/run_observer.h"
#include "run/file_sums.h"
#include "run/index_memory.h"
#include "scan/encoding.h"
#include "scan/input_file.h"

namespace redress::run {

// Which files are summed: every one; every one, but those that nothing hangs on only while outputs are; or only those
// that could hold the same bytes as another one.
enum class Checksums : std::uint8_t { kOfAll, kOfAllWithOutputs, kToTellApart };

// How the files are read.
struct ReadingRule {
  unsigned threads = 1;
  Checksums checksums = Checksums::kToTellApart;
  MemoryLimit memory;
};

// Owns the files; views into their bytes live as long. Immutable but for sums that are not made yet; safe to share by
// threads.
struct RecordFiles {
  std::vector<std::unique_ptr<scan::InputFile>> files;
  std::vector<std::string_view> bytes;    // by file
  std::unique_ptr<FileSums> sums;         // those that nothing hangs on may be left to be made later
  std::vector<scan::Encoding> encodings;  // by file
  std::unique_ptr<IndexMemory> memory;    // of the index; null where it may have all there is
  intake::RecordIndex index;

  std::uint64_t total_bytes() const;
};

// Opens and walks the files, in pieces and several at a time; the path "-" is standard input. Errors (kInput): those of
// scan::open_input; input.same_content when two hold the same bytes, unpacked where they are packed; input.no_rows when
// none has a row; input.columns_moved when a header names columns in another order, input.header_renamed when it does not
// begin with the first column's name. Error (kUsage): input.standard_input_twice.
Result<RecordFiles> open_records(std::span<const std::string> paths, const model::Layout& layout,
                                 const ReadingRule& rule, RunObserver* observer);

// Of a look at files that shows their bad rows, or of one person: files of another kind are refused, and no others.
inline constexpr RejectLimit kAnyButAll{RejectLimit::Kind::kPercent, 0, 100};

// Errors (kInput): input.not_this_format when a file has no good row and rows of another number of columns;
// input.too_many_rejects past the limit, or when there is no good row at all. The default limit counts the lines that
// were lost, because a quote out of place can make one reject of a whole file; a limit that was asked for counts
// rejects.
Status check_reject_limit(const RecordFiles& records, const model::Layout& layout, const RejectLimit& limit,
                          std::uint64_t rejected);

// Errors (kInput): input.changed for the first file that is no longer as it was opened.
Status check_unchanged(const RecordFiles& records);

// Whether the file's last record has no line end and is no row: too few cells, or a quote that does not end. Then it
// was cut off, as a copy that stopped halfway is.
bool ends_inside_row(const RecordFiles& records, std::size_t file);

}  // namespace redress::run
