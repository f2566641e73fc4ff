// model/supplied.h: facts that somebody supplied because the files do not have them, and who said so.
// Not here: reading them (intake/facts_file.h), which facts a policy declares (policy). Plain values.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "redress/date.h"

namespace redress::model {

// Where a supplied fact comes from, so that it can be traced. Texts are UTF-8.
struct Provenance {
  std::string source;  // "police report"
  std::string who;     // who says so
  std::optional<Date> when;

  friend bool operator==(const Provenance&, const Provenance&) = default;
};

// A fact that no file has: one that a policy declares, or that a section set needs. Yes or no, or a number in
// thousandths.
struct SuppliedFact {
  std::string name;
  std::variant<bool, std::int64_t> value;
  Provenance from = {};
};

// A fact that files have, but may leave unknown. The offense and charging dates no file has to the day.
enum class RecordFact : std::uint8_t {
  kBirthDate,  // of the person; the others are of a conviction
  kConvictionDate, kLevel, kCharge, kCounty, kArrestDate, kOffenseDate, kChargingDate, kSentenceEnd,
};
inline constexpr std::size_t kRecordFactCount = static_cast<std::size_t>(RecordFact::kSentenceEnd) + 1;

// The name by which files of facts, figures and messages know it: "birth_date". Static storage.
inline constexpr std::array<std::string_view, kRecordFactCount> kRecordFactNames = {
    "birth_date",  "conviction_date", "level",         "charge",      "county",
    "arrest_date", "offense_date",    "charging_date", "sentence_end"};
inline std::string_view name_of(RecordFact fact) { return kRecordFactNames[static_cast<std::size_t>(fact)]; }

// A fact of the record that was unknown and has been filled in.
struct FilledFact {
  RecordFact fact = RecordFact::kBirthDate;
  Provenance from;
};

}  // namespace redress::model
