// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changenotice.h"

namespace lectern::store {

namespace {

bool isEmpty(const ChangeNotice &notice)
{
    return !notice.topics;
}

} // namespace

void ChangeNotice::merge(const ChangeNotice &other)
{
    if (isEmpty(other))
        return;
    // An empty set means "any meeting", and a list of some cannot narrow that down again.
    if (isEmpty(*this))
        meetings = other.meetings;
    else if (meetings.isEmpty() || other.meetings.isEmpty())
        meetings.clear();
    else
        meetings.unite(other.meetings);
    topics |= other.topics;
}

} // namespace lectern::store
