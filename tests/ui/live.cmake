# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name newsteller participantstab)
    lectern_test(${name} LINK lectern-ui lectern-resources LABELS ui)
endforeach()
foreach(name colorscheme dbusnotifier)
    lectern_test(${name} LINK lectern-ui Qt6::DBus LABELS ui)
endforeach()
lectern_test(rowflash LINK lectern-ui LABELS ui)
