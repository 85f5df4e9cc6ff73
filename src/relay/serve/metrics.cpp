// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/serve/metrics.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace lectern::relay {
namespace {

std::string written(double value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

std::string escaped(std::string_view value)
{
    std::string text;
    for (const char c : value) {
        if (c == '\\' || c == '"')
            text += '\\';
        text += c == '\n' ? ' ' : c;
    }
    return text;
}

std::string written(const Metrics::Labels &labels)
{
    std::string text;
    for (const auto &[name, value] : labels)
        text += (text.empty() ? "{" : ",") + name + "=\"" + escaped(value) + '"';
    return text.empty() ? text : text + '}';
}

std::string heading(const std::string &name, const std::string &help, std::string_view type)
{
    return "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + std::string(type) + '\n';
}

} // namespace

Metrics::Histogram::Histogram(std::vector<double> bounds)
    : m_bounds(std::move(bounds))
    , m_counts(m_bounds.size() + 1)
{ }

void Metrics::Histogram::observe(double value)
{
    const auto place = std::ranges::lower_bound(m_bounds, value) - m_bounds.begin();
    ++m_counts[static_cast<std::size_t>(place)];
    m_sum += value;
}

Metrics::Counter &Metrics::counter(const std::string &name, const std::string &help, const Labels &labels)
{
    auto &family = m_counters[name];
    family.help = help;
    return family.series[written(labels)];
}

Metrics::Histogram &Metrics::histogram(
    const std::string &name, const std::string &help, std::vector<double> bounds)
{
    auto &family = m_histograms[name];
    family.help = help;
    return family.series.try_emplace("", std::move(bounds)).first->second;
}

void Metrics::gauge(const std::string &name, const std::string &help, std::function<double()> value)
{
    m_gauges[name] = {help, {{"", std::move(value)}}};
}

std::string Metrics::text() const
{
    std::string text;
    for (const auto &[name, family] : m_counters) {
        text += heading(name, family.help, "counter");
        for (const auto &[labels, counter] : family.series)
            text += name + labels + ' ' + std::to_string(counter.count()) + '\n';
    }
    for (const auto &[name, family] : m_gauges) {
        text += heading(name, family.help, "gauge");
        for (const auto &[labels, value] : family.series)
            text += name + labels + ' ' + written(value()) + '\n';
    }
    for (const auto &[name, family] : m_histograms) {
        text += heading(name, family.help, "histogram");
        for (const auto &[labels, histogram] : family.series) {
            std::uint64_t count = 0;
            for (std::size_t i = 0; i < histogram.m_counts.size(); ++i) {
                count += histogram.m_counts[i];
                const std::string bound =
                    i < histogram.m_bounds.size() ? written(histogram.m_bounds[i]) : "+Inf";
                text += name + "_bucket{le=\"" + bound + "\"} " + std::to_string(count) + '\n';
            }
            text += name + "_sum " + written(histogram.m_sum) + '\n';
            text += name + "_count " + std::to_string(count) + '\n';
        }
    }
    return text;
}

} // namespace lectern::relay
