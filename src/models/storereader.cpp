// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storereader.h"

namespace lectern::models {

StoreReader::StoreReader(QString databasePath, const Clock &clock, Opening opening, QObject *parent)
    : QObject(parent)
    , m_path(std::move(databasePath))
    , m_clock(clock)
    , m_worker(new Worker(m_path))
{
    m_aside.setMaxThreadCount(1);
    m_thread.setObjectName(QStringLiteral("store reader"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    if (opening == Opening::AtOnce)
        open();
}

void StoreReader::open()
{
    m_thread.start();
}

StoreReader::~StoreReader()
{
    m_worker->dropTheRest();
    if (!m_thread.isRunning())
        delete m_worker; // never opened: its thread cannot do it
    m_thread.quit();
    m_thread.wait();
}

Result<store::Database *> StoreReader::Worker::database()
{
    if (m_isEnding)
        return failure(ErrorCode::Cancelled, {}, QStringLiteral("the reader is closing"));
    if (!m_database) {
        auto opened = store::Database::open(m_path, store::Access::ReadOnly);
        if (!opened)
            return std::unexpected(opened.error());
        m_database = std::move(*opened);
    }
    return m_database.get();
}

} // namespace lectern::models
