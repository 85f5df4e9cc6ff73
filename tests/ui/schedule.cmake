# SPDX-License-Identifier: GPL-3.0-or-later
lectern_test(schedulefields LINK lectern-ui LABELS ui)
lectern_test(scheduledialog LINK lectern-ui lectern-resources LABELS ui)
lectern_test(schedulestartnow LINK lectern-ui lectern-resources LABELS ui)
