#include "intake/row_facts.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace redress::intake {
namespace {

using model::Doubt;
using model::Level;
using model::RowFact;
using model::StepType;

constexpr std::string_view kConvicted = "CONVICTED";
constexpr std::string_view kSeeComment = "SEE COMMENT FOR CHARGE";
constexpr std::string_view kNoNumber = "NULL";
constexpr std::size_t kCycleDigits = 3;
constexpr std::size_t kCaseDigits = 6;
constexpr std::size_t kLeastDigits = 9;

std::uint32_t number_of(std::string_view digits) {
  std::uint32_t number = 0;
  for (const char c : digits) number = number * 10 + static_cast<std::uint32_t>(c - '0');
  return number;
}

CountIdentity read_count(std::string_view text) {
  CountIdentity count;
  count.text = text;
  count.is_identified =
      text.size() >= kLeastDigits && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!count.is_identified) return count;
  count.cycle = number_of(text.substr(0, kCycleDigits));
  count.case_key = number_of(text.substr(0, kCaseDigits));
  return count;
}

StepType read_step_type(std::string_view words) {
  if (equals_ignoring_case(words, "COURT ACTION")) return StepType::kCourtAction;
  if (equals_ignoring_case(words, "ARREST/DETAINED/CITED")) return StepType::kArrest;
  if (equals_ignoring_case(words, "REGISTRATION")) return StepType::kRegistration;
  if (equals_ignoring_case(words, "DECEASED")) return StepType::kDeceased;
  return StepType::kOther;
}

model::Known<Level> read_conviction_level(std::string_view words) {
  if (equals_ignoring_case(words, "FELONY")) return model::known(Level::kFelony);
  if (equals_ignoring_case(words, "MISDEMEANOR")) return model::known(Level::kMisdemeanor);
  if (equals_ignoring_case(words, "INFRACTION")) return model::known(Level::kInfraction);
  return {{}, Doubt::kUnreadable};
}

model::Known<Level> read_offense_level(std::string_view letter) {
  if (letter.empty()) return {{}, Doubt::kMissing};
  if (equals_ignoring_case(letter, "F")) return model::known(Level::kFelony);
  if (equals_ignoring_case(letter, "M")) return model::known(Level::kMisdemeanor);
  if (equals_ignoring_case(letter, "I")) return model::known(Level::kInfraction);
  return {{}, Doubt::kUnreadable};
}

// Bytes with which a text begins that has no quotes, no blank to trim, and is no dash.
constexpr std::array<bool, 256> kBeginsBare = [] {
  std::array<bool, 256> begins{};
  for (int byte = 0; byte < 128; ++byte) {
    const char c = static_cast<char>(byte);
    begins[static_cast<std::size_t>(byte)] = is_plain_byte(c) && c != '"' && c != '-';
  }
  return begins;
}();

// What the cells of one row say, fact by fact.
class Row {
 public:
  Row(const scan::Cells& cells, const model::Layout& layout, std::deque<std::string>& unescaped)
      : cells_(cells), layout_(layout), unescaped_(unescaped) {}

  // Asked some twenty times for each row, so that a call would cost as much as the answer.
  [[gnu::always_inline]] std::string_view operator[](RowFact fact) const {
    const std::size_t column = layout_.position(fact);
    const std::string_view raw = cells_.raw(column);
    return raw.empty() || is_bare(raw) ? raw : carefully(column);
  }

 private:
  // Such a cell has no quotes, and nothing to trim.
  static bool is_bare(std::string_view raw) {
    return kBeginsBare[static_cast<unsigned char>(raw.front())] && is_plain_byte(raw.back());
  }

  [[gnu::noinline]] std::string_view carefully(std::size_t column) const {
    const std::string_view text = trimmed(cells_.value(column, unescaped_));
    if (!text.empty() && text.front() != '-') return text;  // what is trimmed and begins so is no empty cell
    return is_empty_cell(text) ? std::string_view{} : text;
  }

  const scan::Cells& cells_;
  const model::Layout& layout_;
  std::deque<std::string>& unescaped_;
};

void read_charge_texts(const Row& row, RowFacts& facts) {
  facts.offense = row[RowFact::kOffense];
  facts.comment = row[RowFact::kComment];
  const bool is_in_comment = facts.offense.empty() || equals_ignoring_case(facts.offense, kSeeComment);
  facts.charge_text = is_in_comment ? facts.comment : facts.offense;
  facts.other_offense = row[RowFact::kConvictionOffense];
  if (facts.other_offense.empty()) facts.other_offense = row[RowFact::kDispositionOffense];
}

void read_level(const Row& row, RowFacts& facts) {
  facts.level_words = row[RowFact::kConvictionLevel];
  if (!facts.level_words.empty()) {
    facts.level = read_conviction_level(facts.level_words);
    return;
  }
  facts.level_words = row[RowFact::kOffenseLevel];
  facts.level = read_offense_level(facts.level_words);
}

}  // namespace

bool stands_for_no_number(std::string_view case_number) {
  return equals_ignoring_case(case_number, kNoNumber);
}

bool RowFacts::is_unusable() const {
  if (count.is_identified) return false;
  return is_convicted || (step_type != StepType::kRegistration && step_type != StepType::kDeceased);
}

RowFacts read_row(const scan::Cells& cells, const model::Layout& layout, std::deque<std::string>& unescaped,
                  PersonCells person_cells) {
  const Row row(cells, layout, unescaped);
  RowFacts facts;
  facts.step_words = row[RowFact::kStepType];
  facts.step_type = read_step_type(facts.step_words);
  facts.disposition = row[RowFact::kDisposition];
  facts.is_convicted = begins_ignoring_case(facts.disposition, kConvicted);
  facts.count = read_count(row[RowFact::kCountOrder]);
  facts.event_date_text = row[RowFact::kEventDate];
  facts.event_date = read_date(facts.event_date_text);
  facts.cycle_date_text = row[RowFact::kCycleDate];
  facts.county = row[RowFact::kCounty];
  read_charge_texts(row, facts);
  read_level(row, facts);
  if (facts.step_type == StepType::kCourtAction) {
    facts.case_number = row[RowFact::kCaseNumber];
    if (stands_for_no_number(facts.case_number)) facts.case_number = {};
  }
  facts.sentence_place = row[RowFact::kSentencePlace];
  facts.sentence_length = row[RowFact::kSentenceLength];
  facts.sentence_unit = row[RowFact::kSentenceUnit];
  facts.birth_date_text = row[RowFact::kBirthDate];
  if (person_cells == PersonCells::kLeaveEmpty) return facts;
  facts.name = row[RowFact::kName];
  facts.cii_number = row[RowFact::kCiiNumber];
  facts.sex = row[RowFact::kSex];
  facts.race = row[RowFact::kRace];
  return facts;
}

model::DateFact read_date(std::string_view text) {
  if (text.empty()) return {};
  const auto span = parse_compact_date(text);
  if (!span) return {kEveryDay, Doubt::kUnreadable, 0};
  return {*span, span->is_exact() ? Doubt::kNone : Doubt::kPartial, 0};
}

}  // namespace redress::intake
