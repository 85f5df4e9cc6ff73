// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/routes/routes.h"

#include "sandbox/pages/pages.h"

namespace lectern::sandbox {

Router makeRouter()
{
    Router router;
    addOAuthRoutes(router);
    addUserRoutes(router);
    addUserAdminRoutes(router);
    addMeetingListRoutes(router);
    addMeetingRoutes(router);
    addLiveControlRoutes(router);
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
    addPeopleControlRoutes(router);
    addRecordingBatchRoutes(router);
    addRosterRoutes(router);
    addJoinPages(router);
    addStartPages(router);
    addSeatPages(router);
    addRegistrationPages(router);
    addAuthorizePages(router);
    return router;
}

} // namespace lectern::sandbox
