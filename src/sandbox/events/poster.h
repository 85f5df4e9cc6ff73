// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <functional>
#include <string>

namespace lectern::sandbox {

struct Post
{
    std::string url; ///< http or https
    http::Headers headers;
    std::string body;
};

/// What came of a post: an answer (whatever its status), or the reason why there was none.
struct Posted
{
    int status = 0;
    std::string body;
    std::string failure; ///< empty where there was an answer
};

/// Sends posts; tests put their own in its place.
class Poster
{
public:
    using Done = std::function<void(const Posted &)>;

    Poster() = default;
    virtual ~Poster() = default;
    Poster(const Poster &) = delete;
    Poster &operator=(const Poster &) = delete;

    /// Calls \a done once, later, on the serving thread; never where the poster or its thread end before.
    virtual void post(Post post, Done done) = 0;
};

} // namespace lectern::sandbox
