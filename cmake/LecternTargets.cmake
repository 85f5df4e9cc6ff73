# SPDX-License-Identifier: GPL-3.0-or-later
# One call declares a library, a program or a test, so that all of them share flags, include path and headers.

# lectern_library(NAME SOURCES file... [PUBLIC target...] [PRIVATE target...] [PCH set])
# makes the static library lectern-NAME of the sources in the calling folder. PCH: see LecternPrecompiled.cmake.
function(lectern_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "PCH" "SOURCES;PUBLIC;PRIVATE")
    add_library(lectern-${name} STATIC ${arg_SOURCES})
    target_include_directories(lectern-${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(lectern-${name} PUBLIC ${arg_PUBLIC} PRIVATE lectern-compiler ${arg_PRIVATE})
    if(arg_PCH)
        lectern_precompiled(lectern-${name} ${arg_PCH})
    endif()
endfunction()

# lectern_program(NAME SOURCES file... LINK target... [COMPONENT desktop|relay]) makes the program NAME and installs it,
# in the desktop's package unless another is named.
function(lectern_program name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "COMPONENT" "SOURCES;LINK")
    if(NOT arg_COMPONENT)
        set(arg_COMPONENT desktop)
    endif()
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE lectern-compiler ${arg_LINK})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
    install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT ${arg_COMPONENT})
endfunction()

# lectern_test(NAME [SOURCES extra...] LINK target... [LABELS label...] [TIMEOUT seconds])
# makes the Qt Test program tst_NAME from tst_NAME.cpp and registers it with CTest.
function(lectern_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;LINK;LABELS")
    add_executable(tst_${name} tst_${name}.cpp ${arg_SOURCES})
    target_include_directories(tst_${name} PRIVATE
        "${PROJECT_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}")
    target_link_libraries(tst_${name} PRIVATE lectern-compiler lectern-qt Qt6::Test ${arg_LINK})
    if("${arg_LINK}" MATCHES "lectern-(ui|app)|Widgets")
        lectern_precompiled(tst_${name} widgets)
    else()
        lectern_precompiled(tst_${name} qt)
    endif()
    target_compile_definitions(tst_${name} PRIVATE
        LECTERN_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
        LECTERN_BIN_DIR="${PROJECT_BINARY_DIR}/bin")
    set_target_properties(tst_${name} PROPERTIES
        RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/bin")
    add_test(NAME ${name} COMMAND tst_${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=Europe/Paris")
endfunction()
