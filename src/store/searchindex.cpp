// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchindex.h"

#include "store/database.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

Result<void> updateSearchIndex(Database &database)
{
    auto changes = database.statement("look for word changes"_L1, u"SELECT 1 FROM word_changes LIMIT 1"_s);
    const auto changed = changes.count();
    if (!changed)
        return std::unexpected(changed.error());
    if (*changed == 0)
        return {};
    auto remove = database.statement("remove old words"_L1, uR"(
        INSERT INTO meeting_words (meeting_words, rowid, words)
        SELECT 'delete', meeting_id, was FROM word_changes WHERE was IS NOT NULL)"_s);
    if (auto done = remove.run(); !done)
        return done;
    auto add = database.statement("add new words"_L1, uR"(
        INSERT INTO meeting_words (rowid, words)
        SELECT m.id, m.words FROM word_changes w CROSS JOIN meetings m ON m.id = w.meeting_id)"_s);
    if (auto done = add.run(); !done)
        return done;
    return database.statement("forget word changes"_L1, u"DELETE FROM word_changes"_s).run();
}

} // namespace lectern::store
