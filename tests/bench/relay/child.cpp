// SPDX-License-Identifier: GPL-3.0-or-later
#include "child.h"

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {
namespace {

struct Started
{
    pid_t process = 0;
    int output = -1;
};

[[noreturn]] void become(std::vector<std::string> &command, std::vector<std::string> &environment,
    const std::string &folder, int output)
{
    ::setpgid(0, 0); // so that what it starts ends with it
    ::dup2(output, STDOUT_FILENO);
    for (std::string &variable : environment)
        ::putenv(variable.data());
    std::vector<char *> arguments;
    for (std::string &argument : command)
        arguments.push_back(argument.data());
    arguments.push_back(nullptr);
    if (folder.empty() || ::chdir(folder.c_str()) == 0)
        ::execvp(arguments.front(), arguments.data());
    ::_exit(127);
}

Started start(
    std::vector<std::string> &command, std::vector<std::string> &environment, const std::string &folder)
{
    int ends[2] = {};
    if (::pipe(ends) != 0)
        throw std::runtime_error("no pipe");
    const pid_t process = ::fork();
    if (process == 0)
        become(command, environment, folder, ends[1]);
    ::close(ends[1]);
    return {.process = process, .output = ends[0]};
}

std::string firstLine(int descriptor)
{
    std::string line;
    char character = 0;
    while (::read(descriptor, &character, 1) == 1 && character != '\n')
        line += character;
    return line;
}

std::string wordOf(const std::string &file, const std::string &name)
{
    std::ifstream stream(file);
    for (std::string word; stream >> word;) {
        if (word == name && stream >> word)
            return word;
    }
    return "0";
}

} // namespace

Child::Child(
    std::vector<std::string> command, std::vector<std::string> environment, const std::string &folder)
{
    const auto [process, output] = start(command, environment, folder);
    m_process = process;
    m_output = output;
    const std::string line = firstLine(output);
    const auto announced = nlohmann::json::parse(line, nullptr, false);
    if (!announced.is_object())
        throw std::runtime_error(command.front() + " did not start");
    m_url = announced.value("url", "");
}

Child::~Child()
{
    ::kill(-m_process, SIGKILL);
    ::waitpid(m_process, nullptr, 0);
    ::close(m_output);
}

unsigned short Child::port() const
{
    return static_cast<unsigned short>(std::stoi(m_url.substr(m_url.rfind(':') + 1)));
}

std::string Child::path() const
{
    const auto slash = m_url.find('/', m_url.rfind(':'));
    return slash == std::string::npos ? std::string() : m_url.substr(slash);
}

long Child::memory() const
{
    return std::stol(wordOf("/proc/" + std::to_string(m_process) + "/status", "VmRSS:"));
}

double Child::processorTime() const
{
    std::ifstream stream("/proc/" + std::to_string(m_process) + "/stat");
    std::string word;
    for (int i = 0; i < 13; ++i)
        stream >> word;
    double user = 0;
    double system = 0;
    stream >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

std::string outputOf(std::vector<std::string> command, std::vector<std::string> environment)
{
    const auto [process, output] = start(command, environment, {});
    std::string line = firstLine(output);
    ::close(output);
    ::waitpid(process, nullptr, 0);
    return line;
}

} // namespace bench
