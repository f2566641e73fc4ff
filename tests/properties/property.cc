#include "properties/property.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <unordered_map>
#include <utility>

namespace redress::testing {
namespace {

// A record and the randomness of whatever is done to it, which shrinking leaves as it is.
struct Drawn {
  Sketch sketch;
  rc::Random random;
};

rc::Seq<Drawn> smaller_drawn(const Drawn& drawn) {
  std::vector<Drawn> found;
  for (Sketch& sketch : smaller(drawn.sketch)) found.push_back({std::move(sketch), drawn.random});
  return rc::seq::fromContainer(std::move(found));
}

rc::Gen<Drawn> drawn_by(Draw draw) {
  return [draw](rc::Random random, int) {
    Dice dice(random.split());
    return rc::shrinkable::shrinkRecur(Drawn{draw(dice), random}, &smaller_drawn);
  };
}

std::ostream& operator<<(std::ostream& out, const Drawn& drawn) {
  return out << drawn.sketch;
}

// Says nothing while records are drawn and shrunk: the report comes at the end.
class Silence final : public rc::detail::TestListener {
 public:
  void onTestCaseFinished(const rc::detail::CaseDescription&) override {}
  void onShrinkTried(const rc::detail::CaseDescription&, bool) override {}
  void onTestFinished(const rc::detail::TestMetadata&, const rc::detail::TestResult&) override {}
};

std::string report_of(const rc::detail::FailureResult& failure, std::uint64_t seed) {
  std::ostringstream report;
  report << "after " << failure.numSuccess << " records of seed " << seed << ":\n" << failure.description << "\n";
  for (const auto& [name, text] : failure.counterExample) report << text << "\n";
  return report.str();
}

// A sanitizer slows each record down some twenty times; what it looks for shows on the first few.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif
constexpr int kFewerWhenSanitized = 10;

}  // namespace

bool are_records_few() {
  return kIsSanitized;
}

void check_property(Runs runs, Draw draw, const Property& property) {
  rc::detail::TestParams params;
  params.seed = runs.seed;
  params.maxSuccess = kIsSanitized ? std::max(runs.records / kFewerWhenSanitized, 1) : runs.records;
  Silence silence;
  const rc::detail::TestResult result = rc::detail::checkTestable(
      [&] {
        const Drawn drawn = *drawn_by(draw);
        Dice dice(drawn.random);
        if (const auto wrong = property(drawn.sketch, dice)) RC_FAIL(*wrong);
      },
      rc::detail::TestMetadata{}, params, silence, std::unordered_map<std::string, rc::detail::Reproduce>{});
  if (result.is<rc::detail::FailureResult>()) FAIL_CHECK(report_of(result.get<rc::detail::FailureResult>(), runs.seed));
  CHECK(result.is<rc::detail::SuccessResult>());
}

}  // namespace redress::testing
