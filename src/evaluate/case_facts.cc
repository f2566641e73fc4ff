#include "evaluate/case_facts.h"

#include <algorithm>
#include <charconv>

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/text.h"
#include "citation/citation.h"

namespace redress::evaluate {
namespace {

using model::Doubt;

// "1998", "1998-05", "1998-05-04".
std::optional<DateSpan> span_of(std::string_view text) {
  std::string compact;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_joint = i == 4 || i == 7;
    if (is_joint != (text[i] == '-')) return std::nullopt;
    if (!is_joint) compact += text[i];
  }
  if (compact.size() != 4 && compact.size() != 6 && compact.size() != 8) return std::nullopt;
  compact.resize(8, '0');
  return parse_compact_date(compact);
}

std::optional<model::SentenceUnit> unit_of(std::string_view word) {
  if (word == "day" || word == "days") return model::SentenceUnit::kDays;
  if (word == "month" || word == "months") return model::SentenceUnit::kMonths;
  if (word == "year" || word == "years") return model::SentenceUnit::kYears;
  return std::nullopt;
}

std::string_view kind_words(const UnknownFact& fact) {
  switch (fact.kind) {
    case FactKind::kBirthDate: return "birth date";
    case FactKind::kConvictionDate:
    case FactKind::kRegistrationDate: return "date";
    case FactKind::kLevel: return "level";
    case FactKind::kCounty: return "county";
    case FactKind::kCharge:
    case FactKind::kRegistrationCharge: return "charge";
    case FactKind::kCode: return "code";
    case FactKind::kSubdivision: return "subdivision";
    case FactKind::kAttemptMembership: return "attempt";
    case FactKind::kNeeded: return fact.needed;
    case FactKind::kSentence: return "sentence";
    case FactKind::kMissingRow: return "a row";
    case FactKind::kCountIdentity: return "count";
    case FactKind::kArrestDate: return "arrest date";
    case FactKind::kOffenseDate: return "offense date";
    case FactKind::kChargingDate: return "charging date";
    case FactKind::kDeclared: return fact.needed;
    case FactKind::kQuestion: return "question";
  }
  return "";
}

std::string whose_words(Subject subject, std::span<const Subject> convictions) {
  switch (subject.kind) {
    case SubjectKind::kPerson: return "";
    case SubjectKind::kConviction:
    case SubjectKind::kUnusable: {
      const auto found = std::find(convictions.begin(), convictions.end(), subject);
      return " of conviction " + std::to_string(found - convictions.begin() + 1);
    }
    case SubjectKind::kRegistration: return " of registration " + std::to_string(subject.index + 1);
    case SubjectKind::kCycleCharge: return " of other count " + std::to_string(subject.index + 1);
  }
  return "";
}

}  // namespace

std::optional<model::DateFact> case_date(const policy::TomlValue& value) {
  if (value.kind == policy::TomlValue::Kind::kDate) return model::known_date(value.date);
  if (value.kind != policy::TomlValue::Kind::kString) return std::nullopt;
  if (value.text == kUnreadable) return model::DateFact{kEveryDay, Doubt::kUnreadable, 0};
  constexpr std::string_view kOr = " or ";
  const std::string_view text = value.text;
  const std::size_t joint = text.find(kOr);
  const auto first = span_of(text.substr(0, joint));
  if (!first) return std::nullopt;
  if (joint == std::string_view::npos) {
    return model::DateFact{*first, first->is_exact() ? Doubt::kNone : Doubt::kPartial, 0};
  }
  const auto second = span_of(text.substr(joint + kOr.size()));
  if (!second || *first == *second) return std::nullopt;
  return model::DateFact{hull(*first, *second), Doubt::kContradictory, 0};
}

std::optional<model::Known<model::Level>> case_level(std::string_view text) {
  if (text == "felony") return model::known(model::Level::kFelony);
  if (text == "misdemeanor") return model::known(model::Level::kMisdemeanor);
  if (text == "infraction") return model::known(model::Level::kInfraction);
  if (text == kUnreadable) return model::Known<model::Level>{{}, Doubt::kUnreadable};
  if (text == kContradictory) return model::Known<model::Level>{{}, Doubt::kContradictory};
  return std::nullopt;
}

std::optional<model::Charge> case_charge(std::string_view text) {
  model::Charge charge;
  charge.doubt = text == kUnreadable      ? Doubt::kUnreadable
                 : text == kContradictory ? Doubt::kContradictory
                                          : Doubt::kNone;
  if (!charge.is_known()) return charge;
  auto citation = citation::parse_charge(text);
  if (!citation) return std::nullopt;
  charge.citation = *std::move(citation);
  return charge;
}

std::optional<model::SentencePart> case_sentence_part(std::string_view text) {
  model::SentencePart part;
  if (text == "life" || text == kUnreadable) {
    part.doubt = Doubt::kUnreadable;
    return part;
  }
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const auto unit = unit_of(text.substr(blank + 1));
  const auto read = std::from_chars(text.data(), text.data() + blank, part.length);
  if (!unit || read.ec != std::errc{} || read.ptr != text.data() + blank || part.length < 0) return std::nullopt;
  part.unit = *unit;
  return part;
}

std::optional<model::SuppliedFact> case_supplied(const policy::SourceText& source, const policy::DeclaredFact& fact,
                                                 const policy::TomlValue& value) {
  using Kind = policy::TomlValue::Kind;
  if (fact.type == policy::DeclaredType::kYesNo) {
    if (value.kind != Kind::kBoolean) return std::nullopt;
    return model::SuppliedFact{fact.name, value.boolean};
  }
  const bool may_be_decimal = fact.type == policy::DeclaredType::kDecimal && value.kind == Kind::kOther;
  if (value.kind != Kind::kInteger && !may_be_decimal) return std::nullopt;
  const auto number =
      parse_thousandths(std::string_view(source.text).substr(value.extent.offset, value.extent.length));
  if (!number) return std::nullopt;
  return model::SuppliedFact{fact.name, *number};
}

std::string case_fact_name(const UnknownFact& fact, std::span<const Subject> convictions) {
  if (fact.kind == FactKind::kQuestion) return "question " + std::string(fact.needed);
  std::string name = with_blanks(kind_words(fact));
  if (fact.kind != FactKind::kBirthDate && fact.kind != FactKind::kMissingRow)
    name += whose_words(fact.subject, convictions);
  return name;
}

}  // namespace redress::evaluate
