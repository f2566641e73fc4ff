#include "base/decimal.h"

#include <algorithm>

namespace redress {
namespace {

constexpr std::size_t kMostDigits = 9;
constexpr std::size_t kDecimals = 3;

bool are_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::int64_t number_of(std::string_view digits) {
  std::int64_t number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

}  // namespace

std::optional<std::int64_t> parse_thousandths(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (!are_digits(whole) || whole.size() > kMostDigits) return std::nullopt;
  if (point == std::string_view::npos) return number_of(whole) * kThousandths;
  const std::string_view fraction = text.substr(point + 1);
  if (!are_digits(fraction) || fraction.size() > kDecimals) return std::nullopt;
  std::string padded(fraction);
  padded.resize(kDecimals, '0');
  return number_of(whole) * kThousandths + number_of(padded);
}

std::string thousandths_text(std::int64_t thousandths) {
  std::string text = std::to_string(thousandths / kThousandths);
  std::string fraction = std::to_string(kThousandths + thousandths % kThousandths).substr(1);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  if (!fraction.empty()) text.append(".").append(fraction);
  return text;
}

}  // namespace redress
