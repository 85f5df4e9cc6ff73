// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lectern::test {

// Objects as Zoom sends them, with secrets to lose and members nobody reads.
extern const QByteArray userJson;
extern const QByteArray meetingJson;
extern const QByteArray recordingJson;
/// The first line of lectern-sandbox.
extern const QByteArray announcementJson;

} // namespace lectern::test
