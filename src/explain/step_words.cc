#include "explain/step_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"
#include "explain/list_words.h"
#include "explain/person_lookup.h"
#include "explain/record_words.h"
#include "explain/supplied_words.h"
#include "explain/words.h"

namespace redress::explain {
namespace {

using evaluate::Subject;
using evaluate::Use;
using model::RecordFact;
using policy::Expression;
using policy::Field;
using policy::Operation;

class UseWords {
 public:
  UseWords(const ShownRecord& record, const policy::Plan& plan, Subject current)
      : record_(record),
        plan_(plan),
        person_(record.person),
        conviction_(conviction_of(record.person, current)) {}

  std::string words(const Use& use) const {
    switch (use.kind) {
      case Use::Kind::kFact: return fact(*use.expression);
      case Use::Kind::kComparison: return comparison(use);
      case Use::Kind::kList: return list_words(record_, plan_, use);
    }
    return {};
  }

 private:
  std::string with_source(const std::string& words, RecordFact fact) const {
    return words + where_from(record_, conviction_, fact);
  }

  const citation::Section* section() const {
    return evaluate::listed_section(conviction_.charge, plan_.sets[plan_.charge_set].set->on(record_.run.as_of));
  }

  // "plants: 6 living plants (supplied: …)", "plants: not supplied".
  std::string declared(const policy::DeclaredFact& fact) const {
    if (evaluate::supplied_value(conviction_, fact)) {
      return supplied_words(*evaluate::supplied_fact(conviction_, fact.name), fact.unit);
    }
    return with_blanks(fact.name) + ": not supplied";
  }

  std::string fact(const Expression& expression) const {
    if (expression.operation == Operation::kDeclaredFact) return declared(plan_.facts[expression.index]);
    if (expression.operation == Operation::kQuestion) {
      const policy::OpenQuestion& question = plan_.questions[expression.index];
      return "open question " + question.id + ": " + question.text;
    }
    if (expression.operation != Operation::kFact) {
      return with_source(citation_words(conviction_.charge), RecordFact::kCharge);
    }
    switch (expression.field) {
      case Field::kLevel: return with_source(level_words(conviction_.level), RecordFact::kLevel);
      case Field::kCounty: return with_source(county_words(record_, conviction_.county), RecordFact::kCounty);
      case Field::kSection: return section() == nullptr ? citation_words(conviction_.charge) : section()->number;
      case Field::kSubdivision: return subdivision();
      case Field::kAttempt:
      case Field::kConspiracy: return citation_words(conviction_.charge);
      case Field::kReliefEntered:
        return (conviction_.relief_is_entered ? "relief entered" : "no relief entered") +
               in_rows(record_, conviction_.rows);
      case Field::kSameCycle: return {};  // of the records of a list, which are named there
      case Field::kIsDeceased:
        return person_.is_deceased ? "deceased" + in_rows(record_, person_.deceased_rows) : "no death on record";
      case Field::kRunCounty: return "county of the run: " + title_case(record_.run.county);
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
                   : date_words(person_.birth_date) + birth_date_where_from(record_);
      case Field::kAsOf: return to_iso(record_.run.as_of);
      case Field::kSentenceEnd: return sentence_end("sentence ends ", conviction_.sentence_end);
      case Field::kSentenceEndEarliest:
        return sentence_end("sentence ends at the earliest ", conviction_.sentence_end_earliest);
      case Field::kArrestDate:
        if (conviction_.arrest_date.span.is_every_day()) return "arrest date unknown";
        return "arrest on " + span_words(conviction_.arrest_date.span) + filled(RecordFact::kArrestDate);
      case Field::kOffenseDate:
        return "offense " + span_words(evaluate::offense_date(conviction_, plan_.leap)) +
               filled(RecordFact::kOffenseDate);
      case Field::kChargingDate:
        return "charged " + span_words(evaluate::charging_date(conviction_)) + filled(RecordFact::kChargingDate);
      default: return with_source(date_words(conviction_.date), RecordFact::kConvictionDate);
    }
  }

  // " (supplied: …)" of a fact that no row has to the day.
  std::string filled(RecordFact fact) const {
    return evaluate::filled_from(conviction_, fact) == nullptr ? std::string{}
                                                               : where_from(record_, conviction_, fact);
  }

  std::string sentence_end(std::string_view words, const model::DateFact& end) const {
    if (end.span.is_every_day()) return "end of sentence unknown" + in_rows(record_, conviction_.rows);
    return with_source(fmt::format("{}{}", words, span_words(end.span)), RecordFact::kSentenceEnd);
  }

  std::int64_t number(const Expression& expression) const {
    if (expression.operation != Operation::kParameter) return expression.integer;
    return std::get<std::int64_t>(plan_.parameters[expression.index].value_on(record_.run.as_of));
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

  const ShownRecord& record_;
  const policy::Plan& plan_;
  const model::Person& person_;
  const model::Conviction& conviction_;
};

// A declared fact has been said not to be supplied where the step asked for it.
std::vector<evaluate::UnknownFact> not_yet_said(std::span<const evaluate::UnknownFact> facts, Subject current) {
  std::vector<evaluate::UnknownFact> left;
  for (const evaluate::UnknownFact& fact : facts) {
    if (fact.kind != evaluate::FactKind::kDeclared || fact.subject != current) left.push_back(fact);
  }
  return left;
}

}  // namespace

std::string_view truth_words(Truth truth) {
  switch (truth) {
    case Truth::kYes: return "yes";
    case Truth::kNo: return "no";
    case Truth::kUnknown: return "unknown";
  }
  return "";
}

std::string uses_words(const ShownRecord& record, const policy::Plan& plan, Subject current,
                       std::span<const Use> uses) {
  const UseWords writer(record, plan, current);
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

std::vector<std::string> missing_words(const ShownRecord& record, Subject current,
                                       std::span<const evaluate::UnknownFact> facts) {
  const RecordName name = [&](Subject subject) { return subject_name(record, subject); };
  std::vector<std::string> said;
  for (const evaluate::UnknownFact& fact : facts) {
    std::string words = fact_words(fact, record.person, current, name);
    if (std::find(said.begin(), said.end(), words) == said.end()) said.push_back(std::move(words));
  }
  return said;
}

std::string step_words(const ShownRecord& record, const policy::Plan& plan, Subject current,
                       const evaluate::StepTrace& trace) {
  if (!plan.steps[trace.step].when) return "nothing before it decided";
  std::string words = uses_words(record, plan, current, trace.uses);
  if (words.empty() && trace.truth == Truth::kNo) return "switched off";  // only parameters were looked at
  if (trace.truth != Truth::kUnknown) return words;
  std::string_view before = words.empty() ? "unknown: " : "; unknown: ";
  for (const std::string& missing : missing_words(record, current, not_yet_said(trace.unknown, current))) {
    words.append(before).append(missing);
    before = "; ";
  }
  return words;
}

}  // namespace redress::explain
