// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/schoolpublisher.h"

#include "core/logging.h"
#include "sync/schoolbuilder.h"

#include <QCryptographicHash>

namespace lectern::sync {

namespace {

constexpr std::chrono::seconds quietFor{3};
constexpr std::chrono::seconds putOffAtMost{60};
constexpr std::chrono::minutes tryAgainAfter{1};

using Notice = store::ChangeNotice;

} // namespace

SchoolPublisher::SchoolPublisher(Repositories &store, ZoomLink &link, RelayDesk &relay, TaskScope &tasks)
    : m_store(store)
    , m_link(link)
    , m_relay(relay)
    , m_tasks(tasks)
{
    for (QTimer *timer : {&m_soon, &m_latest}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &SchoolPublisher::publish);
    }
    m_latest.setInterval(putOffAtMost);
}

bool SchoolPublisher::mayPublish() const
{
    return !m_stopped && m_link.isOpen() && m_relay.access()
        && m_relay.access()->role == school::Role::Administrator;
}

void SchoolPublisher::noteStoreChange(const Notice &notice)
{
    const bool concerns = notice.topics
        & (Notice::People | Notice::Courses | Notice::Hosts | Notice::Meetings | Notice::Registrants);
    if (!concerns || !mayPublish())
        return;
    m_soon.start(quietFor);
    if (!m_latest.isActive())
        m_latest.start();
}

void SchoolPublisher::begin()
{
    m_published.clear();
    if (mayPublish())
        m_soon.start(quietFor);
}

void SchoolPublisher::stop()
{
    m_stopped = true;
    m_soon.stop();
    m_latest.stop();
}

void SchoolPublisher::publish()
{
    m_soon.stop();
    m_latest.stop();
    if (!mayPublish())
        return;
    if (m_sending) {
        m_changedMeanwhile = true;
        return;
    }
    const Result<feed::RelaySchool> school = buildSchool(m_store);
    if (!school) {
        qCWarning(logSync) << "the school could not be gathered for the relay:" << school.error().detail;
        return;
    }
    const QByteArray fingerprint =
        QCryptographicHash::hash(feed::encodeSchool(*school), QCryptographicHash::Sha1);
    if (fingerprint == m_published)
        return;
    m_sending = true;
    m_tasks.run(send(*school, fingerprint));
}

QCoro::Task<void> SchoolPublisher::send(feed::RelaySchool school, QByteArray fingerprint)
{
    const feed::RelayClient client = m_relay.client();
    const feed::RelayAccess access = *m_relay.access();
    QCoro::Task<Result<void>> putting = client.publish(access, school);
    const Result<void> put = co_await putting;
    m_sending = false;
    if (put) {
        m_published = fingerprint;
    } else {
        qCInfo(logSync) << "the relay did not take the school:" << put.error().detail;
        if (!m_stopped)
            m_soon.start(tryAgainAfter);
    }
    if (std::exchange(m_changedMeanwhile, false) && !m_stopped)
        m_soon.start(quietFor);
}

} // namespace lectern::sync
