// scan/structure.h: what commas, quotes and line breaks make of bytes, in a plain and in a wide implementation.
// Not here: which records are good and how to go on after one that is not (record_walker.h). For the files of scan
// only. Pure functions; both implementations give the same for any bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "scan/record_walker.h"

namespace redress::scan {

// How the record that begins with the first of the given bytes stands in them.
struct RecordShape {
  RecordFault fault = RecordFault::kNone;  // kNone, kStrayQuote or kUnclosedQuote
  std::size_t length_bytes = 0;            // without the line end; of a faulty one, up to where the fault shows
  std::size_t line_end_bytes = 0;          // LF, CRLF, or a CR as the very last byte; 0 of a faulty one
  std::size_t cells = 0;                   // of a faulty one, up to and with the cell at fault
  std::size_t line_breaks = 0;             // those inside quoted cells
  bool has_high_bytes = false;             // whether any of its bytes is 0x80 or above

  friend bool operator==(const RecordShape&, const RecordShape&) = default;
};

// The record that begins at rest[0]. Cost: linear in the bytes up to its end or its fault; no byte behind is looked at.
RecordShape measure_record(std::string_view rest);

// Where the cells of a record begin (and one past its end plus one), into the front of `starts`, which grows as needed
// and is never cut. Gives how many. A comma ends a cell when an even number of quotes stands before it, which in a good
// record is what RFC 4180 says. REQUIRES: record.size() <= kMaxRecordBytes.
std::size_t find_cells(std::string_view record, std::vector<std::uint32_t>& starts);

// How the first of many records stands in the bytes.
struct FirstRecord {
  std::size_t starts = 0;          // how many find_first_cells gave
  std::size_t length_bytes = 0;    // without the line end
  std::size_t line_end_bytes = 0;  // as of RecordShape

  friend bool operator==(const FirstRecord&, const FirstRecord&) = default;
};

// The same of the record that begins at rest[0], whose end is found on the way: measuring and splitting in one look.
// REQUIRES: measure_record(rest) has no fault, and its length is at most kMaxRecordBytes.
FirstRecord find_first_cells(std::string_view rest, std::vector<std::uint32_t>& starts);

// Byte after byte. The reference, and what finds the cause of a fault.
namespace plain {
RecordShape measure_record(std::string_view rest);
std::size_t find_cells(std::string_view record, std::vector<std::uint32_t>& starts);
FirstRecord find_first_cells(std::string_view rest, std::vector<std::uint32_t>& starts);
}  // namespace plain

// 64 bytes at a time, where the processor has AVX2. REQUIRES: is_available().
namespace wide {
bool is_available();
RecordShape measure_record(std::string_view rest);
std::size_t find_cells(std::string_view record, std::vector<std::uint32_t>& starts);
FirstRecord find_first_cells(std::string_view rest, std::vector<std::uint32_t>& starts);
}  // namespace wide

}  // namespace redress::scan
