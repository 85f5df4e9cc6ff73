// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/routes/routes.h"

#include "sandbox/pages/pages.h"

namespace lectern::sandbox {

Router makeRouter()
{
    Router router;
    addOAuthRoutes(router);
    addUserRoutes(router);
    addMeetingListRoutes(router);
    addMeetingRoutes(router);
    addRegistrantRoutes(router);
    addTrackingFieldRoutes(router);
    addRecordingRoutes(router);
    addRecordingTrashRoutes(router);
    addDownloadRoutes(router);
    addPastMeetingRoutes(router);
    addReportRoutes(router);
    addWebinarRoutes(router);
    addWebinarPeopleRoutes(router);
    addControlRoutes(router);
    addRosterRoutes(router);
    addJoinPages(router);
    addStartPages(router);
    addSeatPages(router);
    addRegistrationPages(router);
    return router;
}

} // namespace lectern::sandbox
