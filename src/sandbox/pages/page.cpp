// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/pages/page.h"

namespace lectern::sandbox::pages {

namespace {

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>%T</title><style>
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}
small{opacity:.75}button,input{font:inherit;padding:.4rem .9rem;margin:.2rem .4rem .2rem 0}
form{display:inline}label{display:block}video{width:100%}
</style></head><body><main>
<h1>%T</h1>
)";

constexpr std::string_view foot = R"(<hr><p><small>This is Lectern's local stand-in for Zoom.
Nothing here goes out to the internet, and nobody is on camera.</small></p>
</main></body></html>
)";

std::string heading(const std::string &text)
{
    std::string html(head);
    const std::string title = escaped(text);
    for (auto at = html.find("%T"); at != std::string::npos; at = html.find("%T", at + title.size()))
        html.replace(at, 2, title);
    return html;
}

/// A paragraph that is an address becomes a link.
std::string paragraph(const std::string &text)
{
    const std::string shown = escaped(text);
    if (!text.starts_with("http://") && !text.starts_with("https://"))
        return "<p>" + shown + "</p>\n";
    return "<p><a href=\"" + shown + "\">" + shown + "</a></p>\n";
}

std::string paragraphsOf(const std::vector<std::string> &paragraphs)
{
    std::string html;
    for (const std::string &text : paragraphs)
        html += paragraph(text);
    return html;
}

std::string formOf(const std::vector<Field> &fields, const Button &submit)
{
    std::string html = "<form method=\"post\" action=\"" + escaped(submit.action) + "\">";
    for (const Field &field : fields)
        html += "<label>" + escaped(field.label) + " <input name=\"" + escaped(field.name) + "\" value=\""
            + escaped(field.value) + "\"></label>";
    return html + "<button>" + escaped(submit.label) + "</button></form>\n";
}

http::Reply htmlReply(std::string html)
{
    http::Reply reply;
    reply.headers.add("Content-Type", "text/html; charset=utf-8");
    reply.headers.add("Cache-Control", "no-store");
    reply.body = std::move(html);
    return reply;
}

} // namespace

http::Reply page(
    const std::string &title, const std::vector<std::string> &paragraphs, const std::vector<Button> &buttons)
{
    std::string html = heading(title) + paragraphsOf(paragraphs);
    for (const Button &button : buttons)
        html += formOf({}, button);
    return htmlReply(html + std::string(foot));
}

http::Reply form(const std::string &title, const std::vector<std::string> &paragraphs,
    const std::vector<Field> &fields, const Button &submit, const std::vector<Button> &others)
{
    std::string html = heading(title) + paragraphsOf(paragraphs) + formOf(fields, submit);
    for (const Button &button : others)
        html += formOf({}, button);
    return htmlReply(html + std::string(foot));
}

http::Reply player(const std::string &title, const std::string &source)
{
    return htmlReply(
        heading(title) + "<video controls src=\"" + escaped(source) + "\"></video>\n" + std::string(foot));
}

std::string escaped(std::string_view text)
{
    std::string html;
    for (const char c : text) {
        switch (c) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        case '\'':
            html += "&#39;";
            break;
        default:
            html += c;
        }
    }
    return html;
}

} // namespace lectern::sandbox::pages
