#include "write/comparing_folder.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "write/checksum.h"
#include "write/standing_file.h"

namespace redress::write {
namespace {

// The place of a byte in a file that stands; the bytes before it are those of the file made again.
Result<DifferencePlace> place_in(const std::string& folder, const std::string& name, std::uint64_t byte) {
  Result<std::unique_ptr<StandingFile>> file = StandingFile::open(folder, name);
  if (!file) return file.error();
  PlaceFinder finder(name);
  for (std::uint64_t left = byte; left > 0;) {
    const Result<std::string_view> block = (*file)->read(static_cast<std::size_t>(left));
    if (!block) return block.error();
    if (block->empty()) break;
    finder.add(*block);
    left -= block->size();
  }
  return finder.place();
}

}  // namespace

// Compares as long as all agrees; from then on only counts and sums.
class ComparingFolder::Sink final : public ResultSink {
 public:
  // `standing` is null where there is no such file.
  Sink(std::string name, std::unique_ptr<StandingFile> standing)
      : name_(std::move(name)), standing_(std::move(standing)), is_missing_(standing_ == nullptr) {}

  Status write(std::string_view bytes) override {
    if (failure_) return *failure_;
    sum_.add(bytes);
    Status compared = compare(bytes);
    bytes_ += bytes.size();
    return compared;
  }

  Result<WrittenFile> finish() override {
    if (failure_) return *failure_;
    if (standing_ != nullptr) {
      const Result<std::string_view> more = standing_->read(1);
      if (!more) return fail(more.error()).error();
      if (!more->empty()) difference_ = bytes_;
      standing_.reset();
    }
    return WrittenFile{name_, bytes_, sum_.hex()};
  }

  const std::string& name() const { return name_; }
  std::uint64_t bytes() const { return bytes_; }
  bool is_missing() const { return is_missing_; }
  std::optional<std::uint64_t> difference() const { return difference_; }

 private:
  Status compare(std::string_view bytes) {
    std::uint64_t at = bytes_;
    while (standing_ != nullptr && !bytes.empty()) {
      const Result<std::string_view> block = standing_->read(bytes.size());
      if (!block) return fail(block.error());
      const auto same = std::mismatch(block->begin(), block->end(), bytes.begin());
      at += static_cast<std::uint64_t>(same.first - block->begin());
      if (same.first != block->end() || block->empty()) {
        difference_ = at;
        standing_.reset();
        break;
      }
      bytes.remove_prefix(block->size());
    }
    return Done{};
  }

  Status fail(const Error& error) {
    failure_ = error;
    return error;
  }

  std::string name_;
  std::unique_ptr<StandingFile> standing_;  // null once nothing is left to compare
  bool is_missing_;
  std::uint64_t bytes_ = 0;
  Sha256 sum_;
  std::optional<std::uint64_t> difference_;
  std::optional<Error> failure_;
};

ComparingFolder::ComparingFolder(std::string folder) : folder_(std::move(folder)) {}
ComparingFolder::~ComparingFolder() = default;

Result<ResultSink*> ComparingFolder::open(const std::string& name) {
  assert(!name.empty() && name.find('/') == std::string::npos);
  Result<std::unique_ptr<StandingFile>> standing = StandingFile::open(folder_, name);
  if (!standing && standing.error().code != "results.file_missing") return standing.error();
  sinks_.push_back(std::make_unique<Sink>(name, standing ? *std::move(standing) : nullptr));
  return sinks_.back().get();
}

Status ComparingFolder::finish() {
  comparisons_.clear();
  for (const auto& sink : sinks_) {
    if (const Result<WrittenFile> finished = sink->finish(); !finished) return finished.error();
    FileComparison& comparison = comparisons_.emplace_back();
    comparison.name = sink->name();
    comparison.bytes = sink->bytes();
    if (sink->is_missing()) comparison.standing = FileComparison::Standing::kMissing;
    if (!sink->difference()) continue;
    comparison.standing = FileComparison::Standing::kDiffers;
    Result<DifferencePlace> place = place_in(folder_, sink->name(), *sink->difference());
    if (!place) return place.error();
    comparison.first = *std::move(place);
  }
  return Done{};
}

}  // namespace redress::write
