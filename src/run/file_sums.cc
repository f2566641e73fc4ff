#include "run/file_sums.h"

#include <algorithm>
#include <utility>

namespace redress::run {
namespace {

constexpr std::size_t kSumPieceBytes = std::size_t{4} << 20U;  // about two thousandths of a second

}  // namespace

FileSums::FileSums(std::vector<std::string_view> files) : sums_(files.size()) {
  for (std::size_t i = 0; i < files.size(); ++i) sums_[i].rest = files[i];
}

void FileSums::ask(std::size_t file) {
  sums_[file].is_asked = true;
}

std::optional<std::size_t> FileSums::take() {
  const std::lock_guard lock(mutex_);
  const auto left = std::find_if(sums_.begin(), sums_.end(),
                                 [](const Sum& sum) { return sum.is_asked && !sum.is_taken && sum.hex.empty(); });
  if (left == sums_.end()) return std::nullopt;
  left->is_taken = true;
  return static_cast<std::size_t>(left - sums_.begin());
}

void FileSums::make(std::size_t file, const std::function<bool()>& may_go_on) {
  Sum& sum = sums_[file];
  while (!sum.rest.empty()) {
    if (!may_go_on()) return;
    const std::string_view piece = sum.rest.substr(0, kSumPieceBytes);
    sum.sum.add(piece);
    sum.rest.remove_prefix(piece.size());
  }
  finish(sum);
}

void FileSums::add(write::Sha256& output, std::string_view bytes) {
  while (!bytes.empty()) {
    if (!alongside_) alongside_ = take();
    if (!alongside_) return output.add(bytes);
    Sum& sum = sums_[*alongside_];
    const std::size_t both = std::min(bytes.size(), sum.rest.size());
    write::Sha256::add_to_both(output, bytes.substr(0, both), sum.sum, sum.rest.substr(0, both));
    bytes.remove_prefix(both);
    sum.rest.remove_prefix(both);
    if (!sum.rest.empty()) return;
    finish(sum);
    alongside_.reset();
  }
}

void FileSums::make_left(const std::function<bool()>& may_go_on) {
  if (alongside_) make(*std::exchange(alongside_, std::nullopt), may_go_on);
  while (const auto file = take()) make(*file, may_go_on);
}

}  // namespace redress::run
