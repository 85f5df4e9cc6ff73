// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/commands.h"
#include "sync/repositories.h"

namespace lectern::sync {

/// What a person decides about a change that waits, failed or is in conflict.
class ChangeSettler : public QObject
{
    Q_OBJECT

public:
    explicit ChangeSettler(Repositories &store);

    [[nodiscard]] Result<void> retry(ChangeId id);
    /// The change is dropped, and the meeting as it was before. A meeting that Zoom was never told of is
    /// forgotten with all that waits for it.
    [[nodiscard]] Result<void> discard(ChangeId id);
    /// KeepMine: Zoom's present values become what is replaced knowingly. TakeTheirs: the change is dropped,
    /// and the meeting as Zoom has it.
    [[nodiscard]] Result<void> resolve(ChangeId id, Resolution resolution);

Q_SIGNALS:
    void changeReady();

private:
    [[nodiscard]] Result<store::Change> open(ChangeId id) const;
    [[nodiscard]] Result<void> keepMine(store::Change change);
    [[nodiscard]] Result<void> takeBack(const store::Change &change, const school::MeetingEdit &previous);
    [[nodiscard]] Result<void> dropCreate(const store::Change &change);
    [[nodiscard]] Result<void> dropOther(const store::Change &change, const school::MeetingEdit &previous);
    [[nodiscard]] Result<void> showLaterChanges(school::Meeting &meeting, ChangeId after) const;
    [[nodiscard]] std::optional<school::MeetingEdit> theirs(
        const store::Change &change, const school::MeetingEdit &mine) const;

    Repositories &m_store;
};

} // namespace lectern::sync
