# Build-wide choices: language level, warnings, sanitizers.
option(REDRESS_TESTS "Build the tests" ON)
option(REDRESS_BENCH "Build the benchmarks" OFF)
option(REDRESS_FUZZ "Build the fuzz targets (clang only)" OFF)
option(REDRESS_TIDY "Run clang-tidy while compiling" OFF)
set(REDRESS_SANITIZE "" CACHE STRING "Sanitizers, as given to -fsanitize (for example address,undefined)")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(REDRESS_CCACHE ccache)
if(REDRESS_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${REDRESS_CCACHE})
endif()

# Warnings are errors in our code only: modules link this, third parties do not.
add_library(redress_warnings INTERFACE)
target_compile_options(redress_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wnull-dereference -Wimplicit-fallthrough -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 sees dangling and overlapping memory in std::string and std::optional where there is none.
  target_compile_options(redress_warnings INTERFACE -Wno-restrict -Wno-null-dereference -Wno-maybe-uninitialized)
endif()

if(REDRESS_SANITIZE)
  add_compile_options(-fsanitize=${REDRESS_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${REDRESS_SANITIZE})
endif()

if(REDRESS_FUZZ)
  # libFuzzer is led by which branches an input reaches. Its main() is linked to the targets only (fuzz/CMakeLists.txt).
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(REDRESS_TIDY)
  find_program(REDRESS_CLANG_TIDY NAMES clang-tidy-14 clang-tidy REQUIRED)
  set(CMAKE_CXX_CLANG_TIDY ${REDRESS_CLANG_TIDY} --quiet)
endif()
