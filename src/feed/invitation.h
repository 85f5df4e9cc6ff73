// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secret.h"

#include <QString>
#include <QUrl>

namespace lectern::feed {

/// A link `lectern://invite?relay=ADDRESS&code=CODE`: whoever has it may have one person's access, once.
struct Invitation
{
    QUrl relay; ///< https, or http to this computer; without a slash at its end
    Secret code;
};

/// Invalid for anything else, and for a relay at an address that is not secure.
[[nodiscard]] Result<Invitation> parseInvitation(const QString &link);

} // namespace lectern::feed
