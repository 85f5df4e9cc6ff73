// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <string>
#include <string_view>
#include <vector>

/// The few pages a browser sees. Each says that it is a stand-in and not Zoom.
namespace lectern::sandbox::pages {

/// A button that posts to an address.
struct Button
{
    std::string label;
    std::string action;
};

/// A line a visitor fills in.
struct Field
{
    std::string name;
    std::string label;
    std::string value = {}; ///< to begin with
};

/// A heading, paragraphs, and buttons below; all of it plain text that is escaped here.
[[nodiscard]] http::Reply page(const std::string &heading, const std::vector<std::string> &paragraphs,
    const std::vector<Button> &buttons = {});

/// A form that posts its fields to an address, and other buttons beside it.
[[nodiscard]] http::Reply form(const std::string &heading, const std::vector<std::string> &paragraphs,
    const std::vector<Field> &fields, const Button &submit, const std::vector<Button> &others = {});

/// A page that plays the file at the address.
[[nodiscard]] http::Reply player(const std::string &heading, const std::string &source);

[[nodiscard]] std::string escaped(std::string_view text);

} // namespace lectern::sandbox::pages
