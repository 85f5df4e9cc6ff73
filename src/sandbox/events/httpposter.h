// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/events/poster.h"

#include <chrono>
#include <memory>

namespace boost::asio {
class io_context;
}

namespace lectern::sandbox {

struct PosterOptions
{
    std::chrono::milliseconds limit{3000}; ///< from the first byte out to the last one in, real time
    std::string caFile; ///< PEM; what the system trusts where it is empty
};

/// Posts over HTTP/1.1, keeping connections for the next post. Does not follow redirects. TLS is verified.
/// Lives on the thread of the context, which outlives it.
class HttpPoster final : public Poster
{
public:
    explicit HttpPoster(boost::asio::io_context &context, PosterOptions options = {});
    ~HttpPoster() override;

    void post(Post post, Done done) override;

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace lectern::sandbox
