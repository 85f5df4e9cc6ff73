# SPDX-License-Identifier: GPL-3.0-or-later
# Run with -P: writes OUT, the bytes of the media files in DIR as C++ arrays.

function(bytes_of name file into)
    file(READ "${DIR}/${file}" hex HEX)
    string(LENGTH "${hex}" digits)
    math(EXPR size "${digits} / 2")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
    set(${into} "${${into}}extern const unsigned char ${name}[] = {${hex}};\nextern const std::size_t ${name}Size = ${size};\n" PARENT_SCOPE)
endfunction()

set(text "#include <cstddef>\nnamespace lectern::sandbox::media {\n")
bytes_of(videoBytes lesson.mp4 text)
bytes_of(audioBytes lesson.m4a text)
bytes_of(pictureBytes lesson.jpg text)
file(WRITE "${OUT}" "${text}} // namespace lectern::sandbox::media\n")
