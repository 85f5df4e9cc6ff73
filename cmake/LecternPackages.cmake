# SPDX-License-Identifier: GPL-3.0-or-later
# Two Debian packages, made by `cpack` in a release build: "lectern" for desktops (with the sandbox, on which the demo
# school lives) and "lectern-relay" for the one machine of a school that receives Zoom's webhooks.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME lectern)
set(CPACK_PACKAGE_VENDOR Lectern)
set(CPACK_PACKAGE_CONTACT "The Lectern developers <lectern@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL desktop relay)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_DESKTOP_PACKAGE_NAME lectern)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_SECTION education)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_DEPENDS "libqt6sql6-sqlite, tzdata, ca-certificates")
set(CPACK_DEBIAN_DESKTOP_PACKAGE_RECOMMENDS
    "qt6-wayland, qt6-translations-l10n, libsecret-1-0, fonts-inter, gnome-keyring | kwalletmanager")
set(CPACK_COMPONENT_DESKTOP_DESCRIPTION
    "Meetings of a school that teaches over Zoom, on the desktop\n\
 Teachers schedule and start the meetings of their courses, learners join with\n\
 one click, administrators review every meeting and recording. Answers from its\n\
 own disk; works offline.")

set(CPACK_DEBIAN_RELAY_PACKAGE_NAME lectern-relay)
set(CPACK_DEBIAN_RELAY_PACKAGE_SECTION net)
set(CPACK_DEBIAN_RELAY_PACKAGE_DEPENDS "adduser, ca-certificates, procps")
set(CPACK_DEBIAN_RELAY_PACKAGE_SUGGESTS "caddy, nats-server")
set(CPACK_DEBIAN_RELAY_PACKAGE_CONTROL_EXTRA
    "${PROJECT_SOURCE_DIR}/packaging/deb/postinst;${PROJECT_SOURCE_DIR}/packaging/deb/prerm;\
${PROJECT_SOURCE_DIR}/packaging/deb/postrm")
set(CPACK_COMPONENT_RELAY_DESCRIPTION
    "Zoom's webhooks for the desktops of a school\n\
 Receives what Zoom tells about an account, keeps it, and streams to each\n\
 Lectern desktop what that person may know.")

include(CPack)
