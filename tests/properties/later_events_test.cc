// What came after a conviction, or on its day, does not disqualify it. Source: county-policies, Los Angeles steps 3, 3b
// and 4: "strictly before this one"; no other county policy looks back. Under the statute only what came after: from
// the arrest to the day of the conviction a prior is in doubt (statute-policy, "Facts").
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "properties/answers.h"
#include "properties/property.h"

namespace redress::testing {
namespace {

using evaluate::Decision;

constexpr std::array kLookingBack = {"prior-superstrike", "prior-sex-offense", "two-priors", "58-6", "58-7",
                                     "59-3",              "59-4",              "60a-6",      "60a-7"};

struct Event {
  std::string words;
  std::vector<SketchRow> rows;
};

// What was added to a record, and to which count it came later.
struct LaterEvent {
  std::string count, event;
  bool is_later_day = false;
};

SketchRow conviction_row(std::string_view count, std::string_view charge, Date date) {
  SketchRow row;
  row.set(RowFact::kStepType, "COURT ACTION");
  row.set(RowFact::kDisposition, "CONVICTED");
  row.set(RowFact::kCountOrder, std::string(count));
  row.set(RowFact::kEventDate, compact(date));
  row.set(RowFact::kConvictionLevel, "FELONY");
  row.set(RowFact::kCounty, std::string(kHome));
  row.set(RowFact::kOffense, std::string(charge));
  return row;
}

// In cycles of their own, on `date` or a little later.
std::vector<Event> events_on(Date date, std::string_view charge) {
  SketchRow registration;
  registration.set(RowFact::kStepType, "REGISTRATION");
  registration.set(RowFact::kCountOrder, "903001001000");
  registration.set(RowFact::kEventDate, compact(date));
  registration.set(RowFact::kOffense, "290 PC");
  return {
      {"a later superstrike", {conviction_row("901001001000", "187 PC", date)}},
      {"a later gang pair",
       {conviction_row("901001001000", "246 PC", date), conviction_row("901001002000", "186.22(B)(4) PC", date)}},
      {"a later sex offense", {conviction_row("902001001000", "243.4 PC", date)}},
      {"a later registration", {registration}},
      {"two later convictions of the same section",
       {conviction_row("904001001000", charge, date), conviction_row("905001001000", charge, add_days(date, 30))}},
  };
}

// Of a step up to the last that was walked; those that do not hold are not kept.
Truth truth_of_step(const Decision& decision, std::size_t index) {
  const auto found = std::find_if(decision.steps.begin(), decision.steps.end(),
                                  [&](const evaluate::StepTrace& trace) { return trace.step == index; });
  return found == decision.steps.end() ? Truth::kNo : found->truth;
}

std::size_t walked_steps(const Decision& decision) {
  return decision.steps.empty() ? 0 : decision.steps.back().step + 1;
}

std::optional<std::string> disqualified(const PolicyUnderTest& policy, const Decision& before, const Decision& after) {
  if (before.scope != after.scope) return "another scope";
  for (std::size_t i = 0; i < std::min(walked_steps(before), walked_steps(after)); ++i) {
    const policy::Step& step = policy.plan.steps[i];
    const bool looks_back = std::find(kLookingBack.begin(), kLookingBack.end(), step.id) != kLookingBack.end();
    if (looks_back && truth_of_step(before, i) != truth_of_step(after, i)) return "another truth of step " + step.id;
  }
  for (const std::size_t outcome : after.possible) {
    const bool is_denial = policy.plan.outcomes[outcome].relief == policy::Relief::kNone;
    if (is_denial && !is_within({outcome}, before.possible))
      return "now possibly " + policy.plan.outcomes[outcome].label;
  }
  return std::nullopt;
}

// The last day on which each conviction may have been, and its charge as written; by count.
std::vector<std::pair<model::Conviction, std::string>> dated_convictions(const Sketch& sketch) {
  std::vector<std::pair<model::Conviction, std::string>> found;
  Records records({lines_of(sketch, "1")}, kDay);
  for (const model::Conviction& conviction : records.person().convictions) {
    if (conviction.date.span.last == kLastDay || !conviction.charge.is_known()) continue;
    for (const SketchRow& row : sketch.rows) {
      if (row.count() != conviction.count || !row.is_convicted()) continue;
      found.emplace_back(conviction, std::string(row[row.charge_cell()]));
      break;
    }
  }
  return found;
}

TEST_CASE("an event on the day of a conviction or after it never makes that conviction not eligible") {
  check_property({64021, 100}, draw_record, [](const Sketch& sketch, Dice& dice) -> std::optional<std::string> {
    std::vector<Sketch> sketches{sketch};
    std::vector<LaterEvent> tried;
    for (const auto& [conviction, charge] : dated_convictions(sketch)) {
      const int days_later = dice.pick(std::array{0, 1, 400});
      const Date date = add_days(conviction.date.span.last, days_later);
      for (const Event& event : events_on(date, charge)) {
        Sketch later = sketch;
        later.rows.insert(later.rows.end(), event.rows.begin(), event.rows.end());
        sketches.push_back(std::move(later));
        tried.push_back({conviction.count, event.words, days_later > 0});
      }
    }
    const std::vector<Answers> answers = answers_of(sketches);
    for (std::size_t i = 0; i < tried.size(); ++i) {
      for (std::size_t p = 0; p < answers[0].size(); ++p) {
        const PolicyUnderTest& policy = policies_under_test()[p];
        if (policy.plan.kind == "statute" && !tried[i].is_later_day) continue;
        const Decision* before = answers[0][p].find(tried[i].count);
        const Decision* after = answers[i + 1][p].find(tried[i].count);
        if (auto wrong = disqualified(policy, *before, *after)) {
          return policy.name + ", count " + tried[i].count + ", " + tried[i].event + ": " + *wrong;
        }
      }
    }
    return std::nullopt;
  });
}

}  // namespace
}  // namespace redress::testing
