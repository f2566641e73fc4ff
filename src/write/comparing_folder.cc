#include "write/comparing_folder.h"

#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <utility>

#include "write/checksum.h"
#include "write/nameless_file.h"
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
  // `standing` is null where there is no such file; `copy`, a file that becomes the sink's own, below 0 where none is
  // wanted.
  Sink(std::string name, std::unique_ptr<StandingFile> standing, int copy)
      : name_(std::move(name)), standing_(std::move(standing)), is_missing_(standing_ == nullptr), copy_(copy) {}
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  ~Sink() override { drop_copy(); }

  Status write(std::string_view bytes) override {
    if (failure_) return *failure_;
    add_to(sum_, bytes);
    copy(bytes);
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
  int copy() const { return copy_; }

 private:
  // Where there is no room for it there is none: the file that stands is read instead, as without one.
  void copy(std::string_view bytes) {
    while (copy_ >= 0 && !bytes.empty()) {
      const ssize_t written = ::write(copy_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return drop_copy();
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void drop_copy() {
    if (copy_ >= 0) ::close(copy_);
    copy_ = -1;
  }

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
  int copy_;
  std::uint64_t bytes_ = 0;
  Sha256 sum_;
  std::optional<std::uint64_t> difference_;
  std::optional<Error> failure_;
};

ComparingFolder::ComparingFolder(std::string folder, std::string read_later, std::string temporary_folder)
    : folder_(std::move(folder)),
      read_later_(std::move(read_later)),
      temporary_folder_(temporary_folder.empty() ? kTemporaryFolder : std::move(temporary_folder)) {}
ComparingFolder::~ComparingFolder() = default;

Result<ResultSink*> ComparingFolder::open(const std::string& name) {
  assert(!name.empty() && name.find('/') == std::string::npos);
  Result<std::unique_ptr<StandingFile>> standing = StandingFile::open(folder_, name);
  if (!standing && standing.error().code != "results.file_missing") return standing.error();
  const int copy = name == read_later_ ? open_nameless(temporary_folder_) : -1;
  sinks_.push_back(std::make_unique<Sink>(name, standing ? *std::move(standing) : nullptr, copy));
  return sinks_.back().get();
}

std::string ComparingFolder::path_of(const std::string& name) const {
  for (const auto& sink : sinks_) {
    if (sink->name() == name && sink->copy() >= 0) return "/proc/self/fd/" + std::to_string(sink->copy());
  }
  return folder_ + "/" + name;
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
