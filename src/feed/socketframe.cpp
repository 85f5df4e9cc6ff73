// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/socketframe.h"

#include "zoom/json.h"

namespace lectern::feed {

namespace {

using Module = SocketFrame::Module;

Module moduleNamed(const QString &name)
{
    if (name == QLatin1StringView("message"))
        return Module::Message;
    if (name == QLatin1StringView("heartbeat"))
        return Module::Heartbeat;
    if (name == QLatin1StringView("build_connection"))
        return Module::BuildConnection;
    return Module::Unknown;
}

/// An event comes as a string that holds JSON; an object in its place is taken as well.
QByteArray contentOf(const zoom::JsonObject &in)
{
    const nlohmann::json *content = in.find("content");
    if (!content)
        return {};
    if (content->is_string())
        return QByteArray::fromStdString(content->get_ref<const std::string &>());
    return zoom::dumpJson(*content);
}

} // namespace

void read(const zoom::JsonObject &in, SocketFrame &out)
{
    QString module;
    bool success = true;
    in.required("module", module);
    in.optional("success", success);
    out.module = moduleNamed(module);
    out.outcome = success ? SocketFrame::Outcome::Success : SocketFrame::Outcome::Failure;
    out.content = contentOf(in);
}

bool SocketFrame::refusesToken() const
{
    if (module == Module::Message)
        return false;
    const QByteArray words = content.toLower();
    return words.contains("token") && words.contains("invalid");
}

Result<SocketFrame> decodeSocketFrame(const QByteArray &json)
{
    return zoom::decodeJson<SocketFrame>(json);
}

QByteArray heartbeatFrame()
{
    return QByteArrayLiteral(R"({"module":"heartbeat"})");
}

} // namespace lectern::feed
