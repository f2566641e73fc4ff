#include "intake/fact_value.h"

#include <algorithm>
#include <charconv>

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/text.h"

namespace redress::intake {
namespace {

using model::Level;

ReadValue faulty(ValueFault fault) {
  return {fault, false};
}

bool is_decimal_digit(char c) {
  return c >= '0' && c <= '9';
}

bool are_decimal_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_decimal_digit);
}

ReadValue number_value(std::string_view text, bool may_be_decimal) {
  const bool is_negative = text.front() == '-';
  if (is_negative) text.remove_prefix(1);
  const std::size_t point = may_be_decimal ? text.find('.') : std::string_view::npos;
  const std::string_view whole = text.substr(0, point);
  if (!are_decimal_digits(whole)) return faulty(ValueFault::kType);
  const auto thousandths = parse_thousandths(text);
  const bool is_too_long = !thousandths && !parse_thousandths("0" + std::string(text.substr(whole.size())));
  if (is_too_long) return faulty(ValueFault::kType);  // what stands behind the point is no decimal
  if (is_negative || !thousandths) return faulty(ValueFault::kRange);
  return {ValueFault::kNone, *thousandths};
}

ReadValue yes_no_value(std::string_view text) {
  if (equals_ignoring_case(text, "yes")) return {ValueFault::kNone, true};
  if (equals_ignoring_case(text, "no")) return {ValueFault::kNone, false};
  return faulty(ValueFault::kType);
}

// "11/9/2016", as spreadsheets write a date.
std::optional<Date> read_american_date(std::string_view text) {
  const std::size_t first = text.find('/');
  const std::size_t second = first == std::string_view::npos ? first : text.find('/', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const std::string_view month = text.substr(0, first);
  const std::string_view day = text.substr(first + 1, second - first - 1);
  const std::string_view year = text.substr(second + 1);
  for (const std::string_view part : {month, day, year}) {
    if (!are_decimal_digits(part)) return std::nullopt;
  }
  if (month.size() > 2 || day.size() > 2 || year.size() != 4) return std::nullopt;
  const auto number = [](std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  };
  if (!is_valid_date(number(year), number(month), number(day))) return std::nullopt;
  return Date{static_cast<std::int16_t>(number(year)), static_cast<std::uint8_t>(number(month)),
              static_cast<std::uint8_t>(number(day))};
}

ReadValue level_value(std::string_view text) {
  if (equals_ignoring_case(text, "felony")) return {ValueFault::kNone, Level::kFelony};
  if (equals_ignoring_case(text, "misdemeanor")) return {ValueFault::kNone, Level::kMisdemeanor};
  if (equals_ignoring_case(text, "infraction")) return {ValueFault::kNone, Level::kInfraction};
  return faulty(ValueFault::kType);
}

ReadValue charge_value(std::string_view text) {
  auto citation = citation::parse_charge(text);
  if (!citation) return faulty(ValueFault::kType);
  const bool has_codes =
      std::all_of(citation->sections.begin(), citation->sections.end(),
                  [](const citation::Section& section) { return section.code != citation::Code::kUnknown; });
  if (!has_codes) return faulty(ValueFault::kType);
  return {ValueFault::kNone, *std::move(citation)};
}

ReadValue county_value(std::string_view text) {
  const bool has_digit = std::any_of(text.begin(), text.end(), is_decimal_digit);
  if (has_digit) return faulty(ValueFault::kType);
  return {ValueFault::kNone, to_upper_ascii(text)};
}

}  // namespace

std::optional<Date> read_fact_date(std::string_view text) {
  const auto iso = parse_iso_date(text);
  return iso ? iso : read_american_date(text);
}

ReadValue read_fact_value(const KnownFact& fact, std::string_view text, Date as_of) {
  switch (fact.type) {
    case FactType::kNumber: return number_value(text, false);
    case FactType::kDecimal: return number_value(text, true);
    case FactType::kYesNo: return yes_no_value(text);
    case FactType::kLevel: return level_value(text);
    case FactType::kCharge: return charge_value(text);
    case FactType::kCounty: return county_value(text);
    case FactType::kDate: break;
  }
  const auto date = read_fact_date(text);
  if (!date) return faulty(ValueFault::kType);
  if (*date > as_of && fact.record != model::RecordFact::kSentenceEnd) return faulty(ValueFault::kRange);
  return {ValueFault::kNone, *date};
}

std::string_view value_words(FactType type) {
  switch (type) {
    case FactType::kNumber: return "a whole number of at most nine digits, such as 6";
    case FactType::kDecimal: return "a number of at most nine digits and three decimals, such as 28.5";
    case FactType::kYesNo: return "yes or no";
    case FactType::kDate: return "a day of the calendar, such as 2016-11-09 or 11/09/2016";
    case FactType::kLevel: return "felony, misdemeanor or infraction";
    case FactType::kCharge: return "a section with its code, such as 11357(a) HS";
    case FactType::kCounty: return "the name of a county";
  }
  return {};
}

}  // namespace redress::intake
