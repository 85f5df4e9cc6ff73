// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

namespace lectern::sync {

/// The folder that holds everything one school's desktop keeps, and the names in it.
class Profile
{
public:
    explicit Profile(QString folder);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// Where the windows open their read-only connection.
    [[nodiscard]] QString databasePath() const;
    /// Held by the one program that may write to the profile at a time.
    [[nodiscard]] QString lockPath() const;

    /// Makes the folder, readable by its owner only, where it does not exist yet.
    [[nodiscard]] Result<void> create() const;

private:
    QString m_folder;
};

} // namespace lectern::sync
