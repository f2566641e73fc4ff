// intake/record_index.h: which rows the files hold and whose they are: the first pass over the data, without decisions.
// Not here: facts of a row (row_facts.h), a person's record (gather.h), threads (run). Pure over bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/layout.h"
#include "model/person.h"
#include "redress/error.h"

namespace redress::intake {

using model::RowNumber;

// Where a good row stands. Rows, lines from 1; the offset from the file's first byte; the length without line end.
struct RowRef {
  std::uint64_t offset_bytes = 0;
  std::uint32_t length_bytes = 0;
  std::uint32_t file = 0;
  std::uint32_t person = 0;
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

// One file walked. Person ids are views into the file's bytes or owned here; join() takes it over.
struct FileIndex;  // defined below

struct FileRow {
  std::uint64_t offset_bytes = 0;
  std::uint32_t length_bytes = 0;
  std::uint32_t person = 0;  // index into FileIndex::persons
  std::uint32_t row_1based = 0;
  std::uint32_t line_1based = 0;
};

struct FileIndex {
  std::vector<FileRow> rows;
  std::vector<std::string> persons;  // trimmed ids, in order of first appearance
  std::vector<Reject> rejects;
  std::vector<std::vector<std::string>> reject_persons;  // for each reject: the ids in the third cell of its lines
  std::uint64_t records = 0;  // counted by the walk, the header left out: the rows and rejects must add up to it
  std::uint64_t empty_lines = 0;
  bool has_header = false;
};

// Walks one file. Never fails: what cannot be read is a reject. Cost: one pass over the bytes.
FileIndex index_file(std::string_view bytes, std::uint32_t file, const model::Layout& layout);

struct PersonEntry {
  std::string id;
  std::vector<model::MissingRow> missing_rows;  // rejected stretches that name this person
};

// What one file of the data set held.
struct FileTotals {
  std::uint64_t records = 0;  // as counted by the walk; the others are counted from what the index holds
  std::uint64_t rows = 0;     // good ones
  std::uint64_t rejects = 0;
  std::uint64_t empty_lines = 0;
  bool has_header = false;
};

// All files as one data set. Immutable after join(); safe to share by threads.
struct RecordIndex {
  std::vector<RowRef> rows;             // by RowNumber: files in the order given, rows in the order of the file
  std::vector<PersonEntry> persons;     // in order of first appearance
  std::vector<Reject> rejects;          // in order of file and place
  std::uint64_t rejects_of_nobody = 0;  // rejects that name no person with a good row
  std::vector<FileTotals> files;        // in the order given

  // The rows of a person in file order. REQUIRES: person < persons.size().
  std::span<const RowNumber> rows_of(std::size_t person) const;

  std::vector<RowNumber> rows_by_person;    // grouped by person, in file order within
  std::vector<std::uint32_t> person_start;  // persons.size() + 1 entries into rows_by_person
};

// Joins the walked files; `files` in the order in which they were given.
// Errors (kInput): input.too_many_rows past 4,294,967,295.
Result<RecordIndex> join(std::vector<FileIndex> files);

}  // namespace redress::intake
