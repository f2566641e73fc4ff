// The options of how much of the machine a run may take: --threads and --memory. No result depends on them.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

#include "redress/error.h"
#include "redress/memory_limit.h"
#include "terminal.h"

namespace redress::app {

struct MachineOptions {
  unsigned threads = 0;
  std::string memory;

  void add_to(CLI::App& command) {
    command.add_option("--threads", threads, "How many threads (default: as many as the machine has)");
    command.add_option(
        "--memory", memory,
        "The most memory beside the files themselves, as 256M or 2G; what needs more is put into a "
        "temporary file in the folder that TMPDIR names, else in /var/tmp (default: as much as there is)");
  }

  bool is_given() const { return threads != 0 || !memory.empty(); }

  // Errors: those of parse_memory_limit.
  template <class Request>
  Status put_into(Request& request) const {
    request.threads = threads;
    const Result<MemoryLimit> limit = parse_memory_limit(memory);
    if (!limit) return limit.error();
    request.memory = *limit;
    request.memory.temporary_folder = temporary_folder();
    return Done{};
  }
};

}  // namespace redress::app
