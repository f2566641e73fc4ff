#include "evaluate/sentence_dates.h"

#include <algorithm>

#include "model/sentence.h"

namespace redress::evaluate {
namespace {

bool stands_as_recorded(LeapRule leap, const model::Conviction& conviction) {
  return leap == LeapRule::kMarch1 ||
         std::any_of(conviction.filled.begin(), conviction.filled.end(), [](const model::FilledFact& filled) {
           return filled.fact == model::RecordFact::kSentenceEnd;
         });
}

}  // namespace

model::DateFact sentence_end_under(LeapRule leap, const model::Conviction& conviction) {
  if (stands_as_recorded(leap, conviction)) return conviction.sentence_end;
  return model::sentence_end(conviction.date, conviction.sentence, leap);
}

model::DateFact sentence_end_earliest_under(LeapRule leap, const model::Conviction& conviction) {
  if (stands_as_recorded(leap, conviction)) return conviction.sentence_end_earliest;
  return model::sentence_end_earliest(conviction.date, conviction.sentence, leap);
}

}  // namespace redress::evaluate
