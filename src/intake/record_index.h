// intake/record_index.h: which rows the files hold and whose they are: the first pass over the data, without decisions.
// Not here: facts of a row (row_facts.h), a person's record (gather.h), threads (run). Pure over bytes.
// A row costs no memory of its own: rows of one person that stand side by side are kept as one span, and found again by
// reading its bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <list>
#include <map>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intake/index_list.h"
#include "model/layout.h"
#include "model/person.h"
#include "redress/error.h"
#include "scan/encoding.h"

namespace redress::intake {

using model::RowNumber;

// Where a good row stands. Rows, lines from 1; the offset from the file's first byte; the length without line end.
struct RowRef {
  std::uint64_t offset_bytes = 0;
  std::uint32_t length_bytes = 0;
  std::uint32_t file = 0;
  std::uint32_t row_1based = 0;
  std::uint32_t line_1based = 0;
};

enum class RejectCause : std::uint8_t {
  kWrongCellCount,
  kStrayQuote,
  kUnclosedQuote,
  kTooLong,
  kRepeatedHeader,
  kNoPerson,
  kCountUnidentified,  // found when the person is gathered; the row is counted as out as well
};

// "wrong number of cells", in plain words.
std::string_view cause_words(RejectCause cause);

// "wrong_cell_count": stable, for machines. Static storage.
std::string_view id_of(RejectCause cause);

struct Reject {
  RejectCause cause = RejectCause::kWrongCellCount;
  std::uint32_t file = 0;
  std::uint64_t row_1based = 0;
  std::uint64_t line_1based = 0;
  std::uint64_t offset_bytes = 0;
  std::uint64_t length_bytes = 0;  // raw bytes, without the last line end
  std::optional<std::uint32_t> column_1based;
  std::uint32_t cells_found = 0;
};

// Good rows of one person that follow each other in one file, with nothing between them but a line end.
struct RowSpan {
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::uint32_t kMostRows = 1024;  // more are several spans, so that work can be cut into pieces

  std::uint64_t offset_bytes = 0;  // of the first row
  RowNumber first{};
  std::uint32_t rows = 0;
  std::uint32_t row_1based = 0;   // of the first row, in its file
  std::uint32_t line_1based = 0;  // of the first row's first byte
  std::uint32_t person = 0;
  std::uint32_t next = kNone;  // the person's next span
};

// A part of one file walked, from a line's first byte. Person ids are views into the file's bytes or kept here.
struct FilePiece {
  FilePiece() = default;
  explicit FilePiece(std::pmr::memory_resource* memory) : spans(memory), persons(memory), rejects(memory) {}

  std::uint32_t file = 0;
  std::uint64_t begin_bytes = 0;
  std::uint64_t stop_bytes = 0;  // where the walk stopped: at or behind the end that it was given
  IndexList<RowSpan> spans;      // `first` unused; persons by their place below; rows and lines from the piece's own
  IndexList<std::string_view> persons;  // trimmed ids, in order of first appearance
  std::list<std::string> unquoted;      // ids that had doubled quotes
  IndexList<Reject> rejects;            // rows and lines from the piece's own
  std::vector<std::vector<std::string>> reject_persons;  // for each reject: the ids of its lines
  std::uint64_t good_rows = 0;
  std::uint64_t records = 0;  // all that the walk met, a header too
  std::uint64_t lines = 0;
  std::uint64_t empty_lines = 0;
  bool has_header = false;
  scan::Encoding encoding = scan::Encoding::kAscii;  // of the bytes between begin and stop
};

struct PieceBounds {
  std::uint64_t begin_bytes = 0;
  std::uint64_t end_bytes = 0;  // records that begin before it are the piece's
  bool begins_file = true;      // no record stands before it, so that the first may be a header
};

// Cuts a file where lines begin, at about every `piece_bytes`; at least one piece. REQUIRES: piece_bytes >= 1.
std::vector<PieceBounds> cut(std::string_view bytes, std::uint64_t piece_bytes);

// Walks one piece. Never fails: what cannot be read is a reject. `memory` must outlive what is returned, and what is
// joined from it; its own rule says whether threads may share it. Cost: one pass over the bytes.
FilePiece index_piece(std::string_view bytes, std::uint32_t file, PieceBounds bounds, const model::Layout& layout,
                      std::pmr::memory_resource* memory = std::pmr::get_default_resource());

// The whole file as one piece.
FilePiece index_file(std::string_view bytes, std::uint32_t file, const model::Layout& layout);

// Walks the pieces of a file again that began where the walk of all before them does not stop (inside a quoted cell, or
// in a stretch that cannot be read), or that hold its first record. Then the pieces hold what one walk of the file
// finds. `pieces` in order, cut by
// cut(); all of one file. Cost: nothing where every piece begins where the last one stops.
void mend_borders(std::string_view bytes, const model::Layout& layout, std::span<const PieceBounds> bounds,
                  std::vector<FilePiece>& pieces,
                  std::pmr::memory_resource* memory = std::pmr::get_default_resource());

// A person of the data set: the id is a view into a file's bytes or into the index.
struct PersonEntry {
  std::string_view id;
  std::uint32_t first_span = RowSpan::kNone;
  std::uint32_t last_span = RowSpan::kNone;
};

// What one file of the data set held.
struct FileTotals {
  std::uint64_t records = 0;  // as counted by the walk, the header left out: rows and rejects must add up to it
  std::uint64_t rows = 0;     // good ones
  std::uint64_t rejects = 0;
  std::uint64_t empty_lines = 0;
  bool has_header = false;
  std::size_t end_span = 0;  // one past the file's last span
};

// All files as one data set. Immutable after join(); safe to share by threads. The files' bytes must outlive it.
// Memory: 32 bytes a span and 24 a person, whatever a row holds.
struct RecordIndex {
  RecordIndex() = default;
  explicit RecordIndex(std::pmr::memory_resource* memory) : spans(memory), persons(memory), rejects(memory) {}

  IndexList<RowSpan> spans;             // by first row: files in the order given, rows in the order of the file
  IndexList<PersonEntry> persons;       // in order of first appearance
  IndexList<Reject> rejects;            // in order of file and place
  std::uint64_t rejects_of_nobody = 0;  // rejects that name no person with a good row
  std::vector<FileTotals> files;        // in the order given
  std::uint64_t rows = 0;               // good ones; their numbers are below it
  std::list<std::string> unquoted;      // ids that had doubled quotes
  std::map<std::size_t, std::vector<model::MissingRow>> missing_rows;  // by person: rejects that name them

  // The file of a span. Cost: logarithmic in the number of files.
  std::uint32_t file_of(std::size_t span) const;

  // The rejects that name the person.
  std::span<const model::MissingRow> missing_rows_of(std::size_t person) const;

  // Where rows stand. `file_bytes` by file, as they were walked. REQUIRES: ascending numbers, below `rows`.
  // Cost: that of reading their spans, each once.
  std::vector<RowRef> find(std::span<const RowNumber> ascending, std::span<const std::string_view> file_bytes) const;
  RowRef find(RowNumber row, std::span<const std::string_view> file_bytes) const;
};

// The good rows of a span, one after the other: calls `take(record)` with the bytes of each, until it says false.
void for_each_row(const RowSpan& span, std::string_view file_bytes,
                  const std::function<bool(std::string_view record)>& take);

// Joins the walked pieces, in the order of the files and their bytes; each piece of a file begins where the last one
// stopped. Errors (kInput): input.too_many_rows past 4,294,967,294.
Result<RecordIndex> join(std::vector<FilePiece> pieces,
                         std::pmr::memory_resource* memory = std::pmr::get_default_resource());

}  // namespace redress::intake
