// write/checksum.h: SHA-256 of bytes, whole or piece by piece, as lower-case hexadecimal text.
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

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Of these bytes. Cost: linear, about 1 GB a second or more.
std::string sha256_hex(std::string_view bytes);

}  // namespace redress::write
