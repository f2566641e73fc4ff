#include "write/json/reconciliation_json.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "tally/merge_counts.h"

namespace redress::write {
namespace {

using Json = nlohmann::ordered_json;

class Account {
 public:
  void total(std::string_view id, std::string_view words, std::uint64_t value) { add(id, words, "total", value); }
  void less(std::string_view id, std::string_view words, std::uint64_t value) { add(id, words, "less", value); }
  void part(std::string_view id, std::string_view words, std::uint64_t value) { add(id, words, "part", value); }

  Json take() { return std::move(lines_); }

 private:
  void add(std::string_view id, std::string_view words, std::string_view kind, std::uint64_t value) {
    lines_.push_back({{"id", id}, {"words", words}, {"kind", kind}, {"value", value}});
  }

  Json lines_ = Json::array();
};

}  // namespace

Json reconciliation_table(const RunSummary& run, const policy::Plan& plan, const tally::Tally& tally) {
  Account account;
  account.total("rows_in", "Rows of all inputs", run.rows_in);
  account.less("rows_rejected", "Rows that could not be read or name no person", run.rows_rejected);
  account.total("rows_out", "Rows that belong to a person", run.rows_out);
  account.less("equal_rows", "Rows that repeat an earlier row", tally.equal_rows);
  account.less("rows_without_conviction", "Rows of arrests, registrations, counts without a conviction, and rows that "
               "cannot be used", tally.rows - tally.equal_rows - tally.rows_of_convictions);
  account.total("rows_of_convictions", "Rows of convictions", tally.rows_of_convictions);
  account.less("further_rows", "Further rows of a count that has several", tally.rows_of_convictions - tally.convictions);
  account.total("convictions", "Convictions on record, in all counties and for any offense", tally.convictions);
  account.less("convictions_out_of_scope", "Convictions that the policy does not speak of",
               tally.convictions - tally.in_scope);
  account.total("convictions_in_scope", "Convictions that the policy speaks of", tally.in_scope);
  for (std::size_t i = 0; i < plan.outcomes.size(); ++i) {
    account.part("outcome." + plan.outcomes[i].id, plan.outcomes[i].label, tally::counted(tally.by_outcome, i));
  }
  account.total("people", "People in the files, each counted once over all files", tally.people);
  account.less("people_out_of_scope", "People without a conviction that the policy speaks of",
               tally.people - tally.people_in_scope);
  account.total("people_in_scope", "People with a conviction that the policy speaks of", tally.people_in_scope);
  return account.take();
}

}  // namespace redress::write
