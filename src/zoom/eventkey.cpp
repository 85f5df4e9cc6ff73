// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/eventkey.h"

#include <QCryptographicHash>

namespace lectern::zoom {

namespace {

class Digest
{
public:
    void add(QStringView text) { add(text.toUtf8()); }
    void add(qint64 number) { add(QByteArray::number(number)); }
    void add(const QByteArray &bytes)
    {
        m_hash.addData(bytes);
        m_hash.addData(QByteArrayView("\x1f", 1));
    }
    [[nodiscard]] QString text() const
    {
        return QString::fromLatin1(m_hash.result().first(16).toBase64(QByteArray::OmitTrailingEquals));
    }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha1};
};

void addWhom(Digest &digest, const MeetingEvent &event)
{
    digest.add(event.meeting.id);
    digest.add(event.meeting.uuid);
}

void addWhom(Digest &digest, const ParticipantEvent &event)
{
    const EventParticipant &participant = event.participant;
    digest.add(event.meeting.id);
    digest.add(event.meeting.uuid);
    for (const QString &id :
        {participant.stayId, participant.uuid, participant.zoomUserId, participant.registrantId})
        digest.add(id);
    const bool isNamed = participant.stayId.isEmpty() && participant.uuid.isEmpty();
    if (isNamed)
        digest.add(participant.name);
}

void addWhom(Digest &digest, const RegistrationEvent &event)
{
    digest.add(event.meeting.id);
    digest.add(event.registrant.id);
}

void addWhom(Digest &digest, const RecordingEvent &event)
{
    digest.add(event.recording.uuid);
    for (const RecordingFile &file : event.recording.files)
        digest.add(file.id);
}

void addWhom(Digest &digest, const RecordingBatchEvent &event)
{
    for (const RecordingBatchEvent::Instance &instance : event.instances) {
        digest.add(instance.uuid);
        for (const QString &file : instance.fileIds)
            digest.add(file);
    }
}

void addWhom(Digest &digest, const UserEvent &event)
{
    digest.add(event.id);
}

} // namespace

QString keyOf(const Event &event)
{
    Digest digest;
    digest.add(event.name);
    digest.add(event.at.isValid() ? event.at.toMSecsSinceEpoch() : 0);
    std::visit(
        [&digest, &event](const auto &payload) {
            if constexpr (std::is_same_v<std::decay_t<decltype(payload)>, OtherEvent>)
                digest.add(event.raw);
            else
                addWhom(digest, payload);
        },
        event.payload);
    return digest.text();
}

} // namespace lectern::zoom
