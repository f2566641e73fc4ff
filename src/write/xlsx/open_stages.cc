#include "write/xlsx/open_stages.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace redress::write {
namespace {

using model::SheetId;

// What holds of one column of Tracking while a stage is open.
struct StageTest {
  std::string_view column;  // empty: no further test
  enum class Kind : std::uint8_t { kEmpty, kNotRefused, kGranted } kind = Kind::kEmpty;
};

struct Stage {
  std::string_view words;
  std::string_view since;  // the column with the day on which it began; where it is unknown, empty
  std::array<StageTest, 2> tests;
  std::string_view definition;
};

constexpr std::string_view kGranted = "Granted";

constexpr std::array kStages = {
    Stage{"Filed, without a ruling",
          "filed",
          {{{"ruling"}, {"order-date"}}},
          "Rows of Tracking with a day of filing and neither a ruling nor a day of the order; the oldest in days from "
          "today."},
    Stage{"Granted, without a date of the order",
          "",
          {{{"ruling", StageTest::Kind::kGranted}, {"order-date"}}},
          "Rows that were granted and have no day of the order: enter it, for the 30 days to tell the Department of "
          "Justice run from there."},
    Stage{"Ordered, DOJ not told",
          "order-date",
          {{{"doj-sent"}, {"ruling", StageTest::Kind::kNotRefused}}},
          "Rows with a day of the order, granted or without a ruling, that were not sent to the Department of Justice; "
          "the law allows 30 days."},
    Stage{"Sent, without DOJ's answer",
          "doj-sent",
          {{{"doj-answer"}, {}}},
          "Rows that were sent to the Department of Justice and have no answer."},
};

std::string range_of(const WorkbookPlan& plan, std::string_view column, std::size_t page) {
  return plan.range_name(SheetId::kTracking, column, 0, page);
}

std::string test_formula(const std::string& range, StageTest::Kind kind) {
  const std::string is_empty = "(" + range + "=\"\")";
  const std::string is_granted = "(" + range + "=\"" + std::string(kGranted) + "\")";
  switch (kind) {
    case StageTest::Kind::kEmpty: return is_empty;
    case StageTest::Kind::kGranted: return is_granted;
    case StageTest::Kind::kNotRefused: break;
  }
  return "(" + is_empty + "+" + is_granted + ")";
}

bool holds(const std::string& text, StageTest::Kind kind) {
  switch (kind) {
    case StageTest::Kind::kEmpty: return text.empty();
    case StageTest::Kind::kGranted: return text == kGranted;
    case StageTest::Kind::kNotRefused: break;
  }
  return text.empty() || text == kGranted;
}

// What is 1 in each open row of the page and 0 in the others.
std::string open_rows(const WorkbookPlan& plan, const Stage& stage, std::size_t page) {
  std::string product;
  if (!stage.since.empty()) product = "(" + range_of(plan, stage.since, page) + "<>\"\")";
  for (const StageTest& test : stage.tests) {
    if (test.column.empty()) continue;
    product.append(product.empty() ? "" : "*").append(test_formula(range_of(plan, test.column, page), test.kind));
  }
  return product;
}

std::uint64_t open_now(const WorkbookRun& run, const Stage& stage) {
  const std::vector<const model::SheetColumn*> entries = run.plan.layout.entries();
  const auto text_under = [&](const std::vector<std::string>& texts, std::string_view id) -> const std::string& {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const auto* entry) { return entry->id == id; });
    return texts[static_cast<std::size_t>(found - entries.begin())];
  };
  const auto is_open = [&](const auto& entry) {
    const std::vector<std::string>& texts = entry.second;
    if (!stage.since.empty() && text_under(texts, stage.since).empty()) return false;
    return std::all_of(stage.tests.begin(), stage.tests.end(), [&](const StageTest& test) {
      return test.column.empty() || holds(text_under(texts, test.column), test.kind);
    });
  };
  return static_cast<std::uint64_t>(std::count_if(run.entries.begin(), run.entries.end(), is_open));
}

}  // namespace

std::vector<CellRow> open_stage_rows(const WorkbookRun& run) {
  std::vector<CellRow> rows;
  for (const Stage& stage : kStages) {
    std::string count = "=";
    std::string oldest;
    for (std::size_t page = 0; page < run.plan.page_count(SheetId::kTracking); ++page) {
      const std::string open = open_rows(run.plan, stage, page);
      count.append(page == 0 ? "" : "+").append("SUMPRODUCT(").append(open).append(")");
      if (stage.since.empty()) continue;
      oldest.append(page == 0 ? "" : ",").append("SUMPRODUCT(MAX(").append(open).append("*(TODAY()-");
      oldest.append(range_of(run.plan, stage.since, page)).append(")))");
    }
    const SheetCellValue since =
        oldest.empty() ? SheetCellValue{}
                       : text_formula_cell("=IFERROR(MAX(" + oldest + "),\"A date of Tracking is not a date\")",
                                           "(counted when opened)");
    rows.push_back({text_cell(std::string(stage.words), CellLook::kWrapped),
                    formula_cell(count, open_now(run, stage)),
                    since,
                    {},
                    text_cell(std::string(stage.definition), CellLook::kWrapped)});
  }
  return rows;
}

}  // namespace redress::write
