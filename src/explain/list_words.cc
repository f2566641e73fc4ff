#include "explain/list_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

#include "explain/person_lookup.h"
#include "explain/record_words.h"
#include "explain/supplied_words.h"

namespace redress::explain {
namespace {

using evaluate::Use;
using policy::Expression;
using policy::Field;
using policy::Operation;
using policy::RecordKind;

// Of more records a reader learns no more; the timeline has them all.
constexpr std::size_t kMostNamed = 5;

class ListWords {
 public:
  ListWords(const ShownRecord& record, const policy::Plan& plan, const Use& use)
      : record_(record), plan_(plan), use_(use) {}

  std::string words() const {
    switch (use_.expression->operation) {
      case Operation::kAny:
        if (use_.truth == Truth::kNo) return none_of();
        return use_.truth == Truth::kYes ? items(Truth::kYes, "") : items(Truth::kUnknown, "perhaps ");
      case Operation::kAll:
        if (use_.truth == Truth::kYes) {
          return use_.looked_at == 0 ? none_of() : "all of " + records(*use_.expression, use_.looked_at);
        }
        return use_.truth == Truth::kNo ? items(Truth::kYes, "not ") : items(Truth::kUnknown, "perhaps not ");
      case Operation::kCount:
      case Operation::kDifferentDates: return number_of();
      case Operation::kEarliest:
      case Operation::kLatest: return extreme();
      default: return {};
    }
  }

 private:
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

  std::string none_of() const {
    std::string all = records(*use_.expression, use_.looked_at);
    if (use_.looked_at == 0) return all;
    // Of a few on a list the reader wants to know which they are, and why they do not count.
    constexpr std::size_t kFew = 3;
    if (use_.expression->list.set && !use_.others.empty() && use_.others.size() <= kFew) {
      return "on the list, but not counted: " + joined(use_.others, Truth::kNo, "");
    }
    return "none of " + all + latest_sentence();
  }

  // Of a comparison with the end of the record's own sentence, that end; not of the conviction that is decided on.
  static std::optional<DateSpan> sentence_end_in(const evaluate::ListItem& item) {
    for (const evaluate::ComparedDates& dates : item.compared) {
      for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
        const Expression& asked = dates.expression->children[side];
        if (asked.owner != policy::Owner::kIt) continue;
        const bool is_end = asked.field == Field::kSentenceEnd || asked.field == Field::kSentenceEndEarliest;
        if (asked.operation == Operation::kFact && is_end) return side == 0 ? dates.left : dates.right;
      }
    }
    return std::nullopt;
  }

  // Where no sentence counts, which one came nearest.
  std::string latest_sentence() const {
    std::optional<DateSpan> latest;
    for (const evaluate::ListItem& item : use_.others) {
      const auto end = sentence_end_in(item);
      if (end && (!latest || end->last > latest->last)) latest = end;
    }
    return latest ? "; the latest sentence ends " + span_words(*latest) : "";
  }

  // The records of that truth, joined by ", ".
  std::string items(Truth truth, std::string_view before_each) const {
    return joined(use_.items, truth, before_each);
  }

  // A record, and what was supplied of it that a section set asks for.
  std::string member_words(evaluate::Subject subject) const {
    std::string words = subject_words(record_, subject);
    if (!use_.expression->list.set || subject.kind != evaluate::SubjectKind::kConviction) return words;
    for (const model::SuppliedFact& supplied : conviction_of(record_.person, subject).supplied) {
      const bool is_declared = std::any_of(plan_.facts.begin(), plan_.facts.end(),
                                           [&](const auto& fact) { return fact.name == supplied.name; });
      if (!is_declared) words += ", " + supplied_words(supplied);
    }
    return words;
  }

  std::string joined(std::span<const evaluate::ListItem> list, Truth truth, std::string_view before_each) const {
    std::string words;
    std::size_t named = 0;
    std::size_t more = 0;
    for (const evaluate::ListItem& item : list) {
      if (item.truth != truth) continue;
      if (++named > kMostNamed) ++more;
      if (named > kMostNamed) continue;
      words.append(words.empty() ? "" : ", ").append(before_each).append(member_words(item.first));
      if (item.second) words.append(" with ").append(member_words(*item.second));
      if (const auto end = sentence_end_in(item)) {
        words.append(", sentence ends ").append(end->is_every_day() ? "on an unknown day" : span_words(*end));
      }
    }
    return more == 0 ? words : fmt::format("{}, and {} more", words, more);
  }

  std::string dates_words() const {
    if (use_.low != use_.high) return fmt::format("{} to {} different dates", use_.low, use_.high);
    return use_.high == 1 ? "1 date" : fmt::format("{} different dates", use_.high);
  }

  std::string number_of() const {
    const bool is_dates = use_.expression->operation == Operation::kDifferentDates;
    std::string words;
    if (is_dates && use_.high == 0) {
      words = "no such " + std::string(noun(*use_.expression));
    } else if (is_dates) {
      words = fmt::format("such {}s on {}", noun(*use_.expression), dates_words());
    } else if (use_.low != use_.high) {
      words = fmt::format("{} to {} {}s", use_.low, use_.high, noun(*use_.expression));
    } else {
      words = counted(static_cast<std::size_t>(use_.high), noun(*use_.expression));
    }
    if (!use_.expression->list.set && use_.expression->children.empty()) return words;  // all there are: the timeline
    const std::string sure = items(Truth::kYes, "");
    const std::string perhaps = items(Truth::kUnknown, "perhaps ");
    if (!sure.empty()) words += ": " + sure;
    if (!perhaps.empty()) words += (sure.empty() ? ": " : ", ") + perhaps;
    return words;
  }

  // The day, and the rows of the first record that surely has it.
  std::string extreme() const {
    const std::string_view which = use_.expression->operation == Operation::kLatest ? "latest" : "earliest";
    if (use_.items.empty()) return none_of();
    std::string words =
        fmt::format("{} of {} is {}", which, records(*use_.expression, use_.items.size()), span_words(use_.left));
    for (const evaluate::ListItem& item : use_.items) {
      if (item.first.kind != evaluate::SubjectKind::kConviction || item.second) continue;
      const model::Conviction& conviction = conviction_of(record_.person, item.first);
      if (use_.left.is_exact() && conviction.date.span == use_.left) return words + in_rows(record_, conviction.rows);
    }
    return words;
  }

  const ShownRecord& record_;
  const policy::Plan& plan_;
  const Use& use_;
};

}  // namespace

std::string list_words(const ShownRecord& record, const policy::Plan& plan, const Use& use) {
  return ListWords(record, plan, use).words();
}

}  // namespace redress::explain
