# The allocator of the finished programs: redress_allocator, to be linked by executables only. mimalloc takes the place of
# the system's for all of the process; a person's facts and answers are many small pieces, each freed soon after.
# Sanitizers and fuzzers bring allocators of their own, which watch every byte: with them this is nothing.
add_library(redress_allocator INTERFACE)
if(NOT REDRESS_SANITIZE AND NOT REDRESS_FUZZ)
  find_library(REDRESS_MIMALLOC mimalloc REQUIRED)
  # Nothing calls it by its name, so that a linker could think it is not needed. The standard library comes first, so that
  # its own operator new asks for memory and throws where there is none; mimalloc's, compiled as C, would end the program.
  target_link_libraries(redress_allocator INTERFACE -Wl,--push-state,--no-as-needed -lstdc++ ${REDRESS_MIMALLOC} -Wl,--pop-state)
endif()
