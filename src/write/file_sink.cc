#include "write/file_sink.h"

#include <cassert>
#include <cerrno>
#include <cstddef>
#include <utility>

namespace redress::write {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 16U;
// The disk begins with so many bytes at a time, so that little is left to wait for in the end.
constexpr std::uint64_t kSyncedBytes = std::uint64_t{8} << 20U;

}  // namespace

FileSink::FileSink(const OutputCalls& calls, int file, std::string name, std::string shown, OutputPlace place)
    : calls_(calls), file_(file), name_(std::move(name)), shown_(std::move(shown)), place_(place) {}

FileSink::~FileSink() {
  if (file_ >= 0) calls_.close(file_);
}

Status FileSink::write(std::string_view bytes) {
  if (failure_) return *failure_;
  assert(file_ >= 0);
  if (buffer_.size() + bytes.size() < kBufferBytes) {
    buffer_ += bytes;
    return Done{};
  }
  if (Status flushed = flush(); !flushed) return flushed;
  if (bytes.size() >= kBufferBytes) return write_out(bytes);
  buffer_ += bytes;
  return Done{};
}

Result<WrittenFile> FileSink::finish() {
  if (failure_) return *failure_;
  if (file_ >= 0) {
    if (Status flushed = flush(); !flushed) return flushed.error();
    int answer = 0;
    do {
      answer = calls_.sync(file_);
    } while (answer != 0 && errno == EINTR);
    if (answer != 0) return fail("the file could not be saved to the disk", errno).error();
    // After EINTR the file is closed all the same (Linux); closing again could close another's file.
    answer = calls_.close(std::exchange(file_, -1));
    if (answer != 0 && errno != EINTR) return fail("the file could not be closed", errno).error();
  }
  return WrittenFile{name_, bytes_, sum_.hex()};
}

Status FileSink::flush() {
  Status written = write_out(buffer_);
  buffer_.clear();
  return written;
}

Status FileSink::write_out(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = calls_.write(file_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail("the file could not be written", errno);
    if (count == 0) return fail("the file could not be written", EIO);
    const auto written = static_cast<std::size_t>(count);
    add_to(sum_, bytes.substr(0, written));
    bytes_ += written;
    bytes.remove_prefix(written);
  }
  if (bytes_ - bytes_on_their_way_ >= kSyncedBytes) {
    calls_.begin_sync(file_, bytes_on_their_way_, bytes_ - bytes_on_their_way_);
    bytes_on_their_way_ = bytes_;
  }
  return Done{};
}

Status FileSink::fail(const std::string& what_failed, int error_number) {
  failure_ = output_error("output.write_failed", shown_, what_failed, error_number, place_);
  return *failure_;
}

}  // namespace redress::write
