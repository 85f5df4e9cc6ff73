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
# English needs only the plurals: everything else is written in it. A complaint of lupdate's is a failure: a text
# whose class it cannot tell is looked up under another name by the running program, and stays English.
update_catalogues()
{
    local folder=$1 lupdate language complaints='' plurals
    shift
    lupdate="$(qt_tool lupdate)"
    cd "$LECTERN_ROOT" || return 1
    for language in en fr es; do
        plurals=()
        [[ $language == en ]] && plurals=(-pluralonly)
        complaints+="$("$lupdate" -silent -locations none -source-language en_GB -target-language "$language" \
            -I . -I src "${plurals[@]}" "$@" src ui app -ts "$folder/lectern_$language.ts" 2>&1)"$'\n'
    done
    [[ -n ${complaints//$'\n'/} ]] || return 0
    sort -u <<< "$complaints" | grep . >&2
    return 1
}
