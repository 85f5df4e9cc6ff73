// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolday.h"

#include "roster/rosterimport.h"
#include "store/courserepository.h"
#include "store/hostrepository.h"
#include "store/personrepository.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace lectern::test {

bool WatchedSecrets::has(const QString &key) const
{
    const QMutexLocker lock(&m_mutex);
    return m_keys.contains(key);
}

QCoro::Task<Result<Secret>> WatchedSecrets::read(QString key)
{
    return m_memory.read(key);
}

QCoro::Task<Result<void>> WatchedSecrets::write(QString key, Secret secret)
{
    const QMutexLocker lock(&m_mutex);
    m_keys.insert(key);
    return m_memory.write(key, secret);
}

QCoro::Task<Result<void>> WatchedSecrets::remove(QString key)
{
    const QMutexLocker lock(&m_mutex);
    m_keys.remove(key);
    return m_memory.remove(key);
}

SchoolDay::SchoolDay(const QStringList &arguments)
    : m_sandbox(arguments)
{ }

SchoolDay::~SchoolDay()
{
    stop();
}

sync::Account SchoolDay::account() const
{
    const zoom::Announcement &sandbox = *m_sandbox.announcement();
    sync::Account account;
    account.id = QUuid(u"{2b4d1d16-6f0e-4f6f-8a9a-2f3c3c9b0d01}"_s);
    account.name = u"School"_s;
    account.kind =
        sync::ServerToServerAccount{sandbox.accountId, sandbox.clientId, sandbox.api, sandbox.oauth};
    return account;
}

sync::Account SchoolDay::accountWithEvents() const
{
    sync::Account result = account();
    QUrl events = announcement().webSocket;
    QUrlQuery query;
    query.addQueryItem(u"subscriptionId"_s, announcement().subscriptionId);
    events.setQuery(query);
    std::get<sync::ServerToServerAccount>(result.kind).events = events;
    return result;
}

bool SchoolDay::start()
{
    if (!m_sandbox.announcement())
        return false;
    const sync::Profile profile(m_folder.filePath(u"profile"_s));
    m_engine = std::make_unique<sync::Engine>(sync::EngineParts{.profile = profile,
        .clock = m_clock,
        .secrets = m_secrets,
        .roster = roster::importOneRoster,
        .rhythm = m_rhythm});
    if (!await(m_engine->start()))
        return false;
    auto reader = store::Database::open(profile.databasePath(), store::Access::ReadOnly);
    if (!reader)
        return false;
    m_reader = std::move(*reader);
    return true;
}

void SchoolDay::stop()
{
    m_engine.reset();
    m_reader.reset();
}

bool SchoolDay::connectAndPull()
{
    return await(m_engine->connectAccount(account(), secret())) && pull();
}

bool SchoolDay::importRoster()
{
    QHash<QString, QByteArray> files;
    const QJsonObject list = control("GET", u"oneroster"_s);
    for (const QJsonValue &file : list.value(u"files"_s).toArray())
        files.insert(file.toString(), fetch(u"oneroster/"_s + file.toString()));
    return await(m_engine->importRoster(files)).has_value();
}

QByteArray SchoolDay::fetch(const QString &path)
{
    QNetworkReply *reply = m_network.get(
        QNetworkRequest(QUrl(m_sandbox.announcement()->api.toString() + u"/sandbox/"_s + path)));
    (void)QTest::qWaitFor([reply] { return reply->isFinished(); }, patience);
    reply->deleteLater();
    return reply->readAll();
}

bool SchoolDay::pull()
{
    const Result<void> pulled = await(m_engine->pullNow());
    if (!pulled)
        qWarning().noquote() << pulled.error().message << pulled.error().detail;
    return pulled.has_value();
}

QList<store::MeetingRow> SchoolDay::rows(const store::MeetingQuery &query) const
{
    store::MeetingQuery all = query;
    all.limit = 10'000;
    return store::MeetingListRepository(*m_reader, *m_clock).list(all).value_or(QList<store::MeetingRow>());
}

std::optional<school::Meeting> SchoolDay::meeting(MeetingId id) const
{
    return store::MeetingRepository(*m_reader, *m_clock).find(id).value_or(std::nullopt);
}

QList<store::ChangeRow> SchoolDay::outbox() const
{
    return store::OutboxRepository(*m_reader).list().value_or(QList<store::ChangeRow>());
}

school::MeetingDraft SchoolDay::draft(const QString &topic) const
{
    const auto hosts = store::HostRepository(*m_reader).list({});
    school::MeetingDraft draft;
    draft.topic = topic;
    draft.hostZoomUserId = hosts && !hosts->isEmpty() ? hosts->first().zoomUserId : QString();
    draft.start = m_clock->now().addDays(1);
    draft.start.setTime(QTime(draft.start.time().hour(), 0));
    draft.timeZone = "Europe/Paris";
    return draft;
}

std::optional<school::Meeting> SchoolDay::made(const school::MeetingDraft &draft)
{
    const Result<MeetingId> id = await(m_engine->schedule(draft));
    if (!id || !waitUntilSent(*id))
        return std::nullopt;
    return meeting(*id);
}

school::MeetingDraft SchoolDay::registrationDraft(CourseId course, school::Approval approval) const
{
    school::MeetingDraft draft = this->draft(u"With registration"_s);
    draft.owner = school::CourseOwner{course, {}, {}};
    draft.settings.approval = approval;
    const auto hosts = store::HostRepository(*m_reader).list({});
    for (const school::Host &host : hosts.value_or(QList<school::Host>())) {
        if (host.licence == school::Host::Licence::Licensed)
            draft.hostZoomUserId = host.zoomUserId;
    }
    return draft;
}

std::optional<school::Enrolment> SchoolDay::aLearner() const
{
    const auto enrolments = store::CourseRepository(*m_reader, *m_clock).enrolments({});
    for (const school::Enrolment &enrolment : enrolments.value_or(QList<school::Enrolment>())) {
        const auto who = person(enrolment.person);
        if (enrolment.role == school::EnrolmentRole::Learner && who && who->role == school::Role::Learner)
            return enrolment;
    }
    return std::nullopt;
}

std::optional<school::Person> SchoolDay::person(PersonId id) const
{
    return store::PersonRepository(*m_reader).find(id).value_or(std::nullopt);
}

QString SchoolDay::pathOf(const school::Meeting &meeting)
{
    return u"meetings/"_s + QString::number(meeting.zoomId);
}

bool SchoolDay::waitUntilSent(MeetingId id) const
{
    const store::OutboxRepository outbox(*m_reader);
    return QTest::qWaitFor(
        [&] {
            const auto changes = outbox.list(id);
            return changes && changes->isEmpty();
        },
        patience);
}

QJsonObject SchoolDay::send(
    const QByteArray &verb, const QUrl &url, const QJsonObject &body, const QByteArray &token)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", token);
    const QByteArray content = verb == "GET" ? QByteArray() : QJsonDocument(body).toJson();
    QNetworkReply *reply = m_network.sendCustomRequest(request, verb, content);
    (void)QTest::qWaitFor([reply] { return reply->isFinished(); }, patience);
    const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
    reply->deleteLater();
    return answer;
}

QJsonObject SchoolDay::control(const QByteArray &verb, const QString &path, const QJsonObject &body)
{
    return send(verb, QUrl(m_sandbox.announcement()->api.toString() + u"/sandbox/"_s + path), body, {});
}

QByteArray SchoolDay::token()
{
    if (!m_token.isEmpty())
        return m_token;
    const zoom::Announcement &sandbox = *m_sandbox.announcement();
    QUrl url(sandbox.oauth.toString() + u"/oauth/token"_s);
    QUrlQuery query;
    query.addQueryItem(u"grant_type"_s, u"account_credentials"_s);
    query.addQueryItem(u"account_id"_s, sandbox.accountId);
    url.setQuery(query);
    const QByteArray pair = sandbox.clientId.toUtf8() + ':' + sandbox.clientSecret.reveal();
    const QJsonObject answer = send("POST", url, {}, "Basic " + pair.toBase64());
    m_token = "Bearer " + answer.value(u"access_token"_s).toString().toUtf8();
    return m_token;
}

QJsonObject SchoolDay::zoom(const QByteArray &verb, const QString &path, const QJsonObject &body)
{
    return send(verb, QUrl(m_sandbox.announcement()->api.toString() + u"/v2/"_s + path), body, token());
}

void SchoolDay::dropTrackingFields()
{
    const QJsonObject fields = zoom("GET", u"tracking_fields"_s);
    for (const QJsonValue &field : fields.value(u"tracking_fields"_s).toArray())
        zoom("DELETE", u"tracking_fields/"_s + field[u"id"_s].toString());
}

void SchoolDay::fault(const QString &method, const QString &path, QJsonObject effect)
{
    effect.insert(u"match"_s, QJsonObject{{u"method"_s, method}, {u"path"_s, path}});
    control("POST", u"faults"_s, effect);
}

QStringList SchoolDay::newRequests()
{
    const QJsonObject log = control("GET", u"requests?after="_s + QString::number(m_lastRequest));
    m_lastRequest = log.value(u"last"_s).toInteger();
    QStringList requests;
    for (const QJsonValue &entry : log.value(u"requests"_s).toArray()) {
        const QString path = entry[u"path"_s].toString();
        if (path.startsWith(u"/v2/"_s))
            requests.append(entry[u"method"_s].toString() + u' ' + path);
    }
    return requests;
}

} // namespace lectern::test
