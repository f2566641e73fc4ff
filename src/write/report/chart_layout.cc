#include "write/report/chart_layout.h"

#include <algorithm>
#include <cstdint>

#include "base/text.h"
#include "write/report/report_draft.h"

namespace redress::write {
namespace {

std::string part_text(const BarPart& part) {
  return part.is_hidden ? "hidden" : grouped(part.value);
}

}  // namespace

std::vector<PlacedBar> placed_bars(const Chart& chart, double width) {
  std::uint64_t longest = 1;
  for (const Bar& bar : chart.bars) {
    std::uint64_t length = 0;
    for (const BarPart& part : bar.parts) length += part.value;
    longest = std::max(longest, length);
  }
  const double unit = width / static_cast<double>(longest);
  std::vector<PlacedBar> placed;
  for (const Bar& bar : chart.bars) {
    PlacedBar one;
    for (std::size_t i = 0; i < bar.parts.size(); ++i) {
      const double length = static_cast<double>(bar.parts[i].value) * unit;
      if (bar.parts[i].value > 0) one.parts.push_back({i, one.end, length});
      one.end += length;
      one.numbers += (i > 0 ? " + " : "") + part_text(bar.parts[i]);
    }
    placed.push_back(std::move(one));
  }
  return placed;
}

std::string chart_words(const Chart& chart) {
  std::string words = "Bar chart. " + chart.title + ".";
  for (const Bar& bar : chart.bars) {
    words += " " + bar.label + ":";
    for (std::size_t i = 0; i < bar.parts.size(); ++i) {
      words += (i > 0 ? ", " : " ") + part_text(bar.parts[i]);
      if (chart.series.size() > 1) words += " (" + chart.series[i] + ")";
    }
    words += ".";
  }
  return words;
}

}  // namespace redress::write
