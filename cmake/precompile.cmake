# redress_precompile(TARGET target [WITH_DOCTEST])
#   With REDRESS_PRECOMPILE: lets the target's files begin with the library headers that most of them include, read by
#   the compiler once. For builds from nothing that run once (the sanitizers): sources still include what they use, and
#   the other builds check that they do.
function(redress_precompile target)
  if(NOT REDRESS_PRECOMPILE)
    return()
  endif()
  set(headers <algorithm> <array> <deque> <filesystem> <fstream> <functional> <map> <memory> <optional> <set> <span>
              <string> <string_view> <utility> <variant> <vector> <fmt/format.h> <nlohmann/json.hpp>)
  set(owner redress_precompiled)
  if("WITH_DOCTEST" IN_LIST ARGN)
    list(APPEND headers <doctest/doctest.h>)
    set(owner redress_precompiled_tests)
  endif()
  if(NOT TARGET ${owner})
    file(WRITE ${CMAKE_BINARY_DIR}/${owner}.cc.new "// Made by cmake/precompile.cmake: headers only.\n")
    file(COPY_FILE ${CMAKE_BINARY_DIR}/${owner}.cc.new ${CMAKE_BINARY_DIR}/${owner}.cc ONLY_IF_DIFFERENT)
    add_library(${owner} OBJECT ${CMAKE_BINARY_DIR}/${owner}.cc)
    # The warnings too: some of their options define macros, and those must be the same.
    target_link_libraries(${owner} PRIVATE fmt::fmt nlohmann_json::nlohmann_json redress_warnings)
    if(owner STREQUAL "redress_precompiled_tests")
      target_link_libraries(${owner} PRIVATE doctest::doctest)
    endif()
    target_precompile_headers(${owner} PRIVATE ${headers})
  endif()
  # What the headers were compiled with, for rooms that do not use the library themselves.
  target_compile_definitions(${target} PRIVATE FMT_SHARED)
  target_precompile_headers(${target} REUSE_FROM ${owner})
endfunction()
