# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# How the catalogues are brought up to date with the sources; needs common.sh.

# Qt's tools are not on the PATH in Debian.
qt_tool()
{
    local folder
    for folder in "$(qtpaths6 --query QT_HOST_BINS)" "$(qtpaths6 --query QT_HOST_LIBEXECS)"; do
        [[ -x $folder/$1 ]] && echo "$folder/$1" && return
    done
    fail "Qt's $1 is missing."
}

# update_catalogues FOLDER [OPTION...]: lupdate's run over the sources into the catalogues in FOLDER.
# English needs only the plurals: everything else is written in it.
update_catalogues()
{
    local folder=$1 lupdate language
    shift
    lupdate="$(qt_tool lupdate)"
    for language in en fr es; do
        local plurals=()
        [[ $language == en ]] && plurals=(-pluralonly)
        (cd "$LECTERN_ROOT" && "$lupdate" -silent -locations none -source-language en_GB -target-language "$language" \
            "${plurals[@]}" "$@" src ui app -ts "$folder/lectern_$language.ts")
    done
}
