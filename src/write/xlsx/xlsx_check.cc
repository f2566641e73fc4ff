#include "write/xlsx/xlsx_check.h"

#include <unistd.h>
#include <zip.h>

#include <cstddef>
#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

namespace redress::write {
namespace {

constexpr std::string_view kRowTag = "<row ";
constexpr std::string_view kSheetEnd = "</worksheet>";
constexpr std::size_t kReadBytes = std::size_t{1} << 18U;

std::uint64_t count_of(std::string_view text, std::string_view part) {
  std::uint64_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

// The last bytes of `text`, at most `most` of them.
std::string end_of(const std::string& text, std::size_t most) {
  return text.substr(text.size() - std::min(text.size(), most));
}

bool is_whole_sheet(zip_file_t* member, std::uint64_t rows) {
  std::string text;  // what was read last; in front of it the end of what came before, too short to hold a whole tag
  std::string last;
  std::string bytes(kReadBytes, '\0');
  std::uint64_t found = 0;
  while (true) {
    const zip_int64_t count = ::zip_fread(member, bytes.data(), bytes.size());
    if (count < 0) return false;
    if (count == 0) return found == rows && last == kSheetEnd;
    const auto read = static_cast<std::size_t>(count);
    text.append(bytes, 0, read);
    found += count_of(text, kRowTag);
    const std::size_t ending = std::min(read, kSheetEnd.size());
    last = end_of(last.append(bytes, read - ending, ending), kSheetEnd.size());
    text = end_of(text, kRowTag.size() - 1);
  }
}

}  // namespace

bool is_whole_workbook(int file, std::span<const std::uint64_t> rows_of_sheets) {
  const int again = ::dup(file);
  if (again < 0) return false;
  int error = 0;
  if (::lseek(again, 0, SEEK_SET) != 0) return ::close(again), false;
  const std::unique_ptr<zip_t, void (*)(zip_t*)> archive(::zip_fdopen(again, 0, &error), [](zip_t* open) {
    if (open != nullptr) ::zip_discard(open);
  });
  if (archive == nullptr) return ::close(again), false;
  for (std::size_t i = 0; i < rows_of_sheets.size(); ++i) {
    const std::string name = "xl/worksheets/sheet" + std::to_string(i + 1) + ".xml";
    const std::unique_ptr<zip_file_t, void (*)(zip_file_t*)> member(
        ::zip_fopen(archive.get(), name.c_str(), 0), [](zip_file_t* open) {
          if (open != nullptr) ::zip_fclose(open);
        });
    if (member == nullptr || !is_whole_sheet(member.get(), rows_of_sheets[i])) return false;
  }
  return true;
}

}  // namespace redress::write
