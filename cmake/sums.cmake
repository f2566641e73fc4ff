# SHA-256: redress_sums, from the archive of OpenSSL's libcrypto, because two sums are made at once by a function of it
# that the shared library keeps to itself (src/write/checksum.cc). Where there is no archive, or it has no such function,
# as on other processors, sums are made one after the other. What the archive brings is not shown to other libraries,
# which have a libcrypto of their own.
find_path(REDRESS_OPENSSL_HEADERS openssl/sha.h REQUIRED)
find_library(REDRESS_LIBCRYPTO NAMES libcrypto.a crypto REQUIRED)

# What was found out about one archive says nothing about another.
if(NOT REDRESS_LIBCRYPTO STREQUAL "${REDRESS_LIBCRYPTO_TRIED}")
  unset(REDRESS_HAS_TWO_SUMS CACHE)
  set(REDRESS_LIBCRYPTO_TRIED "${REDRESS_LIBCRYPTO}" CACHE INTERNAL "The libcrypto that REDRESS_HAS_TWO_SUMS is about")
endif()
include(CheckCXXSourceCompiles)
set(CMAKE_REQUIRED_LIBRARIES ${REDRESS_LIBCRYPTO} ${CMAKE_DL_LIBS})
check_cxx_source_compiles("
  #include <cpuid.h>
  extern \"C\" void sha256_multi_block(void*, const void*, int);
  int main(int count, char** words) { if (count > 9) sha256_multi_block(words, words, bit_SHA); }"
  REDRESS_HAS_TWO_SUMS)
unset(CMAKE_REQUIRED_LIBRARIES)

add_library(redress_sums INTERFACE)
target_include_directories(redress_sums SYSTEM INTERFACE ${REDRESS_OPENSSL_HEADERS})
target_link_libraries(redress_sums INTERFACE ${REDRESS_LIBCRYPTO} ${CMAKE_DL_LIBS})
target_link_options(redress_sums INTERFACE LINKER:--exclude-libs,libcrypto.a)
if(REDRESS_HAS_TWO_SUMS)
  target_compile_definitions(redress_sums INTERFACE REDRESS_TWO_SUMS)
endif()
