# SPDX-License-Identifier: GPL-3.0-or-later
# The language level, the warnings, the sanitizers and the tools that speed the build up.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

option(LECTERN_WERROR "Treat compiler warnings as errors" OFF)
set(LECTERN_SANITIZE "" CACHE STRING "Sanitizers to build with, as in -fsanitize=")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    # GCC refuses to share precompiled headers through ccache unless told that macros and times may differ. Paths
    # below the checkout (or below a build folder elsewhere) count as relative, so that another one finds the same.
    cmake_path(IS_PREFIX PROJECT_SOURCE_DIR "${PROJECT_BINARY_DIR}" NORMALIZE built_inside)
    if(built_inside)
        set(ccache_base "${PROJECT_SOURCE_DIR}")
    else()
        set(ccache_base "${PROJECT_BINARY_DIR}")
    endif()
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env
        "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime"
        "CCACHE_BASEDIR=${ccache_base}" "CCACHE_NOHASHDIR=1"
        "${CCACHE_PROGRAM}")
endif()

add_library(lectern-compiler INTERFACE)
target_compile_options(lectern-compiler INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${LECTERN_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(lectern-compiler INTERFACE -fpch-preprocess)
endif()
if(LECTERN_SANITIZE)
    target_compile_options(lectern-compiler INTERFACE
        -fsanitize=${LECTERN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(lectern-compiler INTERFACE -fsanitize=${LECTERN_SANITIZE})
    if(LECTERN_SANITIZE MATCHES "thread")
        # ThreadSanitizer does not see fences alone. Asio's are beside its mutexes, which it does see.
        target_compile_definitions(lectern-compiler INTERFACE BOOST_ASIO_DISABLE_FENCED_BLOCK)
    endif()
endif()

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    target_link_options(lectern-compiler INTERFACE -fuse-ld=mold)
endif()
