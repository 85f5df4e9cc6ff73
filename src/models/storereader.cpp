// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storereader.h"

namespace lectern::models {

StoreReader::StoreReader(QString databasePath, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_path(std::move(databasePath))
    , m_clock(clock)
    , m_worker(std::make_unique<Worker>(m_path))
{
    m_aside.setMaxThreadCount(1);
    m_thread.setObjectName(QStringLiteral("store reader"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

StoreReader::~StoreReader()
{
    // The connection must be closed on the thread that opened it.
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.release()] { delete worker; });
    m_thread.quit();
    m_thread.wait();
}

Result<store::Database *> StoreReader::Worker::database()
{
    if (!m_database) {
        auto opened = store::Database::open(m_path, store::Access::ReadOnly);
        if (!opened)
            return std::unexpected(opened.error());
        m_database = std::move(*opened);
    }
    return m_database.get();
}

} // namespace lectern::models
