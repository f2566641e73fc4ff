// The figures and the results do not depend on how the work was shared out. Source: house rule 5.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "properties/answers.h"
#include "properties/property.h"
#include "redress/evaluate.h"
#include "run/decision_pass.h"
#include "support/scratch_folder.h"

namespace redress::testing {
namespace {

// The tally of each person under one policy.
std::vector<tally::Tally> tallies_of(const std::vector<Sketch>& people, const PolicyUnderTest& policy) {
  const tally::TallyContext context{policy.plan, run_facts(), *sets_of_figures().prop64, *sets_of_figures().related};
  std::string file;
  for (std::size_t i = 0; i < people.size(); ++i) file += lines_of(people[i], std::to_string(i + 1));
  Records records({std::move(file)}, kDay);
  std::vector<tally::Tally> tallies;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const model::Person& person = records.person(i);
    const evaluate::PersonEvaluation evaluation(policy.plan, person, run_facts());
    std::vector<evaluate::Decision> decisions, unusable;
    for (std::size_t c = 0; c < person.convictions.size(); ++c) {
      decisions.push_back(evaluation.decide(c, evaluate::Detail::kAnswer));
    }
    for (std::size_t c = 0; c < person.unusable_convictions.size(); ++c) {
      unusable.push_back(evaluation.decide_unusable(c, evaluate::Detail::kAnswer));
    }
    tallies.emplace_back().add_person(context, person, decisions, unusable);
  }
  return tallies;
}

// Two at a time, any two, until one is left.
tally::Tally merged_by_chance(std::vector<tally::Tally> tallies, Dice& dice) {
  while (tallies.size() > 1) {
    const std::size_t i = dice.below(tallies.size());
    const tally::Tally other = tallies[i];
    tallies.erase(tallies.begin() + static_cast<std::ptrdiff_t>(i));
    tallies[dice.below(tallies.size())].merge(other);
  }
  return tallies.front();
}

TEST_CASE("the tallies of people merge in any order and grouping to the same figures, whose sums tie") {
  check_property({64051, 60}, draw_record, [](const Sketch& sketch, Dice& dice) -> std::optional<std::string> {
    std::vector<Sketch> people{sketch};
    for (int i = 0; i < 5; ++i) people.push_back(draw_record(dice));
    for (const PolicyUnderTest& policy : policies_under_test()) {
      const std::vector<tally::Tally> tallies = tallies_of(people, policy);
      tally::Tally in_order;
      for (const tally::Tally& tally : tallies) in_order.merge(tally);
      if (!(merged_by_chance(tallies, dice) == in_order)) return policy.name + ": other figures";
      if (const Status tie = check_identities(in_order); !tie) return policy.name + ": " + to_string(tie.error());
    }
    return std::nullopt;
  });
}

constexpr std::ptrdiff_t kRowsInBatch = run::DecisionPass::kRowsInBatch;

// Rows of all people in turns, so that the rows of each lie far apart, in several batches.
std::string scattered_file(Dice& dice) {
  std::vector<Sketch> people;
  // Most are whole: a charge that nobody can read makes the statute weigh all its facts against each other.
  for (int i = 0; i < 2200; ++i) people.push_back(i % 10 == 0 ? draw_record(dice) : draw_whole_record(dice));
  std::string file = header_line() + "\n";
  for (std::size_t row = 0; row < 12; ++row) {
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (row < people[i].rows.size()) file += line_of(people[i].rows[row], std::to_string(i + 1)) + "\n";
    }
  }
  return file;
}

// By name, the bytes of each file.
std::map<std::string, std::string> results(const ScratchFolder& folder, unsigned threads) {
  const std::string out = folder.at("out" + std::to_string(threads));
  EvaluateRequest request;
  request.inputs = {folder.at("records.csv")};
  request.policy.policy = "us-ca.prop64.los-angeles";
  request.as_of = kDay;
  request.out = out;
  request.threads = threads;
  request.max_rejects = {RejectLimit::Kind::kPercent, 0, 100};
  const auto report = evaluate_files(request, nullptr);
  if (!report) FAIL(to_string(report.error()));
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(out)) {
    std::ifstream file(entry.path(), std::ios::binary);
    files[entry.path().filename().string()] = {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
  return files;
}

TEST_CASE("one thread and three write the same bytes of a file of drawn people whose rows lie far apart") {
  const ScratchFolder folder;
  Dice dice(rc::Random(64052));
  std::ofstream(folder.at("records.csv"), std::ios::binary) << scattered_file(dice);
  const auto one = results(folder, 1);
  const auto three = results(folder, 3);
  CHECK(std::count(one.at("all_rows.csv").begin(), one.at("all_rows.csv").end(), '\n') > 2 * kRowsInBatch);
  REQUIRE(one.size() == three.size());
  for (const auto& file : one) {
    INFO(file.first);
    CHECK((file.second == three.at(file.first)));
  }
}

}  // namespace
}  // namespace redress::testing
