# SPDX-License-Identifier: GPL-3.0-or-later
# Everything Lectern builds on; all of it is in Debian 12.

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Network WebSockets Widgets Sql DBus Svg LinguistTools)
find_package(QCoro6 0.8 REQUIRED COMPONENTS Core Network)
find_package(Qt6Keychain REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(cpp-jwt REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(CLI11 REQUIRED)
find_package(spdlog REQUIRED)
find_package(date REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(simdjson REQUIRED)
find_path(NATS_INCLUDE_DIR nats/nats.h REQUIRED)
find_library(NATS_LIBRARY nats REQUIRED)
if(BUILD_TESTING)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()

set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)

# Third-party headers are not ours to warn about.
add_library(lectern-qt INTERFACE)
target_compile_definitions(lectern-qt INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
    QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_link_libraries(lectern-qt INTERFACE Qt6::Core)
