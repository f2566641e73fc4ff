// redress/error.h: why an operation failed, where, and what to do next; and Result<T>, a value or such an Error.
// Not for unknown facts or bad rows: an unknown fact is a result (evaluate), a bad row is a reject (scan, intake).
// Public face; std only. Every room may use it.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace redress {

// What kind of failure, as callers act on it. The command line turns kUsage into exit status 2, the others into 1.
enum class ErrorKind : std::uint8_t {
  kUsage,      // words, a policy, an option or a parameter was wrong
  kInput,      // the given files could not be read, or are not what they must be
  kOutput,     // the results could not be written
  kCancelled,  // the caller asked to stop
  kInternal,   // a promise of our own was broken; nothing the user did
};

// Where it happened. Absent parts are unset; rows, lines and columns count from 1, bytes from 0.
struct Place {
  std::string file;
  std::optional<std::uint64_t> row_1based;
  std::optional<std::uint64_t> line_1based;
  std::optional<std::uint64_t> byte_0based;
  std::optional<std::uint32_t> column_1based;  // of the line, in characters; of a row, its cell
};

// A plain value. `code` is stable ("input.missing"); texts are American English and never hold a cell's content.
struct Error {
  ErrorKind kind = ErrorKind::kInternal;
  std::string code;
  Place place;
  std::string cause;
  std::string next_step;
  std::string excerpt;  // lines of a policy file with a caret under the fault; empty elsewhere
  std::vector<Error> further;  // later faults of files that people fill in, so that all can be mended at once; flat
};

// "file:line:column: cause" on the first line, then the excerpt, then the next step; the first few further faults in
// the same way, and how many more there are.
std::string to_string(const Error& error);

// A value or an Error. [[nodiscard]]: a failure cannot be dropped by accident.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit by design
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit by design

  bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // REQUIRES: ok().
  T& value() & { assert(ok()); return *std::get_if<0>(&held_); }
  const T& value() const& { assert(ok()); return *std::get_if<0>(&held_); }
  T&& value() && { assert(ok()); return std::move(*std::get_if<0>(&held_)); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // REQUIRES: !ok().
  const Error& error() const { assert(!ok()); return *std::get_if<1>(&held_); }

 private:
  std::variant<T, Error> held_;
};

// Success without a value.
struct Done {};
using Status = Result<Done>;

}  // namespace redress
