// redress/check.h: what files hold, before any decision: rows, header, encoding, dates, counties, quality.
// Public face; std only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "redress/date.h"
#include "redress/error.h"
#include "redress/memory_limit.h"
#include "redress/run_observer.h"

namespace redress {

struct CheckRequest {
  std::vector<std::string> inputs;
  Date as_of;           // a birth date after it is unknown
  unsigned threads = 0;
  MemoryLimit memory;
};

// A line of a table: what, and how many.
struct Count {
  std::string label;
  std::uint64_t count = 0;
  std::string id;  // stable, for machines; of a county its name, empty where the file names none
};

struct CheckedFile {
  std::string name;  // as given
  std::uint64_t bytes = 0;
  std::uint64_t rows = 0;  // good ones
  std::uint64_t rejects = 0;
  std::uint64_t empty_lines = 0;
  bool has_header = false;
  std::string encoding;  // "ASCII", "UTF-8" or "Windows-1252"
  bool ends_inside_row = false;  // it may have been cut off
};

struct CheckReport {
  std::vector<CheckedFile> files;
  std::uint32_t columns = 0;  // that the format has
  std::uint64_t rows = 0, rejects = 0, unusable = 0, people = 0, cycles = 0, convictions = 0;
  std::optional<Date> first_event, last_event;  // of the event dates that are whole days
  std::vector<Count> rejects_by_cause;
  std::vector<Count> counties;  // rows of each county, most first
  std::vector<Count> quality;   // what is wrong or worth knowing, and how often; only what occurs
  std::string json;             // the same for machines
};

// Errors (kInput): as for evaluate, save that rejects stop it only where no row at all is good. Cost: the inputs are
// read twice.
Result<CheckReport> check_files(const CheckRequest& request, RunObserver* observer);

}  // namespace redress
