// The statute against brute force: its possible outcomes are those of the worlds that a record leaves open, and a fact
// that somebody supplies only narrows them. Source: statute-policy; policy-language, "Meaning" 3 and 6.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "properties/answers.h"
#include "properties/property.h"
#include "properties/statute_dice.h"
#include "properties/statute_oracle.h"

namespace redress::testing {
namespace {

using evaluate::Answer;
using evaluate::Decision;
using Labels = std::set<std::string_view>;

const policy::Plan& statute() {
  static const policy::Plan plan = [] {
    auto library = run::PolicyLibrary::load("");
    if (!library) FAIL(to_string(library.error()));
    auto compiled = library->compile("us-ca.prop64.statute");
    if (!compiled) FAIL(to_string(compiled.error()));
    return *std::move(compiled);
  }();
  return plan;
}

Labels labels_of(const Decision& decision) {
  Labels labels;
  for (const std::size_t outcome : decision.possible) labels.insert(statute().outcomes[outcome].label);
  return labels;
}

bool is_subset(const Labels& few, const Labels& many) {
  return std::includes(many.begin(), many.end(), few.begin(), few.end());
}

std::string list_of_labels(const Labels& labels) {
  std::string text;
  for (const std::string_view label : labels) text += " [" + std::string(label) + "]";
  return text;
}

std::string compared_words(const StatuteCase& conviction, const Labels& found, const Labels& expected) {
  return "count " + conviction.count + " " + std::string(conviction.charge.text) + ":" + list_of_labels(found) +
         " against" + list_of_labels(expected);
}

Decision decided(const model::Person& person, std::size_t index) {
  const evaluate::PersonEvaluation evaluation(statute(), person, run_facts(), evaluate::ScopeRule::kTakenAsYes);
  return evaluation.decide(index, evaluate::Detail::kAnswer);
}

const StatuteCase* case_of(const std::vector<StatuteCase>& cases, std::string_view count) {
  const auto found = std::find_if(cases.begin(), cases.end(), [&](const StatuteCase& c) { return c.count == count; });
  return found == cases.end() ? nullptr : &*found;
}

// The record with all that no file has supplied for one conviction, as in that world.
void supply_world(model::Conviction& conviction, const StatuteWorld& world) {
  conviction.supplied = {{"plants", world.plants * 1000},
                         {"concentrate_grams", world.milligrams},
                         {"personal_small", world.is_personal_and_small},
                         {"recipient_under_21", world.is_recipient_under_21}};
  conviction.offense_date = world.offense;
  conviction.charging_date =
      world.is_charged_late ? add_days(conviction.date.span.last, 1) : conviction.arrest_date.span.first;
}

// Nobody can supply the answer to a question of law.
bool hangs_on_registration(const StatuteCase& conviction) {
  return conviction.is_registration_certain || conviction.is_registration_possible;
}

struct Seen {
  std::size_t cases = 0;
  std::map<std::string_view, std::size_t> labels;
  std::size_t undecided = 0;
};

TEST_CASE(
    "the statute's possible outcomes are exactly those of all worlds of facts, offense dates and charging dates") {
  Seen seen;
  check_property({64101, 1500}, draw_statute_record, [&](const Sketch& sketch, Dice&) -> std::optional<std::string> {
    const auto cases = statute_cases(sketch);
    if (!cases) return std::nullopt;
    Records records({lines_of(sketch, "1")}, kDay);
    const model::Person& person = records.person();
    if (person.convictions.size() != cases->size()) return "another number of convictions";
    for (std::size_t i = 0; i < person.convictions.size(); ++i) {
      const StatuteCase* conviction = case_of(*cases, person.convictions[i].count);
      if (conviction == nullptr || !person.birth_date.is_known()) return "another conviction";
      const Decision decision = decided(person, i);
      const Labels found = labels_of(decision);
      const Labels expected = statute_answers(*conviction, person.birth_date.span);
      if (found != expected) return compared_words(*conviction, found, expected);
      ++seen.cases;
      if (decision.answer == Answer::kUndecided) ++seen.undecided;
      for (const std::string_view label : found) ++seen.labels[label];
    }
    return std::nullopt;
  });
  if (are_records_few()) return;
  CHECK(seen.labels.size() == statute().outcomes.size());
  CHECK(seen.undecided > 0);
  CHECK(seen.undecided < seen.cases);
}

TEST_CASE("in a world where all is supplied the statute is decided as the table says") {
  check_property({64102, 500}, draw_statute_record, [](const Sketch& sketch, Dice& dice) -> std::optional<std::string> {
    const auto cases = statute_cases(sketch);
    if (!cases) return std::nullopt;
    Records records({lines_of(sketch, "1")}, kDay);
    model::Person person = records.person();
    for (std::size_t i = 0; i < person.convictions.size(); ++i) {
      const StatuteCase* conviction = case_of(*cases, person.convictions[i].count);
      if (conviction == nullptr) return "another conviction";
      if (hangs_on_registration(*conviction)) continue;
      const model::Conviction before = person.convictions[i];
      for (int turn = 0; turn < 12; ++turn) {
        const StatuteWorld world = dice.pick(statute_worlds(*conviction, person.birth_date.span));
        supply_world(person.convictions[i], world);
        const Labels found = labels_of(decided(person, i));
        const Labels expected{statute_answer(*conviction, world)};
        if (found != expected)
          return compared_words(*conviction, found, expected) + " offense " + to_iso(world.offense);
      }
      person.convictions[i] = before;
    }
    return std::nullopt;
  });
}

TEST_CASE("supplying one fact after the other only narrows what the statute leaves possible") {
  check_property({64103, 500}, draw_doubtful_statute_record,
                 [](const Sketch& sketch, Dice& dice) -> std::optional<std::string> {
    Records records({lines_of(sketch, "1")}, kDay);
    model::Person person = records.person();
    for (std::size_t i = 0; i < person.convictions.size(); ++i) {
      model::Conviction& conviction = person.convictions[i];
      Labels before = labels_of(decided(person, i));
      std::vector<model::SuppliedFact> facts = {{"plants", std::int64_t{1000} * dice.between(0, 9)},
                                                {"concentrate_grams", std::int64_t{7999} + dice.between(0, 2)},
                                                {"personal_small", dice.chance(50)},
                                                {"recipient_under_21", dice.chance(50)}};
      while (!facts.empty()) {
        const std::size_t next = dice.below(facts.size());
        conviction.supplied.push_back(facts[next]);
        facts.erase(facts.begin() + static_cast<std::ptrdiff_t>(next));
        const Labels after = labels_of(decided(person, i));
        if (after.empty() != before.empty() || !is_subset(after, before)) {
          return "count " + conviction.count + ", " + conviction.supplied.back().name + ":" + list_of_labels(before) +
                 " became" + list_of_labels(after);
        }
        before = after;
      }
    }
    return std::nullopt;
  });
}

// Every way to fill in the levels that the record leaves open.
std::vector<std::map<std::string, char>> level_choices(const Sketch& sketch) {
  std::vector<std::map<std::string, char>> choices(1);
  for (const SketchRow& row : sketch.rows) {
    if (!row.is_convicted() || !row[RowFact::kConvictionLevel].empty()) continue;
    std::vector<std::map<std::string, char>> more;
    for (const char level : {'F', 'M', 'I'}) {
      for (std::map<std::string, char> choice : choices) {
        choice[std::string(row.count())] = level;
        more.push_back(std::move(choice));
      }
    }
    choices = std::move(more);
  }
  return choices;
}

TEST_CASE("with a birth date or a level unknown as well the statute's possible outcomes are never too narrow") {
  check_property({64104, 200}, draw_doubtful_statute_record,
                 [](const Sketch& sketch, Dice&) -> std::optional<std::string> {
    Records records({lines_of(sketch, "1")}, kDay);
    const model::Person& person = records.person();
    for (const auto& levels : level_choices(sketch)) {
      const auto cases = statute_cases(sketch, levels);
      if (!cases) return std::nullopt;
      for (std::size_t i = 0; i < person.convictions.size(); ++i) {
        const StatuteCase* conviction = case_of(*cases, person.convictions[i].count);
        if (conviction == nullptr) return "another conviction";
        DateSpan born = person.birth_date.span;
        if (born.is_every_day()) born = {{1900, 1, 1}, kDay};
        const Labels found = labels_of(decided(person, i));
        const Labels expected = statute_answers(*conviction, born);
        if (!is_subset(expected, found)) return compared_words(*conviction, found, expected);
      }
    }
    return std::nullopt;
  });
}

}  // namespace
}  // namespace redress::testing
