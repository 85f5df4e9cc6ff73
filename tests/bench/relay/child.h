// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace bench {

/// A program that is measured. It says where it listens with {"url": …} as its first line, and is killed in
/// the end.
class Child
{
public:
    /// \a environment: "NAME=value", besides our own. \a folder: where it runs; "": here. Throws where it
    /// says nothing.
    Child(std::vector<std::string> command, std::vector<std::string> environment,
        const std::string &folder = {});
    ~Child();
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    /// Of the first line; empty where the program says nothing of the kind.
    [[nodiscard]] const std::string &url() const { return m_url; }
    [[nodiscard]] unsigned short port() const;
    [[nodiscard]] std::string path() const;
    /// What of it is in memory, in KiB.
    [[nodiscard]] long memory() const;
    /// How long it has used a processor, in seconds.
    [[nodiscard]] double processorTime() const;

private:
    pid_t m_process = 0;
    int m_output = -1;
    std::string m_url;
};

/// Runs a program to its end; what it printed, without the last line break.
[[nodiscard]] std::string outputOf(std::vector<std::string> command, std::vector<std::string> environment);

} // namespace bench
