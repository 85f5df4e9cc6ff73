// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lectern::store::test {

/// Puts itself between SQLite and the disk for as long as it lives, so that accesses fail when a test says
/// so. One at a time; what SQLite opened meanwhile must be closed before it goes.
class FaultyFiles
{
public:
    enum class Then { WorkAgain, StayBroken };

    FaultyFiles();
    ~FaultyFiles();
    FaultyFiles(const FaultyFiles &) = delete;
    FaultyFiles &operator=(const FaultyFiles &) = delete;

    /// From now on, the access after `good` good ones fails, and perhaps all after it.
    void failAfter(int good, Then then);
    /// No access fails any more.
    void heal();
    /// Whether an access failed since failAfter().
    [[nodiscard]] bool hasFailed() const;
    /// How many accesses SQLite made since failAfter().
    [[nodiscard]] int accesses() const;
};

} // namespace lectern::store::test
