#include "intake/birth_dates.h"

#include "intake/row_facts.h"

namespace redress::intake {

using model::Doubt;

void BirthDates::add(std::string_view text) {
  if (text.empty() || text == last_text_) return;
  const bool is_first = last_text_.empty();
  last_text_ = text;
  const model::DateFact date = read_date(text);
  if (date.doubt == Doubt::kUnreadable) is_impossible_ = true;
  if (is_first) {
    date_ = date;
  } else if (date_.span != date.span) {
    date_ = {hull(date_.span, date.span), Doubt::kContradictory, 0};
  }
}

model::DateFact BirthDates::take(Date as_of) const {
  const bool is_in_future = date_.doubt != Doubt::kMissing && date_.span.first > as_of;
  if (is_impossible_) return {kEveryDay, Doubt::kUnreadable, 0};
  if (is_in_future) return {kEveryDay, Doubt::kAfterAsOf, 0};
  return date_;
}

}  // namespace redress::intake
