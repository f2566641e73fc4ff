# redress_fonts(TARGET target)
#   Puts the fonts of the PDF into the target, byte for byte, so that the program draws the same on every machine. They
#   come from Debian's fonts-noto-core. Read back through src/write/report/embedded_fonts.h.
function(redress_fonts)
  cmake_parse_arguments(ARG "" "TARGET" "" ${ARGN})
  foreach(style Regular Bold)
    find_file(REDRESS_FONT_${style} NotoSans-${style}.ttf PATHS /usr/share/fonts/truetype/noto REQUIRED NO_DEFAULT_PATH)
  endforeach()
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_fonts.cc)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/embedded_fonts.cc.in ${output} @ONLY)
  set_source_files_properties(${output} PROPERTIES
    OBJECT_DEPENDS "${REDRESS_FONT_Regular};${REDRESS_FONT_Bold}" SKIP_UNITY_BUILD_INCLUSION ON COMPILE_OPTIONS "-fno-lto")
  target_sources(${ARG_TARGET} PRIVATE ${output})
endfunction()
