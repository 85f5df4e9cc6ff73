# SPDX-License-Identifier: GPL-3.0-or-later
lectern_test(gallery
    SOURCES galleryscenes.cpp gallerycontrols.cpp gallerykit.cpp
    LINK lectern-ui lectern-resources
    LABELS ui)
lectern_test(tokens LINK lectern-ui LABELS ui)
lectern_test(rowdelegate LINK lectern-ui LABELS ui)
lectern_test(mainwindow LINK lectern-ui LABELS ui)
