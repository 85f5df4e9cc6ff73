// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/ownertag.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <QStringTokenizer>

#include <algorithm>

namespace lectern::school {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView version = u"lectern:1";

struct OwnerTagText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::school::OwnerTag)
};

bool needsEncoding(QChar c)
{
    return QStringView(u";=%[]").contains(c) || c.isSpace() || c.category() == QChar::Other_Control;
}

QString encoded(QStringView value)
{
    QString text;
    for (const QChar c : value) {
        if (needsEncoding(c))
            text += QString::fromLatin1(QString(c).toUtf8().toPercentEncoding());
        else
            text += c;
    }
    return text;
}

/// The text that the run of `%XX` at the start of `rest` stands for; takes it off. Nothing when malformed.
std::optional<QString> takeEscapes(QStringView &rest)
{
    QByteArray bytes;
    while (rest.startsWith(u'%')) {
        bool ok = false;
        const uint byte = rest.size() >= 3 ? rest.mid(1, 2).toUInt(&ok, 16) : 0;
        if (!ok)
            return std::nullopt;
        bytes.append(static_cast<char>(byte));
        rest = rest.mid(3);
    }
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8.decode(bytes);
    return utf8.hasError() ? std::nullopt : std::optional(text);
}

std::optional<QString> decoded(QStringView value)
{
    QString text;
    while (!value.isEmpty()) {
        const qsizetype plain = value.indexOf(u'%');
        text += value.left(plain < 0 ? value.size() : plain);
        value = plain < 0 ? QStringView() : value.mid(plain);
        const std::optional<QString> escaped = takeEscapes(value);
        if (!escaped)
            return std::nullopt;
        text += *escaped;
    }
    return text;
}

QString part(QStringView key, QStringView value)
{
    return value.isEmpty() ? QString() : u';' + key + u'=' + encoded(value);
}

struct OwnerPart
{
    QString operator()(const OwnerTag::Everyone &) const { return u";everyone"_s; }
    QString operator()(const OwnerTag::Person &person) const { return part(u"person", person.email); }
    QString operator()(const OwnerTag::Course &course) const
    {
        return part(u"course", course.course) + part(u"session", course.session)
            + part(u"group", course.group);
    }
};

/// The parts of a tag after its version, as they stood.
struct Parts
{
    bool everyone = false;
    QString person;
    QString course;
    QString session;
    QString group;
    QString reference;

    bool take(QStringView text);
    [[nodiscard]] std::optional<OwnerTag> tag() const;

private:
    QString *field(QStringView key);
};

QString *Parts::field(QStringView key)
{
    if (key == u"person")
        return &person;
    if (key == u"course")
        return &course;
    if (key == u"session")
        return &session;
    if (key == u"group")
        return &group;
    return key == u"ref" ? &reference : nullptr;
}

bool Parts::take(QStringView text)
{
    if (text == u"everyone") {
        everyone = true;
        return true;
    }
    const qsizetype equals = text.indexOf(u'=');
    QString *const target = equals > 0 ? field(text.left(equals)) : nullptr;
    if (target == nullptr)
        return true; // a later version's key
    const std::optional<QString> value = decoded(text.mid(equals + 1));
    if (!value || !target->isEmpty())
        return false;
    *target = *value;
    return true;
}

std::optional<OwnerTag> Parts::tag() const
{
    const int owners = int{everyone} + int{!person.isEmpty()} + int{!course.isEmpty()};
    if (owners != 1)
        return std::nullopt;
    OwnerTag tag{.owner = OwnerTag::Everyone{}, .reference = QUuid::fromString(reference)};
    if (!person.isEmpty())
        tag.owner = OwnerTag::Person{person};
    if (!course.isEmpty())
        tag.owner = OwnerTag::Course{course, session, group};
    return tag;
}

std::optional<OwnerTag> tagOfLine(QStringView line)
{
    if (!line.startsWith(u'[') || !line.endsWith(u']'))
        return std::nullopt;
    return decodeOwnerTag(line.mid(1, line.size() - 2));
}

/// A line of an agenda: where it begins and ends, without its line break.
struct Line
{
    qsizetype begin = 0;
    qsizetype end = 0;

    [[nodiscard]] QStringView in(const QString &text) const
    {
        return QStringView(text).mid(begin, end - begin);
    }
};

/// The line that ends before `end`.
Line lineBefore(const QString &text, qsizetype end)
{
    const qsizetype lineBreak = end > 0 ? text.lastIndexOf(u'\n', end - 1) : -1;
    return {lineBreak + 1, end};
}

TaggedAgenda without(const QString &text, const Line &line, const OwnerTag &tag)
{
    const QString before = text.left(std::max<qsizetype>(line.begin - 1, 0));
    const QString after = text.mid(line.end);
    if (QStringView(after).trimmed().isEmpty())
        return {before, tag};
    return {line.begin == 0 ? after.mid(1) : QString(before + after), tag};
}

FieldError tooLong(qsizetype agenda, qsizetype excess)
{
    const QString message = OwnerTagText::tr("The agenda has %1 characters. Zoom takes %2, and Lectern adds "
                                             "a line that tells whose meeting it is. "
                                             "Shorten it by %n character(s).",
        nullptr, static_cast<int>(excess));
    return {u"agenda"_s, message.arg(QString::number(agenda), QString::number(maxAgendaLength))};
}

} // namespace

QString encodeOwnerTag(const OwnerTag &tag)
{
    QString text = version + std::visit(OwnerPart{}, tag.owner);
    if (!tag.reference.isNull())
        text += part(u"ref", tag.reference.toString(QUuid::WithoutBraces));
    return text;
}

std::optional<OwnerTag> decodeOwnerTag(QStringView text)
{
    text = text.trimmed();
    if (!text.startsWith(version) || (text.size() > version.size() && text[version.size()] != u';'))
        return std::nullopt;
    Parts parts;
    for (const QStringView piece : text.mid(version.size()).tokenize(u';', Qt::SkipEmptyParts))
        if (!parts.take(piece))
            return std::nullopt;
    return parts.tag();
}

Result<QString> joinAgenda(const QString &agenda, const OwnerTag &tag)
{
    const QString line = u'[' + encodeOwnerTag(tag) + u']';
    QString joined = agenda.isEmpty() ? line : QString(agenda + u'\n' + line);
    if (joined.size() <= maxAgendaLength)
        return joined;
    const FieldError refusal = tooLong(agenda.size(), joined.size() - maxAgendaLength);
    return std::unexpected(
        Error{.code = ErrorCode::Invalid, .message = refusal.message, .fields = {refusal}});
}

TaggedAgenda splitAgenda(const QString &remoteAgenda)
{
    bool isLastText = true;
    for (qsizetype end = remoteAgenda.size(); end >= 0;) {
        const Line line = lineBefore(remoteAgenda, end);
        const QStringView text = line.in(remoteAgenda).trimmed();
        const std::optional<OwnerTag> tag = tagOfLine(text);
        // Somebody may have written on below the tag in Zoom; its reference tells ours from a quoted one.
        if (tag && (isLastText || !tag->reference.isNull()))
            return without(remoteAgenda, line, *tag);
        isLastText = isLastText && text.isEmpty();
        end = line.begin - 1;
    }
    return {remoteAgenda, std::nullopt};
}

} // namespace lectern::school
