// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "workbench.h"

#include <qcoro/qcorotask.h>

/// Each command does its work, prints its outcome, and fails with the reason.
namespace lectern::ctl {

[[nodiscard]] QCoro::Task<Result<void>> runConnect(Workbench *bench, Arguments arguments);
[[nodiscard]] QCoro::Task<Result<void>> runSync(Workbench *bench, Arguments arguments);

[[nodiscard]] QCoro::Task<Result<void>> runSchedule(Workbench *bench, Arguments arguments);
[[nodiscard]] QCoro::Task<Result<void>> runEdit(Workbench *bench, Arguments arguments);
[[nodiscard]] QCoro::Task<Result<void>> runDelete(Workbench *bench, Arguments arguments);
[[nodiscard]] QCoro::Task<Result<void>> runEnd(Workbench *bench, Arguments arguments);
[[nodiscard]] QCoro::Task<Result<void>> runAddCourse(Workbench *bench, Arguments arguments);

[[nodiscard]] QCoro::Task<Result<void>> runRelayAccept(Workbench *bench, Arguments arguments);
/// Ends with the program only, or with the engine's failure to start.
[[nodiscard]] QCoro::Task<Result<void>> runWatch(Workbench *bench, Arguments arguments);

[[nodiscard]] Result<void> listMeetings(Workbench &bench, const Arguments &arguments);
[[nodiscard]] Result<void> listOutbox(Workbench &bench, const Arguments &arguments);
[[nodiscard]] Result<void> listPeople(Workbench &bench, const Arguments &arguments);
[[nodiscard]] Result<void> listCourses(Workbench &bench, const Arguments &arguments);

} // namespace lectern::ctl
