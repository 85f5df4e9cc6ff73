# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name csvexport period allmeetingspage recordingspage)
    lectern_test(${name} LINK lectern-ui lectern-resources LABELS ui)
endforeach()
