// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/lanes.h"

namespace lectern::sync {

namespace {

struct Walk
{
    qsizetype next = 0;
    qsizetype count = 0;
    std::function<QCoro::Task<Lane>(qsizetype)> work;
};

QCoro::Task<void> lane(std::shared_ptr<Walk> walk)
{
    while (walk->next < walk->count) {
        QCoro::Task<Lane> working = walk->work(walk->next++);
        const Lane next = co_await working;
        if (next == Lane::Stop)
            walk->next = walk->count;
    }
}

} // namespace

QCoro::Task<void> inLanes(qsizetype count, std::function<QCoro::Task<Lane>(qsizetype)> work)
{
    const auto walk = std::make_shared<Walk>(Walk{0, count, std::move(work)});
    std::vector<QCoro::Task<void>> lanes;
    for (int i = 0; i < laneCount; ++i)
        lanes.push_back(lane(walk));
    for (QCoro::Task<void> &running : lanes)
        co_await running;
}

} // namespace lectern::sync
