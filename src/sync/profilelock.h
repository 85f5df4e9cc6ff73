// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "sync/profile.h"

#include <QLockFile>

namespace lectern::sync {

/// Keeps a second program from writing to, and sending from, the same profile.
class ProfileLock
{
public:
    explicit ProfileLock(const Profile &profile);

    /// Refused with words that name the program that holds the profile.
    [[nodiscard]] Result<void> acquire();
    void release();

private:
    [[nodiscard]] QString holder() const;

    QLockFile m_file;
};

} // namespace lectern::sync
