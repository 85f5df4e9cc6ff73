# SPDX-License-Identifier: GPL-3.0-or-later
# Headers that most files read, compiled once and shared: a target takes the set it needs with
# lectern_precompiled(TARGET qt|widgets|beast).

option(LECTERN_PCH "Use precompiled headers" ON)

# GCC accepts a precompiled header only where the code is generated alike: programs as -fPIC too, not -fPIE.
set(CMAKE_CXX_COMPILE_OPTIONS_PIE ${CMAKE_CXX_COMPILE_OPTIONS_PIC})

# lectern_precompiled_set(NAME LINK target... INCLUDE target... HEADERS header...)
# INCLUDE gives the include paths alone: GCC refuses a precompiled header that knew a macro (QT_NETWORK_LIB, say) which
# the file at hand does not define.
function(lectern_precompiled_set name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINK;INCLUDE;HEADERS")
    add_library(lectern-headers-${name} OBJECT EXCLUDE_FROM_ALL "${PROJECT_SOURCE_DIR}/cmake/precompiled.cpp")
    set_target_properties(lectern-headers-${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(lectern-headers-${name} PRIVATE lectern-compiler ${arg_LINK})
    foreach(library ${arg_INCLUDE})
        target_include_directories(lectern-headers-${name} SYSTEM PRIVATE
            $<TARGET_PROPERTY:${library},INTERFACE_INCLUDE_DIRECTORIES>)
    endforeach()
    target_precompile_headers(lectern-headers-${name} PRIVATE ${arg_HEADERS})
endfunction()

function(lectern_precompiled target set)
    if(LECTERN_PCH)
        target_precompile_headers(${target} REUSE_FROM lectern-headers-${set})
    endif()
endfunction()

if(LECTERN_PCH)
    set(standard <algorithm> <chrono> <expected> <functional> <map> <memory> <optional> <string> <variant> <vector>)
    set(qt Qt6::Network Qt6::Sql)
    lectern_precompiled_set(qt LINK lectern-qt INCLUDE ${qt} HEADERS ${standard} <QtCore> <QtNetwork> <QtSql>)
    lectern_precompiled_set(widgets LINK lectern-qt Qt6::Widgets INCLUDE ${qt}
        HEADERS ${standard} <QtCore> <QtNetwork> <QtSql> <QtWidgets>)
    lectern_precompiled_set(beast LINK Threads::Threads INCLUDE OpenSSL::SSL
        HEADERS ${standard} <boost/asio.hpp> <boost/beast/core.hpp> <boost/beast/http.hpp> <nlohmann/json.hpp>)
endif()
