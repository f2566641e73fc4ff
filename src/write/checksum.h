// write/checksum.h: SHA-256 of bytes, whole or piece by piece, as lower-case hexadecimal text; two sums at once.
// Not here: which files are summed (run, results_folder.h). OpenSSL's libcrypto underneath.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace redress::write {

// A sum that grows. One thread at a time.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void add(std::string_view bytes);

  // 64 digits for all bytes added so far; more may be added afterwards.
  std::string hex() const;

  // Adds to two sums what belongs to each. The same as adding to one after the other. REQUIRES: two different sums.
  // Cost: where two_at_once_pays, three quarters of one after the other for as many bytes as both have.
  static void add_to_both(Sha256& one, std::string_view its_bytes, Sha256& other, std::string_view others_bytes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Whether this processor makes two sums together sooner than one after the other: it does with SHA instructions, each
// of which waits for the one before it. Always the same answer.
bool two_at_once_pays();

// Other sums, which grow while the bytes of a file are summed. One thread at a time.
class SumsAlongside {
 public:
  virtual ~SumsAlongside() = default;

  // Adds the bytes to the sum, and to its own sums about as many of theirs.
  virtual void add(Sha256& sum, std::string_view bytes) = 0;
};

// Of these bytes. Cost: linear, about 1 GB a second or more.
std::string sha256_hex(std::string_view bytes);

}  // namespace redress::write
