// write/difference_place.h: where a byte of a results file stands, in words that a reader can follow: row and column of
// a CSV file, line and key of another. Not here: finding the byte (comparing_folder.h). Never holds a cell's content.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace redress::write {

struct DifferencePlace {
  std::uint64_t byte_0based = 0;
  bool is_table = false;         // a CSV file
  std::uint64_t row_1based = 1;  // of a table its row, the header being the first; else the line
  std::string column;            // the column's name, or the key on the line; empty where there is none yet
};

// Follows a file from its first byte to the place. One thread at a time.
class PlaceFinder {
 public:
  // `name`: the file's; one that ends in .csv is a table.
  explicit PlaceFinder(std::string_view name) : is_table_(name.ends_with(".csv")) {}

  void add(std::string_view bytes);

  // Of the byte after those added.
  DifferencePlace place() const;

 private:
  void add_to_table(char byte);

  bool is_table_;
  bool is_quoted_ = false;
  std::uint64_t bytes_ = 0;
  std::uint64_t row_ = 1;
  std::size_t column_ = 0;
  std::vector<std::string> header_{""};  // the names as written, without quotes
  std::string line_;                     // so far; of no table, and no longer than a key can be
};

}  // namespace redress::write
