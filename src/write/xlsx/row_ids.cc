#include "write/xlsx/row_ids.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "write/checksum.h"

namespace redress::write {
namespace {

constexpr std::string_view kAlphabet = "BCDFGHJKLMNPQRSTVWXZ23456789";
constexpr std::uint64_t kLetters = 20;
constexpr std::size_t kHighCharacters = 12;  // 20 * 28^11 has fewer than 64 bits
constexpr std::size_t kMostCharacters = 16;

std::uint64_t number_of_digits(std::string_view hex) {
  std::uint64_t number = 0;
  for (const char c : hex) number = number * 16 + static_cast<std::uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
  return number;
}

constexpr std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t result = 1;
  for (std::size_t i = 0; i < exponent; ++i) result *= base;
  return result;
}

constexpr std::uint64_t kHighCodes = kLetters * power(kAlphabet.size(), kHighCharacters - 1);
constexpr std::uint64_t kLowCodes = power(kAlphabet.size(), kMostCharacters - kHighCharacters);

}  // namespace

void RowIds::add(std::string_view person, std::string_view count, std::string_view record_id) {
  std::string key;
  key.append(person).append(1, '\x1F').append(count).append(1, '\x1F').append(record_id);
  const std::string sum = sha256_hex(key);
  codes_.push_back({number_of_digits(std::string_view(sum).substr(0, 16)) % kHighCodes,
                    number_of_digits(std::string_view(sum).substr(16, 16)) % kLowCodes});
}

Status RowIds::finish() {
  // Decisions of the very same key: all but the first take the next free code of their own.
  std::vector<std::uint64_t> order(codes_.size());
  std::iota(order.begin(), order.end(), std::uint64_t{0});
  const auto key = [&](std::uint64_t i) { return std::pair(codes_[i].high, codes_[i].low); };
  std::sort(order.begin(), order.end(),
            [&](std::uint64_t a, std::uint64_t b) { return std::pair(key(a), a) < std::pair(key(b), b); });
  std::vector<std::pair<std::uint64_t, std::string>> again;
  for (std::size_t i = 1, nth = 0; i < order.size(); ++i) {
    nth = key(order[i]) == key(order[i - 1]) ? nth + 1 : 0;
    if (nth == 0) continue;
    const Code& code = codes_[order[i]];
    const std::string text = std::to_string(code.high) + "+" + std::to_string(code.low);
    again.emplace_back(order[i], text + "+" + std::to_string(nth));
  }
  for (const auto& [decision, text] : again) {
    const std::string sum = sha256_hex(text);
    codes_[decision] = {number_of_digits(std::string_view(sum).substr(0, 16)) % kHighCodes,
                        number_of_digits(std::string_view(sum).substr(16, 16)) % kLowCodes};
  }
  for (const std::size_t characters : {std::size_t{8}, kHighCharacters, kMostCharacters}) {
    characters_ = characters;
    if (are_unique(characters)) return Done{};
  }
  Error error;
  error.code = "workbook.row_ids";
  error.cause = "two decisions of this run cannot be told apart by their person, count and record";
  error.next_step = "This is a fault of the program. Please report it.";
  return error;
}

bool RowIds::are_unique(std::size_t characters) const {
  const std::uint64_t rest = characters < kHighCharacters ? power(kAlphabet.size(), kHighCharacters - characters) : 1;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> short_codes;
  short_codes.reserve(codes_.size());
  for (const Code& code : codes_)
    short_codes.emplace_back(code.high / rest, characters > kHighCharacters ? code.low : 0);
  std::sort(short_codes.begin(), short_codes.end());
  return std::adjacent_find(short_codes.begin(), short_codes.end()) == short_codes.end();
}

std::string RowIds::id(std::uint64_t decision_0based) const {
  const Code& code = codes_[decision_0based];
  std::string id(kMostCharacters, ' ');
  std::uint64_t low = code.low;
  for (std::size_t i = kMostCharacters; i-- > kHighCharacters; low /= kAlphabet.size())
    id[i] = kAlphabet[low % kAlphabet.size()];
  std::uint64_t high = code.high;
  for (std::size_t i = kHighCharacters; i-- > 1; high /= kAlphabet.size()) id[i] = kAlphabet[high % kAlphabet.size()];
  id[0] = kAlphabet[high];
  id.resize(characters_);
  return id;
}

}  // namespace redress::write
