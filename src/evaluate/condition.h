// evaluate/condition.h: one condition held against one conviction: its truth, the unknown facts, what was looked at.
// Not here: lists of records (condition_lists.cc and condition_earlier.cc hold their part), the order of steps
// (step_walk.cc). Internal to the room; one walker per thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "evaluate/charge_answers.h"
#include "evaluate/decision.h"
#include "evaluate/earlier_records.h"
#include "evaluate/evaluate.h"
#include "evaluate/formula.h"
#include "evaluate/list_record.h"
#include "evaluate/moving_date.h"
#include "evaluate/person_cache.h"
#include "evaluate/values.h"
#include "model/person.h"
#include "policy/plan/plan.h"

namespace redress::evaluate {

// Where the walker leaves what it saw. `uses` and `formula` may be null; `unknown` is complete only when the truth is
// unknown. `until`: the last day up to which all that was seen is certainly the same if only the as-of date moves.
struct Sight {
  std::vector<UnknownFact> unknown;
  std::vector<Use>* uses = nullptr;
  std::optional<std::size_t> charge_choice;
  Date until = kLastDay;
  Formula* formula = nullptr;  // gains one node: the condition, as far as it is unknown
};

// What a walk takes unknown facts of the conviction decided on to be.
struct Assumptions {
  std::optional<Date> offense_date;
  std::vector<std::optional<std::int64_t>> facts;  // as long as the plan's declared facts
};

// Holds references; all must outlive it.
class ConditionWalker {
 public:
  // `alike`: what is known of convictions like this one, to be used and added to; null where there is nothing.
  ConditionWalker(const policy::Plan& plan, const model::Person& person, const RunFacts& run, PersonCache& cache,
                  const model::Conviction& conviction, Subject subject, AlikeCharges* alike = nullptr);

  // REQUIRES: condition.type is kTruth. Appends each unknown fact once.
  Truth truth(const policy::Expression& condition, Sight& sight);

  AlikeCharges* alike() const { return alike_; }

  // What the side of a comparison is, whatever is unknown of it.
  DateValue date(const policy::Expression& expression, Sight& sight) { return date_of(expression, sight); }
  NumberValue number(const policy::Expression& expression, Sight& sight) { return number_of(expression, sight); }

  // From now on; null takes nothing for granted. REQUIRES: no list function that the walker is asked about asks for
  // what is assumed, because answers of lists are remembered.
  void assume(const Assumptions* assumed) {
    assumed_ = assumed;
    while_assumed_.clear();
  }

 private:
  // A text of the conviction decided on, once it was asked for: nothing where it is not certain.
  struct OwnText {
    bool is_asked = false;
    std::optional<std::string_view> text;
    Date until = kLastDay;
  };
  using Record = ListRecord;
  using Records = std::span<const Record>;

  Truth evaluate(const policy::Expression& expression, Sight& sight) {
    if (sight.formula != nullptr) return look_at_by_itself(expression, sight);
    const bool may_be_known =
        alike_ != nullptr && expression.charge_part != policy::kNoChargePart && sight.uses == nullptr;
    return may_be_known ? known_part(expression, sight) : look_at(expression, sight);
  }
  Truth known_part(const policy::Expression& expression, Sight& sight);
  Truth look_at_by_itself(const policy::Expression& expression, Sight& sight);
  Truth look_at(const policy::Expression& expression, Sight& sight);
  void write_down(const policy::Expression& expression, Truth truth, std::size_t before, Sight& own) const;
  Truth logic(const policy::Expression& expression, Sight& sight);
  Truth compare_two_dates(const policy::Expression& expression, Sight& sight);
  Date same_until(const policy::Expression& comparison, const DateValue& left, const DateValue& right, Truth today);
  MovingDate moving_date(const policy::Expression& date);
  Truth compare_two_numbers(const policy::Expression& expression, Sight& sight);
  Truth compare_two_truths(const policy::Expression& expression, Sight& sight);
  std::optional<std::string_view> certain_text(const policy::Expression& expression, Sight& sight);
  std::optional<std::string_view> certain_text_of(const model::Conviction& conviction, policy::Field field,
                                                  Date& until);
  const OwnText& own_text(policy::Field field) {
    OwnText& own = own_texts_[place_of_text(field)];
    if (!own.is_asked) ask_own_text(field, own);
    return own;
  }
  void ask_own_text(policy::Field field, OwnText& own);
  // Among the texts that a condition may ask of a conviction.
  static constexpr std::size_t place_of_text(policy::Field field) {
    switch (field) {
      case policy::Field::kLevel: return 0;
      case policy::Field::kCounty: return 1;
      case policy::Field::kSection: return 2;
      default: return 3;
    }
  }
  std::optional<Truth> compare_certain_texts(const policy::Expression& expression, Sight& sight);
  Truth compare_two_texts(const policy::Expression& expression, Sight& sight);
  Truth is_one_of(const policy::Expression& expression, Sight& sight);
  Truth truth_fact(const policy::Expression& expression, Sight& sight);
  Truth truth_of_fact(const policy::Expression& expression, Sight& sight);
  Truth declared_truth(const policy::Expression& expression, Sight& sight);
  NumberValue declared_number(const policy::Expression& expression, Sight& sight);
  Truth open_question(const policy::Expression& expression, Sight& sight) const;
  Truth is_of_same_cycle(Sight& sight) const;
  Truth in_set(const policy::Expression& expression, Sight& sight);
  Truth in_choices(const policy::Expression& expression, Sight& sight);
  Truth any_or_all(const policy::Expression& expression, Sight& sight);

  DateValue date_of(const policy::Expression& expression, Sight& sight);
  DateValue extreme_date(const policy::Expression& expression, Sight& sight);
  NumberValue number_of(const policy::Expression& expression, Sight& sight);
  std::optional<std::string> memory_key(const policy::Expression& list_function, const Sight& sight) const;
  ListAnswer list_answer(const policy::Expression& expression, Sight& sight);
  bool is_surely_at_least(const policy::Expression& comparison, Sight& sight);
  std::optional<ListAnswer> earlier_answer(const policy::Expression& list_function);
  Date sets_same_until(const policy::Expression& list_function) const;
  EarlierRecords* earlier_records(const policy::Expression& list_function);
  Truth fit_of_kind(const EarlierRecords& earlier, const std::vector<DatedRecord>& kind);
  const DatedRecords* matching_records(EarlierRecords& earlier);
  static void add_days_of_kind(const std::vector<DatedRecord>& kind, Truth fits, const BeforeDate& before,
                               EarlierDays& days);
  ListAnswer count_earlier_days(const policy::Expression& list_function, EarlierRecords& earlier,
                                const BeforeDate& before);
  std::optional<std::string> certain_kind(const EarlierQuestion& question, const Record& record);
  std::optional<std::string> charge_kind(const std::vector<policy::Field>& fields, const model::Conviction& conviction);
  ListAnswer work_out(const policy::Expression& expression, Sight& sight);
  Truth work_out_any_or_all(const policy::Expression& expression, Sight& sight);
  NumberValue work_out_count(const policy::Expression& expression, Sight& sight);
  DateValue work_out_extreme(const policy::Expression& expression, Sight& sight);
  ListAnswer seen_answer(const policy::Expression& list_function, Sight& sight);
  NumberValue counted(const policy::Expression& expression, Sight& sight);
  TextValue text_of(const policy::Expression& expression, Sight& sight);
  TextValue section_text(const model::Conviction& conviction, Subject subject, policy::Field field, Sight& sight);

  Records records_of(const policy::RecordList& list, Sight& sight, std::vector<Record>& own);
  void add_cycle_counts(std::size_t set, std::vector<Record>& records);
  void append_date_doubts(const Record& record, std::vector<UnknownFact>& unknown) const;
  // The truth that the record is in the list and fulfils the condition (all: that it is in the list and does not).
  Truth record_holds(const policy::Expression& list_function, const Record& record, Sight& sight);
  // The same, kept in the use: among its items unless it is a no.
  Truth look_at_record(const policy::Expression& list_function, const Record& record, Sight& sight, Use& use);
  std::pair<const model::Conviction*, Subject> owner_of(policy::Owner owner) const;
  // The set and the value as of the run's day; how long they last is left in `sight`.
  const citation::SectionSet& set_of(std::size_t set, Sight& sight) const;
  const citation::SectionSet& charge_set(Date& until);  // that names "the section", asked for again and again
  const policy::ParameterValue& parameter_of(std::size_t parameter, Sight& sight) const;
  // Whether what is looked at is kept for an explanation; what lists ask of each record is kept with the list.
  bool notes(const Sight& sight) const { return sight.uses != nullptr && it_ == nullptr; }
  void note_fact(const policy::Expression& fact, Truth truth, Sight& sight) const;

  const policy::Plan& plan_;
  const model::Person& person_;
  const RunFacts& run_;
  PersonCache& cache_;
  const model::Conviction& conviction_;
  Subject subject_;
  AlikeCharges* alike_;
  bool keeps_all_ = false;  // whether what lists looked at is kept
  const Assumptions* assumed_ = nullptr;
  std::unordered_map<const policy::Expression*, ListAnswer> while_assumed_;  // looked up only
  std::array<OwnText, 4> own_texts_;                                         // level, county, section, subdivision
  const citation::SectionSet* charge_set_ = nullptr;  // as of the run's day; null until it is asked for
  Date charge_set_until_;
  const Record* it_ = nullptr;
  std::vector<ComparedDates>* compared_ = nullptr;  // where comparisons about `it` are kept, when they are
  // Why a count that the record does not show may be of the conviction's cycle: a row is missing, or its own count, and
  // so its cycle, cannot be identified. Empty where the record is whole.
  std::vector<UnknownFact> cycle_unknown_;
};

}  // namespace redress::evaluate
