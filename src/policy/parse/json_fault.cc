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
    read = bytes_read;
    token = last_token;
    // A number that no double holds is well-formed JSON, so the library tells it as another kind of fault.
    in_text = std::string_view(fault.what()).find("invalid string") != std::string_view::npos;
    too_large = dynamic_cast<const nlohmann::json::out_of_range*>(&fault) != nullptr;
    return false;
  }

  std::size_t read = 0;  // bytes up to the end of what was found; 0 without a fault, one too many at the text's end
  std::string token;     // what was found, where it is a text or a number
  bool in_text = false;  // inside quotation marks
  bool too_large = false;
};

struct Finding {
  Extent extent;
  std::string_view cause;
  std::string_view next_step;
};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // some editors save it; JSON may begin with it
constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

// The run of letters that ends before a byte or goes on there.
Extent word_around(std::string_view text, std::size_t at) {
  const std::size_t behind = std::min(text.find_first_not_of(kLetters, at), text.size());
  const std::size_t before = at == 0 ? std::string_view::npos : text.find_last_not_of(kLetters, at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return {begin, behind - begin};
}

// Where the text stops being JSON. The parser tells the end of what it took in: the closing quotation mark of a text
// that should not be there, the last digit of a number, the first letter that makes a word another than true, false and
// null.
Extent extent_of(const FaultFinder& fault, std::string_view text) {
  const std::size_t at = fault.read - 1;
  const bool is_whole = text[at] == '"' || fault.too_large;
  if (is_whole && fault.token.size() <= fault.read) return {fault.read - fault.token.size(), fault.token.size()};
  const Extent word = word_around(text, at);
  const std::string_view spelled = text.substr(word.offset, word.length);
  if (word.length > 0 && spelled != "true" && spelled != "false" && spelled != "null") return word;
  return {at, 1};
}

// A byte inside quotation marks that may not stand there.
Finding finding_in_text(std::string_view text, std::size_t at) {
  if (text[at] == '\n' || text[at] == '\r') {
    return {
        {at, 1}, "the line ends inside quotation marks", "Write the closing quotation mark on the line of the first."};
  }
  if (static_cast<unsigned char>(text[at]) >= 0x80)
    return {{at, 1}, "the options file is not UTF-8", "Save it as UTF-8."};
  return {{at, 1}, "this may not stand inside quotation marks", "Take it out."};
}

// What stands where the text stops being JSON, and before it, tells what the writer meant.
Finding finding_at(std::string_view text, Extent here) {
  const std::size_t at = here.offset;
  const char found = text[at];
  const std::size_t before = at == 0 ? std::string_view::npos : text.find_last_not_of(kSpace, at - 1);
  const char last = before == std::string_view::npos ? '\0' : text[before];
  if ((found == '}' || found == ']') && last == ',') {
    return {{before, 1}, "a comma stands behind the last entry", "Take this comma out."};
  }
  if (const std::size_t length = curly_quote_at(text, at)) {
    return {{at, length}, "a curly quotation mark stands here", "Write straight quotation marks, as in \"dismiss\"."};
  }
  if (found == '\'') return {here, "a single quotation mark stands here", "Write double ones, as in \"dismiss\"."};
  if (found == '/' || found == '#') {
    return {here, "a remark stands here, and an options file has none", "Take the remark out."};
  }
  const bool behind_value = last == '"' || last == '}' || last == ']' || (last >= '0' && last <= '9') ||
                            kLetters.find(last) != std::string_view::npos;
  if ((found == '"' || found == '{' || found == '[') && behind_value) {
    return {here, "a comma or a colon is missing before this",
            "Write a colon between a name and its value, and a comma between two entries."};
  }
  if (kLetters.find(found) != std::string_view::npos) {
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
  return finder.in_text ? finding_in_text(text, finder.read - 1) : finding_at(text, here);
}

}  // namespace

Error json_fault(const SourceText& source) {
  const Finding finding = finding_of(source);
  return error_at(source, finding.extent, "options.syntax", std::string(finding.cause), std::string(finding.next_step));
}

}  // namespace redress::policy
