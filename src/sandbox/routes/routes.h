// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/router.h"

/// One function a group of endpoints; each file of this folder holds one of them.
namespace lectern::sandbox {

void addOAuthRoutes(Router &router);
void addUserRoutes(Router &router);
void addUserAdminRoutes(Router &router);
void addMeetingRoutes(Router &router);
void addMeetingListRoutes(Router &router);
void addLiveControlRoutes(Router &router);
void addRegistrantRoutes(Router &router);
void addTrackingFieldRoutes(Router &router);
void addRecordingRoutes(Router &router);
void addRecordingTrashRoutes(Router &router);
void addDownloadRoutes(Router &router);
void addPastMeetingRoutes(Router &router);
void addReportRoutes(Router &router);
void addWebinarRoutes(Router &router);
void addWebinarPeopleRoutes(Router &router);
/// What a tester does to the school from outside; not Zoom's.
void addControlRoutes(Router &router);
void addPeopleControlRoutes(Router &router);
void addRecordingBatchRoutes(Router &router);
void addRosterRoutes(Router &router);

/// All of them.
[[nodiscard]] Router makeRouter();

} // namespace lectern::sandbox
