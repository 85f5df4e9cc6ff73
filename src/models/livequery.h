// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storereader.h"

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace lectern::models {

/// A question to the store that is asked again whenever the store's answer may have changed. While one answer
/// is on its way any number of changes lead to one more question, so that a large pull does not flood the
/// reader; a question that was replaced is not asked any more when its turn comes, and its answer is dropped:
/// who types quickly waits for the last question only. GUI thread only.
template <typename Answer>
class LiveQuery : public QObject
{
public:
    using Query = std::function<Result<Answer>(store::Database &)>;
    using Arrived = std::function<void(const Result<Answer> &)>;

    LiveQuery(StoreReader &reader, store::ChangeNotice::Topics topics, Arrived arrived)
        : m_reader(reader)
        , m_topics(topics)
        , m_arrived(std::move(arrived))
    {
        connect(&reader, &StoreReader::storeChanged, this, [this](const store::ChangeNotice &notice) {
            const bool concernsMeeting =
                !m_meeting.isValid() || notice.meetings.isEmpty() || notice.meetings.contains(m_meeting);
            if ((notice.topics & m_topics) && concernsMeeting)
                refresh();
        });
    }

    /// Replaces the question and asks it.
    void ask(Query query)
    {
        m_query = std::move(query);
        m_generation->fetch_add(1);
        send();
    }

    /// As ask(), and afterwards only changes that concern this meeting lead to asking again.
    void askAbout(MeetingId meeting, Query query)
    {
        m_meeting = meeting;
        ask(std::move(query));
    }

    /// Replaces the question that changes lead to; what is on its way already is asked anew.
    void revise(Query query)
    {
        m_query = std::move(query);
        if (m_isWaiting)
            ask(m_query);
    }

    /// Wants no answer any more, nor changes.
    void forget()
    {
        m_query = {};
        m_isWaiting = false;
        m_generation->fetch_add(1);
    }

    [[nodiscard]] bool isAsked() const { return bool(m_query); }

    /// Asks again, now or when the present answer has come.
    void refresh()
    {
        if (!m_query)
            return;
        if (m_isWaiting)
            m_askAgain = true;
        else
            send();
    }

private:
    void send()
    {
        m_isWaiting = true;
        m_askAgain = false;
        const quint64 generation = m_generation->load();
        m_reader.read(this, stillWanted(generation), [this, generation](const Result<Answer> &answer) {
            if (generation != m_generation->load())
                return;
            m_isWaiting = false;
            m_arrived(answer);
            if (m_askAgain && !m_isWaiting)
                send();
        });
    }

    /// The question, unless another one or our end came before its turn on the reader's thread.
    [[nodiscard]] Query stillWanted(quint64 generation) const
    {
        return [query = m_query, generation, present = std::weak_ptr(m_generation)](
                   store::Database &database) -> Result<Answer> {
            const auto now = present.lock();
            if (!now || now->load() != generation)
                return failure(ErrorCode::Cancelled, {}, QStringLiteral("superseded"));
            return query(database);
        };
    }

    StoreReader &m_reader;
    store::ChangeNotice::Topics m_topics;
    Arrived m_arrived;
    Query m_query;
    MeetingId m_meeting;
    std::shared_ptr<std::atomic<quint64>> m_generation = std::make_shared<std::atomic<quint64>>(0);
    bool m_isWaiting = false;
    bool m_askAgain = false;
};

} // namespace lectern::models
