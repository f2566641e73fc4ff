#include "tally/keys.h"

namespace redress::tally {

using evaluate::FactKind;
using model::Note;

SectionKey section_key(const model::Charge& charge, const citation::SectionSet& set) {
  if (const citation::Section* section = evaluate::listed_section(charge, set)) {
    return {SectionKey::State::kListed, std::string(citation::legal_name(section->code)), section->number};
  }
  if (!charge.is_known()) return {SectionKey::State::kUnknown, {}, {}};
  for (const citation::Section& section : charge.citation->sections) {
    if (set.lists(section) == Truth::kUnknown) return {SectionKey::State::kUnknown, {}, {}};
  }
  return {SectionKey::State::kOther, {}, {}};
}

namespace {

AgeBand band_of_age(int years) {
  if (years < 21) return AgeBand::kUnder21;
  if (years < 30) return AgeBand::k21To29;
  if (years < 40) return AgeBand::k30To39;
  if (years < 50) return AgeBand::k40To49;
  if (years < 65) return AgeBand::k50To64;
  return AgeBand::k65OrMore;
}

}  // namespace

AgeBand age_band(const model::DateFact& birth_date, Date on, LeapRule leap) {
  if (on < birth_date.span.last) return AgeBand::kUnknown;
  const AgeBand oldest = band_of_age(whole_years_between(birth_date.span.first, on, leap));
  const AgeBand youngest = band_of_age(whole_years_between(birth_date.span.last, on, leap));
  return oldest == youngest ? oldest : AgeBand::kUnknown;
}

std::optional<int> decade_of(const model::DateFact& date) {
  const int first = date.span.first.year / 10 * 10;
  if (first != date.span.last.year / 10 * 10) return std::nullopt;
  return first;
}

std::string_view id_of(FactKind kind) {
  switch (kind) {
    case FactKind::kBirthDate: return "birth_date";
    case FactKind::kConvictionDate: return "conviction_date";
    case FactKind::kLevel: return "level";
    case FactKind::kCounty: return "county";
    case FactKind::kCharge: return "charge";
    case FactKind::kCode: return "code";
    case FactKind::kSubdivision: return "subdivision";
    case FactKind::kAttemptMembership: return "attempt_membership";
    case FactKind::kNeeded: return "needed";
    case FactKind::kSentence: return "sentence";
    case FactKind::kRegistrationCharge: return "registration_charge";
    case FactKind::kRegistrationDate: return "registration_date";
    case FactKind::kMissingRow: return "missing_row";
    case FactKind::kCountIdentity: return "count_identity";
    case FactKind::kArrestDate: return "arrest_date";
    case FactKind::kOffenseDate: return "offense_date";
    case FactKind::kChargingDate: return "charging_date";
    case FactKind::kDeclared: return "declared";
    case FactKind::kQuestion: return "question";
  }
  return {};
}

std::string_view id_of(model::Doubt doubt) {
  switch (doubt) {
    case model::Doubt::kNone: return "none";
    case model::Doubt::kMissing: return "missing";
    case model::Doubt::kUnreadable: return "unreadable";
    case model::Doubt::kPartial: return "partial";
    case model::Doubt::kContradictory: return "contradictory";
    case model::Doubt::kAfterAsOf: return "after_as_of";
    case model::Doubt::kNotInSource: return "not_in_source";
  }
  return {};
}

std::string_view id_of(Note note) {
  switch (note) {
    case Note::kEqualRow: return "equal_row";
    case Note::kConvictedElsewhere: return "convicted_elsewhere";
    case Note::kDateMissing: return "date_missing";
    case Note::kDateUnreadable: return "date_unreadable";
    case Note::kDatePartial: return "date_partial";
    case Note::kDateContradictory: return "date_contradictory";
    case Note::kLevelUnknown: return "level_unknown";
    case Note::kLevelContradictory: return "level_contradictory";
    case Note::kCountyMissing: return "county_missing";
    case Note::kCountyContradictory: return "county_contradictory";
    case Note::kChargeMissing: return "charge_missing";
    case Note::kChargeUnreadable: return "charge_unreadable";
    case Note::kChargeContradictory: return "charge_contradictory";
    case Note::kChargeCodeUnknown: return "charge_code_unknown";
    case Note::kChargeFromOtherColumn: return "charge_from_other_column";
    case Note::kSentenceUnreadable: return "sentence_unreadable";
    case Note::kSentenceLengthMissing: return "sentence_length_missing";
    case Note::kCountInSeveralFiles: return "count_in_several_files";
    case Note::kBirthDateMissing: return "birth_date_missing";
    case Note::kBirthDateUnreadable: return "birth_date_unreadable";
    case Note::kBirthDatePartial: return "birth_date_partial";
    case Note::kBirthDateContradictory: return "birth_date_contradictory";
    case Note::kBirthDateAfterAsOf: return "birth_date_after_as_of";
    case Note::kCountUnidentified: return "count_unidentified";
    case Note::kPersonIncomplete: return "person_incomplete";
    case Note::kReliefEntered: return "relief_entered";
  }
  return {};
}

std::string_view id_of(policy::Relief relief) {
  switch (relief) {
    case policy::Relief::kDismissal: return "dismissal";
    case policy::Relief::kReduction: return "reduction";
    case policy::Relief::kNone: return "none";
    case policy::Relief::kReview: return "review";
  }
  return {};
}

std::string_view id_of(ReviewCause cause) {
  switch (cause) {
    case ReviewCause::kUndecided: return "undecided";
    case ReviewCause::kScopeUnknown: return "scope_unknown";
    case ReviewCause::kIncomplete: return "incomplete";
  }
  return {};
}

std::string_view id_of(AgeBand band) {
  switch (band) {
    case AgeBand::kUnder21: return "under_21";
    case AgeBand::k21To29: return "21_to_29";
    case AgeBand::k30To39: return "30_to_39";
    case AgeBand::k40To49: return "40_to_49";
    case AgeBand::k50To64: return "50_to_64";
    case AgeBand::k65OrMore: return "65_or_more";
    case AgeBand::kUnknown: return "unknown";
  }
  return {};
}

std::string_view id_of(Scenario scenario) {
  switch (scenario) {
    case Scenario::kNow: return "now";
    case Scenario::kThisPolicy: return "this_policy";
    case Scenario::kStatute: return "statute";
    case Scenario::kAllProp64: return "all_prop64_dismissed";
    case Scenario::kProp64AndRelated: return "prop64_and_related_dismissed";
  }
  return {};
}

std::string_view level_id(std::size_t level) {
  static constexpr std::array<std::string_view, kLevelCount> kIds = {"felony", "misdemeanor", "infraction", "unknown"};
  return kIds[level];
}

}  // namespace redress::tally
