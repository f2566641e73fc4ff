// A command that is asked to stop leaves nothing behind. Source: redress/run_observer.h.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "redress/evaluate.h"
#include "redress/report.h"
#include "redress/synth.h"
#include "support/scratch_folder.h"

namespace redress {
namespace {

// Asks to stop at the so-manieth time that it is asked.
class Stopper final : public RunObserver {
 public:
  explicit Stopper(int at) : at_(at) {}
  bool wants_cancel() override { return ++asked_ >= at_; }
  int asked() const { return asked_; }

 private:
  int at_;
  int asked_ = 0;
};

constexpr int kNever = 1'000'000'000;

bool is_alone(const testing::ScratchFolder& folder, const std::string& name) {
  std::size_t others = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.at(""))) {
    if (entry.path().filename().string().starts_with(name)) ++others;
  }
  return others == 0;
}

TEST_CASE("invented people that were stopped leave no file") {
  const testing::ScratchFolder folder;
  SynthRequest request;
  request.people = 2000;
  request.county = "LOS ANGELES";
  request.out = folder.at("invented.csv");
  for (const int at : {1, 2}) {
    CAPTURE(at);
    Stopper stopper(at);
    const auto made = synthesize(request, &stopper);
    REQUIRE(!made.ok());
    CHECK(made.error().kind == ErrorKind::kCancelled);
    CHECK(is_alone(folder, "invented"));
  }
  Stopper patient(kNever);
  REQUIRE(synthesize(request, &patient).ok());
  CHECK(patient.asked() > 1);
}

TEST_CASE("a report that was stopped leaves no folder, and none of its files in the results") {
  const testing::ScratchFolder folder;
  SynthRequest people;
  people.people = 60;
  people.county = "LOS ANGELES";
  people.out = folder.at("county.csv");
  REQUIRE(synthesize(people).ok());
  EvaluateRequest run;
  run.inputs = {people.out};
  run.policy.policy = "us-ca.prop64.los-angeles";
  run.as_of = {2019, 11, 11};
  run.out = folder.at("results");
  const auto done = evaluate_files(run, nullptr);
  if (!done) FAIL(to_string(done.error()));
  ReportRequest request;
  request.results = run.out;
  Stopper patient(kNever);
  request.out = folder.at("whole");
  REQUIRE(write_report(request, &patient).ok());
  REQUIRE(patient.asked() > 10);
  for (const int at : {1, 2, patient.asked()}) {
    CAPTURE(at);
    for (const bool is_elsewhere : {true, false}) {
      Stopper stopper(at);
      request.out = is_elsewhere ? folder.at("report") : std::string();
      const auto made = write_report(request, &stopper);
      REQUIRE(!made.ok());
      CHECK(made.error().kind == ErrorKind::kCancelled);
      CHECK(is_alone(folder, "report"));
      CHECK(!std::filesystem::exists(folder.at("results/convictions.xlsx")));
      CHECK(!std::filesystem::exists(folder.at("results/report.html")));
    }
  }
}

}  // namespace
}  // namespace redress
