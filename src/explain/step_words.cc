#include "explain/step_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "explain/person_lookup.h"
#include "explain/record_words.h"
#include "explain/words.h"
#include "policy/parse/decimal.h"
#include "policy/policy.h"

namespace redress::explain {
namespace {

using evaluate::Subject;
using evaluate::Use;
using policy::Expression;
using policy::Field;
using policy::Operation;
using policy::RecordKind;

class UseWords {
 public:
  UseWords(const ExplainRequest& request, Subject current)
      : request_(request), person_(request.person), conviction_(conviction_of(request.person, current)) {}

  std::string words(const Use& use) const {
    switch (use.kind) {
      case Use::Kind::kFact: return fact(*use.expression);
      case Use::Kind::kComparison: return comparison(use);
      case Use::Kind::kList: return list(use);
    }
    return {};
  }

 private:
  std::string in_own_rows(const std::string& words) const { return words + in_rows(request_, conviction_.rows); }

  const citation::Section* section() const {
    return evaluate::listed_section(conviction_.charge, *request_.plan.sets[request_.plan.charge_set].set);
  }

  // What was supplied: "plants: 6", "personal small: yes", "plants: not supplied".
  std::string declared(const policy::DeclaredFact& fact) const {
    std::string words = fact.name + ": ";
    std::replace(words.begin(), words.end(), '_', ' ');
    const auto value = evaluate::supplied_value(conviction_, fact);
    if (!value) return words + "not supplied";
    switch (fact.type) {
      case policy::DeclaredType::kYesNo: return words + (*value != 0 ? "yes" : "no");
      case policy::DeclaredType::kNumber: words += std::to_string(*value); break;
      case policy::DeclaredType::kDecimal: words += policy::thousandths_text(*value); break;
    }
    return fact.unit.empty() ? words : words + " " + fact.unit;
  }

  std::string fact(const Expression& expression) const {
    if (expression.operation == Operation::kDeclaredFact) return declared(request_.plan.facts[expression.index]);
    if (expression.operation == Operation::kQuestion) {
      const policy::OpenQuestion& question = request_.plan.questions[expression.index];
      return "open question " + question.id + ": " + question.text;
    }
    if (expression.operation != Operation::kFact) return in_own_rows(citation_words(conviction_.charge));
    switch (expression.field) {
      case Field::kLevel: return in_own_rows(level_words(conviction_.level));
      case Field::kCounty: return in_own_rows(county_words(request_, conviction_.county));
      case Field::kSection: return section() == nullptr ? citation_words(conviction_.charge) : section()->number;
      case Field::kSubdivision: return subdivision();
      case Field::kAttempt:
      case Field::kConspiracy: return citation_words(conviction_.charge);
      case Field::kReliefEntered:
        return in_own_rows(conviction_.relief_is_entered ? "relief entered" : "no relief entered");
      case Field::kSameCycle: return {};  // of the records of a list, which are named there
      case Field::kIsDeceased:
        return person_.is_deceased ? "deceased" + in_rows(request_, person_.deceased_rows) : "no death on record";
      case Field::kRunCounty: return "county of the run: " + title_case(request_.run.county);
      case Field::kDate:
      case Field::kSentenceEnd:
      case Field::kSentenceEndEarliest:
      case Field::kArrestDate:
      case Field::kOffenseDate:
      case Field::kChargingDate:
      case Field::kBirthDate:
      case Field::kAsOf: return date_fact(expression);
    }
    return {};
  }

  std::string subdivision() const {
    const citation::Section* listed = section();
    if (listed == nullptr) return citation_words(conviction_.charge);
    std::string words;
    for (const std::string& part : listed->subdivisions) words += "(" + part + ")";
    return words.empty() ? "no subdivision" : words;
  }

  std::string date_fact(const Expression& expression) const {
    switch (expression.field) {
      case Field::kBirthDate:
        return person_.birth_date.span.is_every_day()
                   ? "birth date " + std::string(doubt_words(person_.birth_date.doubt))
                   : date_words(person_.birth_date) + in_rows(request_, person_.birth_date_rows);
      case Field::kAsOf: return to_iso(request_.run.as_of);
      case Field::kSentenceEnd: return sentence_end("sentence ends ", conviction_.sentence_end);
      case Field::kSentenceEndEarliest:
        return sentence_end("sentence ends at the earliest ", conviction_.sentence_end_earliest);
      case Field::kArrestDate:
        if (conviction_.arrest_date.span.is_every_day()) return "arrest date unknown";
        return "arrest on " + span_words(conviction_.arrest_date.span);
      case Field::kOffenseDate:
        return "offense " + span_words(evaluate::offense_date(conviction_, request_.plan.leap));
      case Field::kChargingDate: return "charged " + span_words(evaluate::charging_date(conviction_));
      default: return in_own_rows(date_words(conviction_.date));
    }
  }

  std::string sentence_end(std::string_view words, const model::DateFact& end) const {
    if (end.span.is_every_day()) return in_own_rows("end of sentence unknown");
    return in_own_rows(fmt::format("{}{}", words, span_words(end.span)));
  }

  std::int64_t number(const Expression& expression) const {
    if (expression.operation != Operation::kParameter) return expression.integer;
    return std::get<std::int64_t>(request_.plan.parameters[expression.index].value);
  }

  // One side of a comparison of dates. A written date and the as-of date stand in the question, latest and earliest in
  // their own words.
  std::string side(const Expression& expression, DateSpan value) const {
    if (expression.operation == Operation::kFact) {
      return expression.field == Field::kAsOf ? std::string{} : date_fact(expression);
    }
    if (expression.operation != Operation::kAdd) return {};
    const Expression& base = expression.children[0];
    std::string from = base.operation == Operation::kDate   ? to_iso(base.date)
                             : base.operation == Operation::kFact ? date_fact(base)
                                                                  : std::string("that day");
    if (value.is_every_day()) return from;
    return fmt::format("{} {} {} is {}", counted_units(expression), expression.negative ? "before" : "after", from,
                       span_words(value));
  }

  std::string counted_units(const Expression& expression) const {
    const std::int64_t amount = number(expression.children[1]);
    switch (expression.unit) {
      case policy::TimeUnit::kDays: return fmt::format("{} day{}", amount, amount == 1 ? "" : "s");
      case policy::TimeUnit::kMonths: return fmt::format("{} month{}", amount, amount == 1 ? "" : "s");
      case policy::TimeUnit::kYears: return fmt::format("{} year{}", amount, amount == 1 ? "" : "s");
    }
    return {};
  }

  std::string comparison(const Use& use) const {
    if (use.expression->operation != Operation::kCompareDates) return {};
    std::string words = side(use.expression->children[0], use.left);
    const std::string right = side(use.expression->children[1], use.right);
    if (!right.empty()) words.append(words.empty() ? "" : "; ").append(right);
    return words;
  }

  static std::string_view noun(const Expression& expression) {
    switch (expression.list.kind) {
      case RecordKind::kConvictions: return "conviction";
      case RecordKind::kRegistrations: return "registration";
      case RecordKind::kCycleCounts: return "count of this cycle";
    }
    return "record";
  }

  // "3 convictions", "1 conviction on the list".
  static std::string records(const Expression& expression, std::size_t number) {
    if (expression.list.kind == RecordKind::kCycleCounts) {
      return fmt::format("{} on the list in this cycle", counted(number, "count"));
    }
    return counted(number, noun(expression)) + (expression.list.set ? " on the list" : "");
  }

  std::string none_of(const Use& use) const {
    std::string all = records(*use.expression, use.looked_at);
    if (use.looked_at == 0) return all;
    // Of a few on a list the reader wants to know which they are, and why they do not count.
    constexpr std::size_t kFew = 3;
    if (use.expression->list.set && !use.others.empty() && use.others.size() <= kFew) {
      return "on the list, but not counted: " + joined(use.others, Truth::kNo, "");
    }
    return "none of " + all + latest_sentence(use);
  }

  // Of a comparison with the end of a sentence, that end.
  static std::optional<DateSpan> sentence_end_in(const evaluate::ListItem& item) {
    for (const evaluate::ComparedDates& dates : item.compared) {
      for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
        const Expression& asked = dates.expression->children[side];
        const bool is_end = asked.field == Field::kSentenceEnd || asked.field == Field::kSentenceEndEarliest;
        if (asked.operation == Operation::kFact && is_end) return side == 0 ? dates.left : dates.right;
      }
    }
    return std::nullopt;
  }

  // Where no sentence counts, which one came nearest.
  static std::string latest_sentence(const Use& use) {
    std::optional<DateSpan> latest;
    for (const evaluate::ListItem& item : use.others) {
      const auto end = sentence_end_in(item);
      if (end && (!latest || end->last > latest->last)) latest = end;
    }
    return latest ? "; the latest sentence ends " + span_words(*latest) : "";
  }

  // The records of that truth, joined by ", ".
  std::string items(const Use& use, Truth truth, std::string_view before_each) const {
    return joined(use.items, truth, before_each);
  }

  std::string joined(std::span<const evaluate::ListItem> list, Truth truth, std::string_view before_each) const {
    std::string words;
    for (const evaluate::ListItem& item : list) {
      if (item.truth != truth) continue;
      words.append(words.empty() ? "" : ", ").append(before_each).append(subject_words(request_, item.first));
      if (item.second) words.append(" with ").append(subject_words(request_, *item.second));
      if (const auto end = sentence_end_in(item)) {
        words.append(", sentence ends ").append(end->is_every_day() ? "on an unknown day" : span_words(*end));
      }
    }
    return words;
  }

  std::string list(const Use& use) const {
    switch (use.expression->operation) {
      case Operation::kAny:
        if (use.truth == Truth::kNo) return none_of(use);
        return use.truth == Truth::kYes ? items(use, Truth::kYes, "") : items(use, Truth::kUnknown, "perhaps ");
      case Operation::kAll:
        if (use.truth == Truth::kYes) {
          return use.looked_at == 0 ? none_of(use) : "all of " + records(*use.expression, use.looked_at);
        }
        return use.truth == Truth::kNo ? items(use, Truth::kYes, "not ") : items(use, Truth::kUnknown, "perhaps not ");
      case Operation::kCount:
      case Operation::kDifferentDates: return number_of(use);
      case Operation::kEarliest:
      case Operation::kLatest: return extreme(use);
      default: return {};
    }
  }

  static std::string dates_words(const Use& use) {
    if (use.low != use.high) return fmt::format("{} to {} different dates", use.low, use.high);
    return use.high == 1 ? "1 date" : fmt::format("{} different dates", use.high);
  }

  std::string number_of(const Use& use) const {
    const bool is_dates = use.expression->operation == Operation::kDifferentDates;
    std::string words;
    if (is_dates && use.high == 0) {
      words = "no such " + std::string(noun(*use.expression));
    } else if (is_dates) {
      words = fmt::format("such {}s on {}", noun(*use.expression), dates_words(use));
    } else if (use.low != use.high) {
      words = fmt::format("{} to {} {}s", use.low, use.high, noun(*use.expression));
    } else {
      words = counted(static_cast<std::size_t>(use.high), noun(*use.expression));
    }
    if (!use.expression->list.set && use.expression->children.empty()) return words;  // all there are: the timeline
    const std::string sure = items(use, Truth::kYes, "");
    const std::string perhaps = items(use, Truth::kUnknown, "perhaps ");
    if (!sure.empty()) words += ": " + sure;
    if (!perhaps.empty()) words += (sure.empty() ? ": " : ", ") + perhaps;
    return words;
  }

  // The day, and the rows of the first record that surely has it.
  std::string extreme(const Use& use) const {
    const std::string_view which = use.expression->operation == Operation::kLatest ? "latest" : "earliest";
    if (use.items.empty()) return none_of(use);
    std::string words =
        fmt::format("{} of {} is {}", which, records(*use.expression, use.items.size()), span_words(use.left));
    for (const evaluate::ListItem& item : use.items) {
      if (item.first.kind != evaluate::SubjectKind::kConviction || item.second) continue;
      const model::Conviction& conviction = conviction_of(person_, item.first);
      if (use.left.is_exact() && conviction.date.span == use.left) return words + in_rows(request_, conviction.rows);
    }
    return words;
  }

  const ExplainRequest& request_;
  const model::Person& person_;
  const model::Conviction& conviction_;
};

}  // namespace

std::string_view truth_words(Truth truth) {
  switch (truth) {
    case Truth::kYes: return "yes";
    case Truth::kNo: return "no";
    case Truth::kUnknown: return "unknown";
  }
  return "";
}

std::string uses_words(const ExplainRequest& request, Subject current, std::span<const Use> uses) {
  const UseWords writer(request, current);
  std::vector<std::string> said;
  std::string joined;
  for (const Use& use : uses) {
    std::string words = writer.words(use);
    if (words.empty() || std::find(said.begin(), said.end(), words) != said.end()) continue;
    joined.append(joined.empty() ? "" : "; ").append(words);
    said.push_back(std::move(words));
  }
  return joined;
}

std::string step_words(const ExplainRequest& request, Subject current, const evaluate::StepTrace& trace) {
  std::string words = uses_words(request, current, trace.uses);
  if (words.empty() && trace.truth == Truth::kNo) return "switched off";  // only parameters were looked at
  if (trace.truth != Truth::kUnknown || trace.unknown.empty()) return words;
  words.append(words.empty() ? "" : "; ").append("unknown: ");
  return words + facts_words(trace.unknown, request.person, current);
}

}  // namespace redress::explain
