// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <string>
#include <vector>

namespace lectern::relay {

/// What the relay counts, as Prometheus reads it (text format 0.0.4). Used by the serving thread only.
class Metrics
{
public:
    using Labels = std::vector<std::pair<std::string, std::string>>;

    class Counter
    {
    public:
        void add(std::uint64_t count = 1) { m_count += count; }
        [[nodiscard]] std::uint64_t count() const { return m_count; }

    private:
        std::uint64_t m_count = 0;
    };

    /// How often something took how long.
    class Histogram
    {
    public:
        explicit Histogram(std::vector<double> bounds);
        void observe(double value);

    private:
        friend class Metrics;
        std::vector<double> m_bounds; ///< ascending
        std::vector<std::uint64_t> m_counts; ///< one more than bounds
        double m_sum = 0;
    };

    /// The counter of that name with those labels; the same one each time. It lives as long as the metrics.
    Counter &counter(const std::string &name, const std::string &help, const Labels &labels = {});
    Histogram &histogram(const std::string &name, const std::string &help, std::vector<double> bounds);
    /// Asked for its value whenever the metrics are read.
    void gauge(const std::string &name, const std::string &help, std::function<double()> value);

    [[nodiscard]] std::string text() const;

private:
    template <typename Value>
    struct Family
    {
        std::string help;
        std::map<std::string, Value> series; ///< by labels as they are written
    };

    std::map<std::string, Family<Counter>> m_counters;
    std::map<std::string, Family<Histogram>> m_histograms;
    std::map<std::string, Family<std::function<double()>>> m_gauges;
};

} // namespace lectern::relay
