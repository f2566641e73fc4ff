#include "policy/parse/json_fault.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace redress::policy {
namespace {

// Reads JSON for nothing but the place and the kind of its first fault.
class FaultFinder : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t bytes_read, const std::string& last_token,
                   const nlohmann::json::exception& fault) override {
    // What follows repeats the text that was read.
    const std::string_view whole = fault.what();
    const std::string_view words = whole.substr(0, whole.find("; last read"));
    const auto says = [&](std::string_view part) { return words.find(part) != std::string_view::npos; };
    read = bytes_read;
    text_length = last_token.size();
    in_text = says("invalid string");
    is_not_utf8 = says("ill-formed UTF-8");
    is_not_closed = says("missing closing quote");
    // A number that no double holds is well-formed JSON, so the library tells it as another kind of fault.
    too_large = dynamic_cast<const nlohmann::json::out_of_range*>(&fault) != nullptr;
    return false;
  }

  std::size_t read = 0;  // bytes up to the end of what was found; 0 without a fault, one too many at the text's end
  std::size_t text_length = 0;  // of a text that was found, with its quotation marks
  bool in_text = false;         // inside quotation marks
  bool is_not_utf8 = false;
  bool is_not_closed = false;
  bool too_large = false;
};

struct Finding {
  Extent extent;
  std::string_view cause;
  std::string_view next_step;
};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // some editors save it; JSON may begin with it
constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kNumberBytes = "0123456789+-.";
constexpr std::string_view kWordBytes = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-._";

bool is_one_of(std::string_view bytes, char byte) {
  return bytes.find(byte) != std::string_view::npos;
}

// Whether a word is true, false, null or a number.
bool is_value(std::string_view word) {
  return !word.empty() && nlohmann::json::accept(word);
}

// The text, the word or the mark at which the text stops being JSON. The parser tells the end of what it took in: of a
// word that it does not know, the first byte that makes it one, be it a letter or what follows.
Extent extent_of(const FaultFinder& fault, std::string_view text) {
  const std::size_t at = fault.read - 1;
  if (text[at] == '"' && fault.text_length <= fault.read) return {fault.read - fault.text_length, fault.text_length};
  const std::size_t before = at == 0 ? std::string_view::npos : text.find_last_not_of(kWordBytes, at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t behind = std::min(text.find_first_not_of(kWordBytes, at), text.size());
  const bool is_word = begin < behind && (behind > at || !is_value(text.substr(begin, behind - begin)));
  return is_word ? Extent{begin, behind - begin} : Extent{at, 1};
}

// A byte inside quotation marks that may not stand there.
Finding finding_in_text(std::string_view text, std::size_t at, bool is_not_utf8) {
  if (is_not_utf8) {
    // The parser stops at the byte that should have gone on with a letter; the letter began up to three before it.
    while (at > 0 && static_cast<unsigned char>(text[at]) < 0x80) --at;
    return {{at, 1}, "the options file is not UTF-8", "Save it as UTF-8."};
  }
  if (text[at] == '\n' || text[at] == '\r') {
    return {
        {at, 1}, "the line ends inside quotation marks", "Write the closing quotation mark on the line of the first."};
  }
  return {{at, 1}, "this may not stand inside quotation marks", "Take it out."};
}

// What stands where the text stops being JSON, and before it, tells what the writer meant.
Finding finding_at(std::string_view text, Extent here) {
  const char found = text[here.offset];
  const std::size_t before = here.offset == 0 ? std::string_view::npos : text.find_last_not_of(kSpace, here.offset - 1);
  const char last = before == std::string_view::npos ? '\0' : text[before];
  if (is_one_of("}]", found) && last == ',')
    return {{before, 1}, "a comma stands behind the last entry", "Take this comma out."};
  if (found == ',' && is_one_of(",:[{", last)) return {here, "this comma is one too many", "Take it out."};
  if (const std::size_t length = curly_quote_at(text, here.offset)) {
    return {{here.offset, length},
            "a curly quotation mark stands here",
            "Write straight quotation marks, as in \"dismiss\"."};
  }
  if (found == '\'') return {here, "a single quotation mark stands here", "Write double ones, as in \"dismiss\"."};
  if (is_one_of("/#", found)) {
    return {here, "a remark stands here, and an options file has none", "Take the remark out."};
  }
  const std::string_view word = text.substr(here.offset, here.length);
  const bool is_behind_value = is_one_of("\"}]", last) || is_one_of(kWordBytes, last);
  if (is_behind_value && (is_one_of("\"{[", found) || is_value(word))) {
    return {here, "a comma or a colon is missing before this",
            "Write a colon between a name and its value, and a comma between two entries."};
  }
  if (is_one_of(kNumberBytes, found)) return {here, "this is not a number", "Write digits alone, as in 57."};
  if (is_one_of(kWordBytes, found) && !is_value(word)) {
    return {here, "this word is not known here",
            "Write true and false in small letters, numbers in digits, and all else in double quotation marks."};
  }
  return {here, "this does not belong here", "Compare with {\"baselineEligibility\": {…}, \"additionalRelief\": {…}}."};
}

Finding finding_of(const SourceText& source) {
  constexpr std::string_view kWhole = "Write {\"baselineEligibility\": {…}, \"additionalRelief\": {…}}.";
  const std::string_view text = source.text;
  FaultFinder finder;
  nlohmann::json::sax_parse(source.text, &finder);
  const std::size_t first =
      text.find_first_not_of(kSpace, text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
    return {{0, 1}, "the options file is saved as UTF-16", "Save it as UTF-8."};
  if (finder.read == 0) return {{first, 1}, "the options file is not a JSON object", kWhole};
  if (first == std::string_view::npos) return {{0, 1}, "the options file is empty", kWhole};
  if (finder.is_not_closed) {
    return {{text.size() - 1, 1}, "the options file ends inside quotation marks", "Write the closing quotation mark."};
  }
  if (finder.read > text.size()) {
    return {{text.find_last_not_of(kSpace), 1},
            "the options file ends before all brackets are closed",
            "Close every { with } and every [ with ]."};
  }
  const Extent here = extent_of(finder, text);
  if (finder.too_large) {
    return {here, "a number of the options file is too large", "Write a number that the option takes."};
  }
  // What does not even begin as an object is another kind of file, or one saved in another way.
  if (text[first] != '{') return {{first, 1}, "the options file is not a JSON object", kWhole};
  if (finder.in_text) return finding_in_text(text, finder.read - 1, finder.is_not_utf8);
  return finding_at(text, here);
}

}  // namespace

Error json_fault(const SourceText& source) {
  const Finding finding = finding_of(source);
  return error_at(source, finding.extent, "options.syntax", std::string(finding.cause), std::string(finding.next_step));
}

}  // namespace redress::policy
