// write/report/chart_layout.h: where the bars of a chart lie, for the page and for the PDF. Inside the room. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "write/report/document.h"

namespace redress::write {

// Shades that differ in grey: dark, middle, light; a chart has no more series than these. Red, green, blue, 0 to 1.
inline constexpr std::array<std::array<double, 3>, 3> kShades = {
    {{0.09, 0.22, 0.37}, {0.45, 0.62, 0.75}, {0.82, 0.87, 0.90}}};

// In units of the chart's own: bars are kBarHeight high and kBarStep apart, and the longest is `width` long.
inline constexpr double kBarHeight = 13;
inline constexpr double kBarStep = 19;

struct PlacedPart {
  std::size_t series = 0;
  double x = 0;
  double width = 0;
};

struct PlacedBar {
  std::vector<PlacedPart> parts;  // without those of no length
  double end = 0;
  std::string numbers;  // "12 + 3", "hidden"
};

// REQUIRES: every bar has one part a series.
std::vector<PlacedBar> placed_bars(const Chart& chart, double width);

// What the chart shows, in words, for whoever does not see it.
std::string chart_words(const Chart& chart);

}  // namespace redress::write
