#include "scan/workbook_reader.h"

#include <expat.h>
#include <zip.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

namespace redress::scan {
namespace {

constexpr std::uint32_t kMostRows = 1'048'576;
constexpr std::uint32_t kMostColumns = 16'384;
constexpr std::size_t kMostTextBytes = 4 * 32'767;
constexpr std::size_t kMostDepth = 64;
constexpr std::size_t kPieceBytes = std::size_t{1} << 16U;
constexpr std::size_t kMostSheets = 4'096;
constexpr std::size_t kMostParts = 20'000;
constexpr XML_Char kNameSeparator = '\x1F';

Error workbook_error(std::string code, const std::string& file, std::string cause) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = std::move(code);
  error.place.file = file;
  error.cause = std::move(cause);
  error.next_step = "Give the workbook as Excel or LibreOffice saved it, as .xlsx and without a password.";
  return error;
}

// The name without its namespace.
std::string_view local_name(const XML_Char* name) {
  const std::string_view whole(name);
  const std::size_t at = whole.rfind(kNameSeparator);
  return at == std::string_view::npos ? whole : whole.substr(at + 1);
}

class Attributes {
 public:
  explicit Attributes(const XML_Char** list) : list_(list) {}
  std::string_view operator[](std::string_view name) const {
    for (const XML_Char** at = list_; *at != nullptr; at += 2) {
      if (local_name(at[0]) == name) return at[1];
    }
    return {};
  }

 private:
  const XML_Char** list_;
};

// What reads one part. A fault ends the reading.
class PartReader {
 public:
  virtual ~PartReader() = default;
  virtual void begin(std::string_view name, const Attributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view) {}

  std::optional<Error> fault;  // of whoever takes what is read
  bool is_wrong = false;       // the part is not as such a part must be
  std::size_t depth = 0;
  XML_Parser parser = nullptr;

  void stop() { ::XML_StopParser(parser, XML_FALSE); }
  void refuse() {
    is_wrong = true;
    stop();
  }
};

void on_begin(void* user, const XML_Char* name, const XML_Char** attributes) {
  auto& reader = *static_cast<PartReader*>(user);
  if (++reader.depth > kMostDepth) return reader.refuse();
  reader.begin(local_name(name), Attributes(attributes));
}
void on_end(void* user, const XML_Char* name) {
  auto& reader = *static_cast<PartReader*>(user);
  --reader.depth;
  reader.end(local_name(name));
}
void on_text(void* user, const XML_Char* text, int length) {
  static_cast<PartReader*>(user)->text({text, static_cast<std::size_t>(length)});
}
// No part of a workbook has one; entities are declared there.
void on_doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  static_cast<PartReader*>(user)->refuse();
}

struct ZipClose {
  void operator()(zip_file_t* part) const { ::zip_fclose(part); }
};

// Characters that cells hold as "_x000D_". Source: ECMA-376, 22.9.2.19.
std::string unescaped(std::string_view text) {
  constexpr std::size_t kEscapeBytes = 7;
  std::string plain;
  while (!text.empty()) {
    unsigned code = 0;
    bool is_escape = text.size() >= kEscapeBytes && text.starts_with("_x") && text[kEscapeBytes - 1] == '_';
    if (is_escape) {
      const char* const end = text.data() + kEscapeBytes - 1;
      is_escape = std::from_chars(text.data() + 2, end, code, 16).ptr == end;
    }
    if (is_escape && code < 0x80) {
      plain += static_cast<char>(code);
      text.remove_prefix(kEscapeBytes);
      continue;
    }
    plain += text.front();
    text.remove_prefix(1);
  }
  return plain;
}

// "AB12": the column from 0; nothing for what is no such name.
std::optional<std::uint32_t> column_of(std::string_view cell) {
  std::uint32_t column = 0;
  std::size_t letters = 0;
  while (letters < cell.size() && cell[letters] >= 'A' && cell[letters] <= 'Z' && column <= kMostColumns)
    column = column * 26 + static_cast<std::uint32_t>(cell[letters++] - 'A' + 1);
  if (letters == 0 || column > kMostColumns) return std::nullopt;
  return column - 1;
}

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number number{};
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

class RelationReader final : public PartReader {
 public:
  void begin(std::string_view name, const Attributes& attributes) override {
    if (name == "Relationship" && targets.size() < kMostParts)
      targets.emplace(attributes["Id"], std::pair(attributes["Type"], attributes["Target"]));
  }
  void end(std::string_view) override {}
  std::map<std::string, std::pair<std::string, std::string>, std::less<>> targets;  // type, target
};

class BookReader final : public PartReader {
 public:
  void begin(std::string_view name, const Attributes& attributes) override {
    if (name == "workbookPr") is_1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true";
    if (name != "sheet") return;
    if (sheets.size() == kMostSheets) return refuse();
    sheets.emplace_back(attributes["name"], attributes["id"]);
  }
  void end(std::string_view) override {}
  bool is_1904 = false;
  std::vector<std::pair<std::string, std::string>> sheets;  // name, relation
};

class SharedReader final : public PartReader {
 public:
  explicit SharedReader(std::uint64_t most_bytes) : most_bytes_(most_bytes) {}
  void begin(std::string_view name, const Attributes&) override {
    if (name == "si") texts.emplace_back();
    if (name == "rPh") ++phonetic_;
    is_text_ = name == "t" && phonetic_ == 0;
  }
  void end(std::string_view name) override {
    if (name == "rPh") --phonetic_;
    is_text_ = false;
    if (name == "si") texts.back() = unescaped(texts.back());
  }
  void text(std::string_view piece) override {
    if (!is_text_ || texts.empty()) return;
    bytes_ += piece.size();
    if (bytes_ > most_bytes_ || texts.back().size() + piece.size() > kMostTextBytes) {
      is_too_large = true;
      return stop();
    }
    texts.back().append(piece);
  }
  std::vector<std::string> texts;
  bool is_too_large = false;

 private:
  std::uint64_t most_bytes_;
  std::uint64_t bytes_ = 0;
  int phonetic_ = 0;
  bool is_text_ = false;
};

class SheetReader final : public PartReader {
 public:
  SheetReader(const std::vector<std::string>& shared, const WorkbookRowTaker& take) : shared_(shared), take_(take) {}

  void begin(std::string_view name, const Attributes& attributes) override {
    if (name == "row") {
      const std::string_view number = attributes["r"];
      const auto row = number.empty() ? std::optional(row_ + 1) : number_of<std::uint32_t>(number);
      if (!row || *row <= row_ || *row > kMostRows) return refuse();
      row_ = *row;
      cells_.clear();
      next_column_ = 0;
    } else if (name == "c" && row_ > 0) {
      const std::string_view place = attributes["r"];
      const auto column = place.empty() ? std::optional(next_column_) : column_of(place);
      if (!column || *column >= kMostColumns || *column < next_column_) return refuse();
      next_column_ = *column + 1;
      cell_ = {*column, false, 0, {}};
      type_ = attributes["t"];
      is_in_cell_ = true;
    }
    is_text_ = is_in_cell_ && (name == "v" || name == "t");
  }

  void end(std::string_view name) override {
    is_text_ = false;
    if (name == "c" && is_in_cell_) {
      is_in_cell_ = false;
      finish_cell();
    } else if (name == "row" && !cells_.empty()) {
      if (Status taken = take_(row_, cells_); !taken) {
        fault = taken.error();
        stop();
      }
      cells_.clear();
    }
  }

  void text(std::string_view piece) override {
    if (!is_text_) return;
    if (cell_.text.size() + piece.size() > kMostTextBytes) return refuse();
    cell_.text.append(piece);
  }

 private:
  void finish_cell() {
    if (type_ == "s") {
      const auto place = number_of<std::uint32_t>(cell_.text);
      if (!place || *place >= shared_.size()) return refuse();
      cell_.text = shared_[*place];
    } else if (type_ == "inlineStr" || type_ == "str") {
      cell_.text = unescaped(cell_.text);
    } else if (type_.empty() || type_ == "n") {
      const auto number = number_of<double>(cell_.text);
      if (!cell_.text.empty() && !number) return refuse();
      cell_.is_number = number.has_value();
      cell_.number = number.value_or(0);
    } else if (type_ == "d" && cell_.text.size() > 10) {
      cell_.text.resize(10);  // the day of "2020-06-01T00:00:00"
    }
    if (!cell_.text.empty()) cells_.push_back(std::move(cell_));
  }

  const std::vector<std::string>& shared_;
  const WorkbookRowTaker& take_;
  std::vector<WorkbookCell> cells_;
  WorkbookCell cell_;
  std::string type_;
  std::uint32_t row_ = 0;
  std::uint32_t next_column_ = 0;
  bool is_in_cell_ = false;
  bool is_text_ = false;
};

// A part that a relation of xl/workbook.xml names.
std::string part_path(const std::string& target) {
  return target.starts_with('/') ? target.substr(1) : "xl/" + target;
}

}  // namespace

struct Workbook::State {
  std::string file;
  WorkbookLimits limits;
  std::unique_ptr<zip_t, void (*)(zip_t*)> archive{nullptr, ::zip_discard};
  std::vector<std::string> names;
  std::vector<std::string> parts;  // of the sheets
  std::vector<std::string> shared;
  bool is_1904 = false;

  Error damaged(const std::string& part) const {
    return workbook_error("workbook.damaged", file, "its part " + part + " is missing, damaged, or not of a workbook");
  }
  Error too_large(const std::string& part) const {
    Error error = workbook_error("workbook.too_large", file,
                                 "its part " + part + " unpacks to more than a workbook of a run ever has");
    error.next_step = "Take the file only if you know who made it; save it again without what was added to it.";
    return error;
  }

  Status read(const std::string& part, PartReader& reader) const {
    zip_stat_t stat{};
    if (::zip_stat(archive.get(), part.c_str(), 0, &stat) != 0) return damaged(part);
    const auto most = std::min(limits.most_part_bytes,
                               std::max(limits.most_free_bytes, stat.comp_size * limits.most_tightness));
    if (stat.size > most) return too_large(part);
    const std::unique_ptr<zip_file_t, ZipClose> open(::zip_fopen(archive.get(), part.c_str(), 0));
    if (open == nullptr) return damaged(part);
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(::XML_ParserCreateNS(nullptr, kNameSeparator),
                                                                         ::XML_ParserFree);
    if (parser == nullptr) return damaged(part);
    reader.parser = parser.get();
    ::XML_SetUserData(parser.get(), &reader);
    ::XML_SetElementHandler(parser.get(), on_begin, on_end);
    ::XML_SetCharacterDataHandler(parser.get(), on_text);
    ::XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
    std::string piece(kPieceBytes, '\0');
    std::uint64_t bytes = 0;
    while (true) {
      const zip_int64_t count = ::zip_fread(open.get(), piece.data(), piece.size());
      if (count < 0) return damaged(part);
      bytes += static_cast<std::uint64_t>(count);
      if (bytes > most) return too_large(part);
      const bool is_last = count == 0;
      const XML_Status parsed = ::XML_Parse(parser.get(), piece.data(), static_cast<int>(count), is_last ? 1 : 0);
      if (reader.fault) return *reader.fault;
      if (parsed != XML_STATUS_OK || reader.is_wrong) return damaged(part);
      if (is_last) return Done{};
    }
  }
};

Workbook::Workbook(std::unique_ptr<State> state) : state_(std::move(state)) {}
Workbook::~Workbook() = default;
const std::vector<std::string>& Workbook::sheet_names() const { return state_->names; }
bool Workbook::counts_from_1904() const { return state_->is_1904; }

Result<std::unique_ptr<Workbook>> Workbook::open(std::string_view bytes, const std::string& file,
                                                 const WorkbookLimits& limits) {
  auto state = std::make_unique<State>();
  state->file = file;
  state->limits = limits;
  const Error no_workbook = workbook_error("workbook.not_xlsx", file, "this is not an XLSX workbook");
  zip_error_t error;
  ::zip_error_init(&error);
  zip_source_t* source = ::zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return no_workbook;
  state->archive.reset(::zip_open_from_source(source, ZIP_RDONLY, &error));
  ::zip_error_fini(&error);
  if (state->archive == nullptr) {
    ::zip_source_free(source);
    return no_workbook;
  }
  if (::zip_get_num_entries(state->archive.get(), 0) > static_cast<zip_int64_t>(kMostParts) ||
      ::zip_name_locate(state->archive.get(), "xl/workbook.xml", 0) < 0)
    return no_workbook;
  BookReader book;
  RelationReader relations;
  if (Status read = state->read("xl/workbook.xml", book); !read) return read.error();
  if (Status read = state->read("xl/_rels/workbook.xml.rels", relations); !read) return read.error();
  state->is_1904 = book.is_1904;
  for (const auto& [name, relation] : book.sheets) {
    const auto found = relations.targets.find(relation);
    if (found == relations.targets.end()) return state->damaged("xl/workbook.xml");
    if (!found->second.first.ends_with("/worksheet")) continue;  // a sheet of charts
    state->names.push_back(name);
    state->parts.push_back(part_path(found->second.second));
  }
  for (const auto& [relation, target] : relations.targets) {
    if (!target.first.ends_with("/sharedStrings")) continue;
    SharedReader shared(limits.most_shared_bytes);
    const std::string part = part_path(target.second);
    const Status read = state->read(part, shared);
    if (shared.is_too_large) return state->too_large(part);
    if (!read) return read.error();
    state->shared = std::move(shared.texts);
  }
  return std::unique_ptr<Workbook>(new Workbook(std::move(state)));
}

Status Workbook::read_sheet(std::size_t sheet, const WorkbookRowTaker& take) const {
  SheetReader reader(state_->shared, take);
  return state_->read(state_->parts[sheet], reader);
}

}  // namespace redress::scan
