// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/channel.h"
#include "zoom/recording.h"

#include <QDate>

namespace lectern::zoom {

/// Whether deleted recordings can come back (30 days) or not.
enum class RecordingDeletion { ToTrash, ForGood };

/// Cloud recordings. A light handle; copies share the channel. `instance` is an instance's UUID.
class RecordingsApi
{
public:
    RecordingsApi(std::shared_ptr<Channel> channel, RequestClass requestClass);

    /// One page of a host's recordings of the days `from` to `to` (UTC), at most a month apart.
    [[nodiscard]] QCoro::Task<Result<RecordingPage>> list(
        QString hostId, QDate from, QDate to, QString pageToken) const;
    /// NotFound where there is none, or none yet.
    [[nodiscard]] QCoro::Task<Result<Recording>> get(QString instance) const;
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString instance, RecordingDeletion deletion) const;
    [[nodiscard]] QCoro::Task<Result<void>> removeFile(
        QString instance, QString fileId, RecordingDeletion deletion) const;
    /// Takes everything of the instance out of the trash.
    [[nodiscard]] QCoro::Task<Result<void>> recover(QString instance) const;

private:
    std::shared_ptr<Channel> m_channel;
    RequestClass m_requestClass;
};

} // namespace lectern::zoom
