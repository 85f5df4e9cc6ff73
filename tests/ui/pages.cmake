# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name todaypage coursespage everyonepage meetingpage meetingremoval firstrunpage accountform
        settingsdialog preferences syncstatedialog syncwords entrycontroller)
    lectern_test(${name} LINK lectern-ui lectern-resources LABELS ui)
endforeach()
