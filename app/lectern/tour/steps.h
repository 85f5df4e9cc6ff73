// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tourdriver.h"

namespace lectern::app::tour {

// Each step begins where the one before it ended, plays one part of a teacher's day and checks its outcome.

[[nodiscard]] QCoro::Task<void> open(TourDriver &tour);
[[nodiscard]] QCoro::Task<void> scheduleForCourse(TourDriver &tour);
[[nodiscard]] QCoro::Task<void> startNow(TourDriver &tour);
[[nodiscard]] QCoro::Task<void> edit(TourDriver &tour);
[[nodiscard]] QCoro::Task<void> joinAsLearner(TourDriver &tour);
[[nodiscard]] QCoro::Task<void> seeWhoComes(TourDriver &tour);
[[nodiscard]] QCoro::Task<void> endMeeting(TourDriver &tour);
[[nodiscard]] QCoro::Task<void> deleteMeeting(TourDriver &tour);
[[nodiscard]] QCoro::Task<void> goOffline(TourDriver &tour);
[[nodiscard]] QCoro::Task<void> comeBack(TourDriver &tour);
[[nodiscard]] QCoro::Task<void> lookAtEverything(TourDriver &tour);

} // namespace lectern::app::tour
