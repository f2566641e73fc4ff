// List functions that ask for records before a date: answered from a table of days where a person has many convictions.
// Every answer is the one that going through the records gives; where that would take more than the table knows, there
// is none.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "evaluate/condition.h"
#include "evaluate/earlier_records.h"
#include "evaluate/unknown_facts.h"

namespace redress::evaluate {
namespace {

using policy::Expression;
using policy::Field;
using policy::Operation;

// With its length in front, so that no text runs into the next, whatever bytes it holds.
void append_text(std::string_view text, std::string& kind) {
  kind.append(std::to_string(text.size())).append(1, ':').append(text);
}

}  // namespace

// What a conviction has of the fields; nothing where one of them is not certain.
std::optional<std::string> ConditionWalker::charge_kind(const std::vector<Field>& fields,
                                                        const model::Conviction& conviction) {
  std::string kind;
  for (const Field field : fields) {
    switch (field) {
      case Field::kLevel:
        if (!conviction.level.is_known()) return std::nullopt;
        kind += static_cast<char>('0' + static_cast<int>(conviction.level.value));
        break;
      case Field::kCounty:
        if (!conviction.county.is_known()) return std::nullopt;
        append_text(conviction.county.value, kind);
        break;
      default: {
        if (!conviction.charge.is_known()) return std::nullopt;
        const citation::Citation& charge = conviction.charge.citation;
        if (field == Field::kAttempt || field == Field::kConspiracy) {
          kind += (field == Field::kAttempt ? charge.attempt : charge.conspiracy) ? 'y' : 'n';
          break;
        }
        const ListedSection& listed = cache_.section_of(conviction, plan_.sets[plan_.charge_set].set->on(run_.as_of));
        if (listed.listed == Truth::kUnknown) return std::nullopt;
        if (listed.section != nullptr) {
          append_text(field == Field::kSection ? listed.section->number : listed.subdivision, kind);
        }
        break;
      }
    }
    kind += '\0';
  }
  return kind;
}

// Certain in all that the list asks of it, so that only its day and its cycle are left to compare. What somebody filled
// in sets a date apart from others with its text.
std::optional<std::string> ConditionWalker::certain_kind(const EarlierQuestion& question, const Record& record) {
  if (record.member != Truth::kYes || record.second || record.cycle == model::kNoCycle) return std::nullopt;
  if (!record.date.span.is_exact() || record.date_doubt != model::Doubt::kNone) return std::nullopt;
  if (record.conviction == nullptr) return question.about_charge.empty() ? std::optional(std::string{}) : std::nullopt;
  return record.conviction->filled.empty() ? charge_kind(question.fields_of_it, *record.conviction) : std::nullopt;
}

// The last day on which the sets that the list may ask for are those of today.
Date ConditionWalker::sets_same_until(const Expression& list_function) const {
  const auto until = [&](std::size_t set) { return plan_.sets[set].set->same_until(run_.as_of); };
  const Date charges = until(plan_.charge_set);
  return list_function.list.set ? std::min(charges, until(*list_function.list.set)) : charges;
}

EarlierRecords* ConditionWalker::earlier_records(const Expression& list_function) {
  const auto [known, is_new] = cache_.earlier().try_emplace({&list_function, sets_same_until(list_function)});
  if (!is_new) return known->second.get();
  auto question = earlier_question(list_function);
  if (!question) return nullptr;
  auto earlier = std::make_unique<EarlierRecords>();
  earlier->question = *std::move(question);
  Sight sight;
  std::vector<Record> own;  // lists of a cycle's counts are not answered so
  earlier->records = records_of(list_function.list, sight, own);
  for (std::size_t i = 0; i < earlier->records.size(); ++i) {
    const Record& record = earlier->records[i];
    const auto kind = certain_kind(earlier->question, record);
    if (kind) {
      earlier->kinds[*kind].push_back({record.date.span.first, record.cycle, static_cast<std::uint32_t>(i)});
    } else {
      earlier->doubtful.push_back(i);
    }
  }
  if (earlier->kinds.size() > EarlierRecords::kMostKinds) return nullptr;
  for (auto& [kind, records] : earlier->kinds) std::sort(records.begin(), records.end());
  known->second = std::move(earlier);
  return known->second.get();
}

// Whether the conviction's charge lets the records of a kind through.
Truth ConditionWalker::fit_of_kind(const EarlierRecords& earlier, const std::vector<DatedRecord>& kind) {
  const Record* outer = std::exchange(it_, &earlier.records[kind.front().record]);
  Truth fits = Truth::kYes;
  Sight sight;
  for (const Expression* part : earlier.question.about_charge) fits = kleene_and(fits, evaluate(*part, sight));
  it_ = outer;
  return fits;
}

// The certain records whose charge the conviction's lets through; null where that is not certain.
const DatedRecords* ConditionWalker::matching_records(EarlierRecords& earlier) {
  const auto own = charge_kind(earlier.question.fields_of_conviction, conviction_);
  if (!own) return nullptr;
  const auto known = earlier.matching.find(*own);
  if (known != earlier.matching.end()) return &known->second;
  if (earlier.matching.size() >= EarlierRecords::kMostMatching) return nullptr;
  std::vector<DatedRecord> matching;
  for (const auto& [kind, records] : earlier.kinds) {
    const Truth fits = fit_of_kind(earlier, records);
    if (fits == Truth::kUnknown) return nullptr;
    if (fits == Truth::kYes) matching.insert(matching.end(), records.begin(), records.end());
  }
  return &earlier.matching.emplace(*own, DatedRecords(std::move(matching))).first->second;
}

// "different_dates(…) is at least 2": where the certain records alone are so many, whatever the others are.
bool ConditionWalker::is_surely_at_least(const Expression& comparison, Sight& sight) {
  const Expression& list_function = comparison.children[0];
  const Expression& least = comparison.children[1];
  if (comparison.comparison != policy::Comparison::kAtLeast || least.operation != Operation::kInteger) return false;
  if (list_function.operation != Operation::kDifferentDates || sight.uses != nullptr || it_ != nullptr) return false;
  if (person_.convictions.size() < PersonCache::kManyConvictions || subject_.kind != SubjectKind::kConviction)
    return false;
  EarlierRecords* earlier = earlier_records(list_function);
  const DatedRecords* certain = earlier == nullptr ? nullptr : matching_records(*earlier);
  if (certain == nullptr) return false;
  Sight aside;
  const Date before = date_of(*earlier->question.date, aside).span.first;
  std::optional<std::uint32_t> without;
  if (earlier->question.of_other_cycle) without = conviction_.cycle;
  if (static_cast<std::int64_t>(certain->days_before(before, without)) < least.integer) return false;
  sight.until = std::min(sight.until, sets_same_until(list_function));
  return true;
}

// The days of records of a kind, each once, that are before the date or may be. What is open of the kind is the same
// for all of them: one record before the date, and one that may be, are left in `asked` where they leave something
// open.
void ConditionWalker::add_days_of_kind(const std::vector<DatedRecord>& kind, Truth fits, const BeforeDate& before,
                                       EarlierDays& days) {
  std::optional<std::uint32_t> first_before;
  std::optional<std::uint32_t> first_open;
  const std::size_t others = days.dates.size();
  for (const DatedRecord& record : kind) {
    const bool is_before = record.day < before.span.first;
    if (!is_before && record.day >= before.span.last) break;
    if (before.without_cycle == record.cycle) continue;
    std::optional<std::uint32_t>& first = is_before ? first_before : first_open;
    first = std::min(first.value_or(record.record), record.record);
    const bool is_there = days.dates.size() > others && days.dates.back().span.first == record.day;
    if (!is_there) days.dates.push_back({{record.day, record.day}, 0, is_before && fits == Truth::kYes});
  }
  if (first_open) days.asked.push_back({*first_open, false});
  if (first_before && fits == Truth::kUnknown) days.asked.push_back({*first_before, false});
}

// How many different days: of the certain records by their kinds, of the others one by one. Facts come in the order of
// the records, as if all were gone through.
ListAnswer ConditionWalker::count_earlier_days(const Expression& list_function, EarlierRecords& earlier,
                                               const BeforeDate& before) {
  EarlierDays days;
  for (const std::size_t record : earlier.doubtful) days.asked.push_back({static_cast<std::uint32_t>(record), true});
  for (const auto& [name, kind] : earlier.kinds) {
    const Truth fits = fit_of_kind(earlier, kind);
    if (fits != Truth::kNo) add_days_of_kind(kind, fits, before, days);
  }
  std::sort(days.asked.begin(), days.asked.end());
  std::vector<UnknownFact> unknown;
  std::vector<UnknownFact> date_doubts;
  for (const auto& [index, is_doubtful] : days.asked) {
    const Record& record = earlier.records[index];
    Sight own;
    const Truth holds = record_holds(list_function, record, own);
    unknown.insert(unknown.end(), own.unknown.begin(), own.unknown.end());
    if (!is_doubtful || holds == Truth::kNo) continue;
    days.dates.push_back({record.date.span, record.date.identity, holds == Truth::kYes});
    append_date_doubts(record, date_doubts);
  }
  ListAnswer answer;
  answer.days = {run_.as_of, sets_same_until(list_function)};
  answer.number = different_days(std::move(days.dates));
  answer.is_certain = answer.number.low == answer.number.high;
  if (answer.is_certain) return answer;
  unknown.insert(unknown.end(), date_doubts.begin(), date_doubts.end());
  add_all(answer.unknown, unknown);
  return answer;
}

std::optional<ListAnswer> ConditionWalker::earlier_answer(const Expression& list_function) {
  if (person_.convictions.size() < PersonCache::kManyConvictions || subject_.kind != SubjectKind::kConviction)
    return std::nullopt;
  EarlierRecords* earlier = earlier_records(list_function);
  if (earlier == nullptr) return std::nullopt;
  Sight aside;
  const DateSpan before = date_of(*earlier->question.date, aside).span;
  std::optional<std::uint32_t> without;
  if (earlier->question.of_other_cycle) without = conviction_.cycle;
  const bool is_any = list_function.operation == Operation::kAny;
  const DatedRecords* certain = matching_records(*earlier);
  const bool is_counted_one_by_one = certain == nullptr || !earlier->doubtful.empty();
  if (!is_any && is_counted_one_by_one) return count_earlier_days(list_function, *earlier, {before, without});
  if (certain == nullptr) return std::nullopt;

  Sight sight;
  ListAnswer answer;
  answer.days = {run_.as_of, sets_same_until(list_function)};
  const DatedRecord* first = certain->first_from(kFirstDay, without);
  answer.is_certain = true;
  if (is_any && first != nullptr && first->day < before.first) {
    answer.truth = Truth::kYes;
    return answer;
  }
  for (const std::size_t record : earlier->doubtful) {
    const Truth holds = record_holds(list_function, earlier->records[record], sight);
    answer.truth = kleene_or(answer.truth, holds);
    if (answer.truth == Truth::kYes) return answer;
  }
  // The first record that may be before the date, and may not be: each of them leaves the same facts open.
  const DatedRecord* open = certain->first_from(before.first, without);
  if (open != nullptr && open->day >= before.last) open = nullptr;
  if (open != nullptr) {
    if (answer.truth == Truth::kUnknown) return std::nullopt;
    record_holds(list_function, earlier->records[open->record], sight);
  }
  if (is_any) {
    if (open != nullptr) answer.truth = Truth::kUnknown;
    answer.is_certain = answer.truth != Truth::kUnknown;
    if (!answer.is_certain) add_all(answer.unknown, sight.unknown);
    return answer;
  }
  answer.number.low = static_cast<std::int64_t>(certain->days_before(before.first, without));
  answer.number.high = static_cast<std::int64_t>(certain->days_before(before.last, without));
  answer.is_certain = answer.number.low == answer.number.high;
  if (!answer.is_certain) add_all(answer.unknown, sight.unknown);
  return answer;
}

}  // namespace redress::evaluate
