// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/limiter.h"

#include "zoom/errors.h"
#include "zoom/lane.h"
#include "zoom/retryafter.h"
#include "zoom/text.h"

#include <QDate>
#include <QHash>

#include <array>

namespace lectern::zoom {

namespace {

using namespace std::chrono_literals;

constexpr int writesPerHostAndDay = 100;

struct CategoryName
{
    const char *name;
    Category category;
};

constexpr std::array categoryNames{CategoryName{"light", Category::Light},
    CategoryName{"medium", Category::Medium}, CategoryName{"heavy", Category::Heavy},
    CategoryName{"resource-intensive", Category::ResourceIntensive}};

/// Zoom knows best which category a request belongs to.
Category categoryOf(const Response &response, Category assumed)
{
    const QByteArray said = response.header("x-ratelimit-category").trimmed().toLower();
    for (const CategoryName &row : categoryNames) {
        if (said == row.name)
            return row.category;
    }
    return assumed;
}

std::optional<int> numberIn(const Response &response, QByteArrayView header)
{
    bool isNumber = false;
    const int number = response.header(header).trimmed().toInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

Error hostLimit(const QDateTime &now)
{
    return Error{.code = ErrorCode::RateLimited,
        .message = Text::hostLimitReached(),
        .detail = QStringLiteral("held back by the limiter"),
        .retryAfter = nextMidnightUtc(now)};
}

} // namespace

struct Limiter::State : std::enable_shared_from_this<Limiter::State>
{
    struct Writes
    {
        QDate day; ///< UTC
        int count = 0;
    };

    State(std::shared_ptr<const Clock> clock, std::shared_ptr<Timers> timers)
        : m_clock(std::move(clock))
        , m_timers(std::move(timers))
    { }

    Lane &lane(Category category) { return m_lanes.at(std::size_t(category)); }
    Writes &writesOf(const QString &host);
    [[nodiscard]] QDateTime now() const { return m_clock->now(); }
    void pump(Category category);

    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<Timers> m_timers;
    std::array<Lane, 4> m_lanes{Lane(30, 1s), Lane(20, 1s), Lane(10, 1s), Lane(10, 60s)};
    std::array<QDateTime, 4> m_wakeAt{};
    QHash<QString, Writes> m_writes;
};

Limiter::State::Writes &Limiter::State::writesOf(const QString &host)
{
    Writes &writes = m_writes[host];
    const QDate today = now().toUTC().date();
    if (writes.day != today)
        writes = Writes{.day = today, .count = 0};
    return writes;
}

void Limiter::State::pump(Category category)
{
    const std::shared_ptr<State> self = shared_from_this();
    const std::optional<std::chrono::milliseconds> delay = lane(category).pump(now());
    QDateTime &wakeAt = m_wakeAt.at(std::size_t(category));
    if (!delay || (wakeAt.isValid() && wakeAt > now() && wakeAt <= now().addMSecs(delay->count())))
        return;
    wakeAt = now().addMSecs(delay->count());
    m_timers->after(*delay, [weak = weak_from_this(), category] {
        if (const std::shared_ptr<State> state = weak.lock())
            state->pump(category);
    });
}

Limiter::Limiter(std::shared_ptr<const Clock> clock, std::shared_ptr<Timers> timers)
    : m_state(std::make_shared<State>(std::move(clock), std::move(timers)))
{ }

Limiter::~Limiter()
{
    cancelAll();
}

OneShot<Result<void>> Limiter::acquire(const Permit &permit)
{
    OneShot<Result<void>> refusedAtOnce;
    if (!permit.writingHost.isEmpty()) {
        State::Writes &writes = m_state->writesOf(permit.writingHost);
        if (writes.count >= writesPerHostAndDay) {
            refusedAtOnce.resolve(std::unexpected(hostLimit(m_state->now())));
            return refusedAtOnce;
        }
        ++writes.count;
    }
    const OneShot<Result<void>> waiting = m_state->lane(permit.category).enqueue(permit.requestClass);
    m_state->pump(permit.category);
    return waiting;
}

void Limiter::learn(const Permit &permit, const Response &response)
{
    Lane &lane = m_state->lane(categoryOf(response, permit.category));
    const QByteArray type = response.header("x-ratelimit-type").trimmed().toLower();
    const std::optional<int> limit = numberIn(response, "x-ratelimit-limit");
    const bool isUsedUp = numberIn(response, "x-ratelimit-remaining") == 0;
    const QDateTime now = m_state->now();
    if (type == "qps") {
        if (limit)
            lane.setLimit(*limit);
        if (isUsedUp)
            lane.blockUntil(now.addMSecs(lane.window().count()));
    } else if (type == "daily-limit" && isUsedUp) {
        const QDateTime said = parseRetryAfter(response.header("retry-after"), now);
        lane.blockUntil(said.isValid() ? said : nextMidnightUtc(now));
    }
}

void Limiter::refused(const Permit &permit, const Error &error)
{
    if (isHostLimit(error)) {
        if (!permit.writingHost.isEmpty())
            m_state->writesOf(permit.writingHost).count = writesPerHostAndDay;
        return;
    }
    Lane &lane = m_state->lane(permit.category);
    if (error.retryAfter.isValid())
        lane.blockUntil(error.retryAfter);
    if (!error.retryAfter.isValid() || error.retryAfter <= m_state->now().addSecs(2))
        lane.halveLimit();
    m_state->pump(permit.category);
}

void Limiter::cancelAll()
{
    const std::shared_ptr<State> state = m_state;
    for (Lane &lane : state->m_lanes)
        lane.cancelAll();
}

} // namespace lectern::zoom
