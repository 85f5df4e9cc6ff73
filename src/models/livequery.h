// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storereader.h"

#include <functional>
#include <utility>

namespace lectern::models {

/// A question to the store that is asked again whenever the store's answer may have changed. While one answer
/// is on its way any number of changes lead to one more question, so that a large pull does not flood the
/// reader; answers to a question that was replaced are dropped. GUI thread only.
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
        ++m_generation;
        send();
    }

    /// As ask(), and afterwards only changes that concern this meeting lead to asking again.
    void askAbout(MeetingId meeting, Query query)
    {
        m_meeting = meeting;
        ask(std::move(query));
    }

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
        m_reader.read(this, m_query, [this, generation = m_generation](const Result<Answer> &answer) {
            if (generation != m_generation)
                return;
            m_isWaiting = false;
            m_arrived(answer);
            if (m_askAgain && !m_isWaiting)
                send();
        });
    }

    StoreReader &m_reader;
    store::ChangeNotice::Topics m_topics;
    Arrived m_arrived;
    Query m_query;
    MeetingId m_meeting;
    quint64 m_generation = 0;
    bool m_isWaiting = false;
    bool m_askAgain = false;
};

} // namespace lectern::models
