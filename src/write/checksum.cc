#include "write/checksum.h"

// One sum by itself is made by functions that OpenSSL 3 calls deprecated, because they know of no providers: the state
// of a sum has to be in the open for two to be made together.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>

#if defined(REDRESS_TWO_SUMS)
#include <cpuid.h>

// Of libcrypto's archive; no header of OpenSSL declares it (crypto/sha/asm/sha256-mb-x86_64.pl). Lanes stand side by
// side, each word of the state of one lane beside the same word of the next. `groups_of_4`: 1 for four lanes, of which
// those without blocks are left alone.
namespace {

constexpr std::size_t kLanes = 4;

struct LaneBlocks {
  const void* begin;
  int blocks;
};

struct alignas(32) LaneStates {
  std::uint32_t words[8][8];
};

}  // namespace

extern "C" void sha256_multi_block(LaneStates* states, const LaneBlocks* lanes, int groups_of_4);
#endif

namespace redress::write {

struct Sha256::State {
  SHA256_CTX context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  SHA256_Init(&state_->context);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) {
  SHA256_Update(&state_->context, bytes.data(), bytes.size());
}

std::string Sha256::hex() const {
  // Closing a copy leaves the sum open for more.
  SHA256_CTX copy = state_->context;
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256_Final(digest.data(), &copy);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : digest) {
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 0xFU];
  }
  return text;
}

#if defined(REDRESS_TWO_SUMS)
namespace {

constexpr std::size_t kSummedBlockBytes = SHA256_CBLOCK;

// Completes the block that is begun, as far as there are bytes for it.
void fill_block(SHA256_CTX& sum, std::string_view& bytes) {
  if (sum.num == 0) return;
  const std::string_view filling = bytes.substr(0, kSummedBlockBytes - sum.num);
  SHA256_Update(&sum, filling.data(), filling.size());
  bytes.remove_prefix(filling.size());
}

void count_blocks(SHA256_CTX& sum, std::size_t blocks) {
  const std::uint64_t bits =
      (static_cast<std::uint64_t>(sum.Nh) << 32U | sum.Nl) + std::uint64_t{blocks} * kSummedBlockBytes * 8;
  sum.Nl = static_cast<SHA_LONG>(bits);
  sum.Nh = static_cast<SHA_LONG>(bits >> 32U);
}

// REQUIRES: no block is begun, and both have the bytes.
void add_blocks_to_both(SHA256_CTX& one, const char* its_bytes, SHA256_CTX& other, const char* others_bytes,
                        std::size_t blocks) {
  LaneStates states{};
  for (std::size_t word = 0; word < 8; ++word) {
    states.words[word][0] = one.h[word];
    states.words[word][1] = other.h[word];
  }
  const auto count = static_cast<int>(blocks);
  const std::array<LaneBlocks, kLanes> lanes = {
      {{its_bytes, count}, {others_bytes, count}, {nullptr, 0}, {nullptr, 0}}};
  sha256_multi_block(&states, lanes.data(), 1);
  for (std::size_t word = 0; word < 8; ++word) {
    one.h[word] = states.words[word][0];
    other.h[word] = states.words[word][1];
  }
  count_blocks(one, blocks);
  count_blocks(other, blocks);
}

}  // namespace

bool two_at_once_pays() {
  static const bool has_sha_instructions = [] {
    unsigned eax = 0;
    unsigned ebx = 0;
    unsigned ecx = 0;
    unsigned edx = 0;
    return __get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) != 0 && (ebx & bit_SHA) != 0;
  }();
  return has_sha_instructions;
}

void Sha256::add_to_both(Sha256& one, std::string_view its_bytes, Sha256& other, std::string_view others_bytes) {
  assert(&one != &other);
  constexpr std::size_t kMostBlocks = std::size_t{1} << 24U;  // 1 GiB, well within an int
  fill_block(one.state_->context, its_bytes);
  fill_block(other.state_->context, others_bytes);
  for (std::size_t blocks = 0; (blocks = std::min({its_bytes.size() / kSummedBlockBytes,
                                                   others_bytes.size() / kSummedBlockBytes, kMostBlocks})) > 0;) {
    add_blocks_to_both(one.state_->context, its_bytes.data(), other.state_->context, others_bytes.data(), blocks);
    its_bytes.remove_prefix(blocks * kSummedBlockBytes);
    others_bytes.remove_prefix(blocks * kSummedBlockBytes);
  }
  one.add(its_bytes);
  other.add(others_bytes);
}

#else

bool two_at_once_pays() {
  return false;
}

void Sha256::add_to_both(Sha256& one, std::string_view its_bytes, Sha256& other, std::string_view others_bytes) {
  assert(&one != &other);
  one.add(its_bytes);
  other.add(others_bytes);
}

#endif

std::string sha256_hex(std::string_view bytes) {
  Sha256 sum;
  sum.add(bytes);
  return sum.hex();
}

}  // namespace redress::write
