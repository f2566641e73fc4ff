#include "run/work_queue.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "explain/answer_words.h"
#include "explain/person_lookup.h"
#include "intake/fact_value.h"
#include "scan/encoding.h"
#include "write/policy_questions.h"

namespace redress::run {
namespace {

using evaluate::Answer;

// "1998-05-04"; "1998-05-01 to 1998-05-31"; empty where nothing is known.
std::string days_text(const DateSpan& span) {
  if (span.is_every_day()) return {};
  return span.is_exact() ? to_iso(span.first) : to_iso(span.first) + " to " + to_iso(span.last);
}

void add_text(std::string& joined, std::string_view text) {
  joined.append(joined.empty() ? "" : "; ").append(text);
}

// The citation; of an unknown charge, what stands in its first row.
std::string_view charge_text_of(const model::Person& person, const model::Conviction& conviction) {
  if (conviction.charge.is_known()) return conviction.charge.citation->as_written;
  const model::RowRecord* row =
      conviction.rows.empty() ? nullptr : explain::row_record_of(person, conviction.rows.front());
  return row == nullptr ? std::string_view{} : row->charge_text;
}

// "Statute: Dismiss and seal or Redesignate as misdemeanor".
std::string possible_words(const QueueAnswers& answers, const evaluate::Decision& decision,
                           const evaluate::UnknownFact& fact) {
  std::string words = decision.answer == Answer::kScopeUnknown
                          ? "whether the policy speaks of the conviction"
                          : explain::outcome_labels(answers.plan, decision.possible);
  if (tally::may_leave_more(fact)) words += " (more may be asked once that is settled)";
  return std::string(answers.whose) + ": " + words;
}

// What must be written in the value's cell.
std::string unit_of(const tally::QuestionKey& key, const policy::Plan& plan, std::span<const intake::KnownFact> known) {
  std::string unit = write::unit_words(key, plan);
  if (!unit.empty()) return unit;
  const auto fact =
      std::find_if(known.begin(), known.end(), [&](const intake::KnownFact& f) { return f.name == key.name; });
  return fact == known.end() ? std::string{} : std::string(intake::value_words(fact->type));
}

// The rows of one person in the making.
class PersonQueue {
 public:
  PersonQueue(const QueueWords& words, std::size_t number, const model::Person& person)
      : words_(words), number_(number), person_(person) {}

  void add(const QueueAnswers& answers, const evaluate::Decision& decision) {
    if (decision.answer != Answer::kUndecided && decision.answer != Answer::kScopeUnknown) return;
    for (const evaluate::UnknownFact& fact : decision.deciding) {
      const tally::QuestionKey key = tally::question_key(fact);
      if (!tally::is_supplied(key)) continue;
      std::optional<std::size_t> conviction;
      if (fact.subject.kind == evaluate::SubjectKind::kConviction) conviction = fact.subject.index;
      QueueRow& row = row_of(key, conviction, answers.plan);
      const std::string possible = possible_words(answers, decision, fact);
      std::vector<std::string>& settles = settles_[{conviction, key}];
      if (std::find(settles.begin(), settles.end(), possible) != settles.end()) continue;
      settles.push_back(possible);
      add_text(row.row.may_settle, possible);
    }
  }

  std::vector<QueueRow> take() {
    std::vector<QueueRow> rows;
    for (auto& [place, row] : rows_) rows.push_back(std::move(row));
    return rows;
  }

 private:
  using Place = std::pair<std::optional<std::size_t>, tally::QuestionKey>;

  QueueRow& row_of(const tally::QuestionKey& key, std::optional<std::size_t> conviction, const policy::Plan& plan) {
    const auto [found, is_new] = rows_.try_emplace({conviction, key});
    QueueRow& row = found->second;
    if (!is_new) return row;
    row.key = key;
    row.person = number_;
    row.row.person = scan::to_utf8(person_.id);
    row.row.fact = key.name;
    row.row.question = write::question_words(key, plan, words_.questions);
    row.row.unit = unit_of(key, plan, words_.known);
    if (!conviction) return row;
    const model::Conviction& asked = person_.convictions[*conviction];
    row.row.count = asked.count;
    const evaluate::Subject subject{evaluate::SubjectKind::kConviction, static_cast<std::uint32_t>(*conviction)};
    row.row.case_numbers = scan::to_utf8(explain::case_numbers_of(person_, subject));
    row.row.section = scan::to_utf8(charge_text_of(person_, asked));
    row.row.conviction_date = days_text(asked.date.span);
    return row;
  }

  const QueueWords& words_;
  std::size_t number_;
  const model::Person& person_;
  std::map<Place, QueueRow> rows_;
  std::map<Place, std::vector<std::string>> settles_;
};

}  // namespace

std::vector<QueueRow> missing_facts(const QueueWords& words, std::size_t number, const model::Person& person,
                                    std::span<const QueueAnswers> answers) {
  PersonQueue queue(words, number, person);
  for (const QueueAnswers& of_policy : answers) {
    for (const evaluate::Decision& decision : of_policy.decisions) queue.add(of_policy, decision);
  }
  return queue.take();
}

std::string queue_text(std::span<const QueueRow> rows, std::span<const tally::QuestionKey> keys,
                       const model::FactsLayout& layout) {
  std::map<tally::QuestionKey, std::size_t> ranks;
  for (const tally::QuestionKey& key : keys) ranks.emplace(key, ranks.size());
  struct Placed {
    std::size_t rank;
    const QueueRow* row;
  };
  std::vector<Placed> placed;
  for (const QueueRow& row : rows) {
    const auto rank = ranks.find(row.key);
    placed.push_back({rank == ranks.end() ? ranks.size() : rank->second, &row});
  }
  std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    return std::tuple(a.rank, a.row->person) < std::tuple(b.rank, b.row->person);
  });
  std::string text;
  write::append_facts_header(text, layout);
  for (const Placed& place : placed) write::append_facts_row(text, place.row->row);
  return text;
}

}  // namespace redress::run
