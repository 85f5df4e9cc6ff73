// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/access/moment.h"
#include "relay/event.h"
#include "relay/eventlog.h"
#include "relay/recordstore.h"
#include "relay/school/directory.h"
#include "relay/school/zoomevent.h"

#include <boost/asio/awaitable.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::relay {

/// The directories of all accounts, and their records: what a relay learns from an event it knows at once,
/// and writes down a moment later, together with the position of the last event it has learnt from. A relay
/// that was killed in between learns the rest from the log again. Of several relays each learns from every
/// event, and one's PUT /school reaches the others as records. Everything on the serving thread.
class Schools
{
public:
    /// Records under this prefix are of interest: "school.ACCOUNT.FACT".
    static constexpr std::string_view prefix = "school.";

    explicit Schools(RecordStore &records)
        : m_records(records)
    { }

    /// Reads what is written down, and what \a log has told since of the accounts.
    [[nodiscard]] boost::asio::awaitable<Result<void>> load(EventLog &log, std::vector<std::string> accounts);
    /// A record came, changed or went, written by another relay or by this one.
    void note(std::string_view key, const std::optional<std::string> &value);

    [[nodiscard]] const Directory &of(std::string_view account) const;

    /// Whether an event can say anything new about a school, told without reading its body.
    [[nodiscard]] bool mayTeach(const Event &event) const;
    void learn(const std::string &account, const ZoomEvent &event);
    /// Every event of the account up to \a position has been learnt from.
    void passed(const std::string &account, Position position);

    /// The school of the account is as \a wanted says from \a now on; answers when that is kept. Others are
    /// served meanwhile: for a moment a large school is partly the old one.
    [[nodiscard]] boost::asio::awaitable<Result<void>> replace(std::string account, Facts wanted, Moment now);
    /// Writes down what was learnt since the last time.
    [[nodiscard]] boost::asio::awaitable<Result<void>> writeDown();

private:
    void take(const std::string &account, Fact fact);
    /// What is pending, and how far that goes; it is in flight from then on.
    [[nodiscard]] std::vector<RecordStore::Change> takePending();
    [[nodiscard]] bool hasToWrite() const;
    [[nodiscard]] boost::asio::awaitable<Result<void>> learnFrom(EventLog &log, std::string account);

    RecordStore &m_records;
    ByText<Directory> m_directories;
    ByText<Position> m_positions; // learnt from
    ByText<Position> m_written;
    ByText<std::optional<std::string>> m_pending; // records to write
    Texts m_inFlight;
    bool m_replacing = false;
    bool m_writing = false;
};

} // namespace lectern::relay
