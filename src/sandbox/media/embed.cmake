# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles small media files into a library, so that the sandbox is one program without data files.
#
# lectern_sandbox_media(OUT) sets OUT to a generated .cpp that defines the bytes media/files.h declares.
# The files are ffmpeg's own test picture and a tone: 160x90 H.264 with AAC, AAC alone, and one JPEG.

set(LECTERN_MEDIA_DIR "${CMAKE_CURRENT_LIST_DIR}")

function(lectern_sandbox_media out)
    set(generated "${CMAKE_CURRENT_BINARY_DIR}/media_bytes.cpp")
    set(inputs
        "${LECTERN_MEDIA_DIR}/lesson.mp4"
        "${LECTERN_MEDIA_DIR}/lesson.m4a"
        "${LECTERN_MEDIA_DIR}/lesson.jpg")
    add_custom_command(
        OUTPUT "${generated}"
        COMMAND "${CMAKE_COMMAND}" "-DDIR=${LECTERN_MEDIA_DIR}" "-DOUT=${generated}"
                -P "${LECTERN_MEDIA_DIR}/tobytes.cmake"
        DEPENDS ${inputs} "${LECTERN_MEDIA_DIR}/tobytes.cmake"
        VERBATIM)
    set(${out} "${generated}" PARENT_SCOPE)
endfunction()
