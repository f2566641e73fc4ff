#include "explain/decision_sentence.h"

#include <doctest/doctest.h>

namespace redress::explain {
namespace {

TEST_CASE("a decided conviction is one sentence with its case, its step and its reason") {
  model::DecisionTexts row;
  row.offense = "11359 HS";
  row.case_numbers = "98776";
  row.conviction_date = "04/04/2005";
  row.determination = "Eligible for Dismissal";
  row.reason = "50 years or older";
  row.step = "5 older-than-age";
  row.statutory_relief = "Needs Review";
  CHECK(decision_sentence(row, Criteria::kOffice) ==
        "The conviction of 04/04/2005 for 11359 HS (case 98776) is \"Eligible for Dismissal\" under the office's "
        "policy, step 5: 50 years or older; the statute by itself gives \"Needs Review\".");
  row.changes_on = "02/12/2024";
  CHECK(decision_sentence(row, Criteria::kStatute) ==
        "The conviction of 04/04/2005 for 11359 HS (case 98776) is \"Eligible for Dismissal\" by the statute itself, "
        "step 5: 50 years or older; time alone gives another answer from 02/12/2024 on.");
  CHECK(decision_sentence(row, Criteria::kOffice).ends_with("; time alone gives another answer from 02/12/2024 on."));
}

TEST_CASE("an undecided one says what is not known and what the answer may be") {
  model::DecisionTexts row;
  row.conviction_date = "-";
  row.determination = "Needs Review";
  row.reason = "Undecided: level of this conviction (missing)";
  row.deciding_facts = "level of this conviction (missing)";
  row.possible = "Not eligible; Eligible for Dismissal";
  CHECK(decision_sentence(row, Criteria::kOffice) ==
        "The conviction without a certain date, whose charge is not recorded, is \"Needs Review\" under the office's "
        "policy, because this is not known: level of this conviction (missing); once it is, the answer may be: Not "
        "eligible; Eligible for Dismissal.");
}

}  // namespace
}  // namespace redress::explain
