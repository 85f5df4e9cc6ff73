# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the scripts share: where the checkout is, what is installed, how to install the rest.

LECTERN_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
readonly LECTERN_ROOT

say()
{
    printf '== %s\n' "$*" >&2
}

fail()
{
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# Prints "package probe" for each entry of the given sections.
packages_of()
{
    local section package probe wanted
    while read -r section package probe; do
        for wanted in "$@"; do
            if [[ $section == "$wanted" ]]; then
                printf '%s %s\n' "$package" "$probe"
            fi
        done
    done < "$LECTERN_ROOT/scripts/packages.debian"
}

# $1 is the name of a CMake package's folder; a pattern stands for any version.
has_cmake_package()
{
    local library
    for library in /usr/lib /usr/lib64 '/usr/lib/*' /usr/share /usr/local/lib '/usr/local/lib/*' /usr/local/share; do
        compgen -G "$library/cmake/$1" > /dev/null && return
    done
    return 1
}

# Is the thing there, however it came? $1 is a probe of packages.debian.
probe_finds()
{
    case $1 in
        cmd:*) command -v "${1#cmd:}" >/dev/null ;;
        cmake:*) has_cmake_package "${1#cmake:}" ;;
        *) return 1 ;;
    esac
}

has_dpkg()
{
    command -v dpkg-query >/dev/null
}

# Prints the packages that dpkg has as installed, one a line.
installed_packages()
{
    # shellcheck disable=SC2016 # the braces are dpkg-query's
    dpkg-query -W -f '${Package} ${db:Status-Status}\n' 2>/dev/null | sed -n 's/ installed$//p' | sort -u
}

# Prints the packages of the given sections that are not there.
missing_packages()
{
    local package probe installed=''
    has_dpkg && installed="$(installed_packages)"
    packages_of "$@" | while read -r package probe; do
        grep -qxF -- "$package" <<< "$installed" && continue
        # Without dpkg, a library that has no probe is left to CMake, which names it if it is not there.
        [[ $probe == - ]] && ! has_dpkg && continue
        probe_finds "$probe" || echo "$package"
    done
}

is_debian_12()
{
    (
        # shellcheck source=/dev/null
        . /etc/os-release 2>/dev/null || exit 1
        [[ ${VERSION_CODENAME:-} == bookworm ]] && command -v apt-get >/dev/null
    )
}

as_root()
{
    if [[ $(id -u) -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo -- "$@"
    else
        fail "installing packages needs root, and sudo is not here. As root: ${*//$'\n'/ }"
    fi
}

# apt-get, heard only when it fails.
apt()
{
    local log status=0
    log="$(mktemp)"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" \
        < /dev/null > "$log" 2>&1 || status=$?
    [[ $status -eq 0 ]] || cat "$log" >&2
    rm -f "$log"
    return "$status"
}

# Installs what is missing of the given sections, or says what it is and stops.
need_packages()
{
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -eq 0 ]] && return
    is_debian_12 || fail "$(printf '%s\n' \
        'these are missing, and only on Debian 12 can this script install them:' \
        "    ${missing[*]}" \
        'These are the names of Debian 12; install what your system calls them and run this again.')"
    say "Installing ${missing[*]} (this can take some minutes)"
    apt update || fail 'apt-get update failed; is there a network?'
    apt install -y --no-install-recommends "${missing[@]}" || fail "apt-get could not install ${missing[*]}"
}

# Installs what is missing of the section "extra", and goes on without what cannot be had.
want_packages()
{
    local missing
    mapfile -t missing < <(missing_packages extra)
    [[ ${#missing[@]} -eq 0 ]] && return
    if ! is_debian_12 || ! (need_packages extra); then
        say "Going on without ${missing[*]}; tests that use them are skipped."
    fi
}

# Configures build/PRESET and builds the given targets in it, or everything.
build()
{
    local preset=$1
    shift
    cd "$LECTERN_ROOT" || exit 1
    say "Building build/$preset"
    mkdir -p build
    cmake --preset "$preset" > "build/$preset-configure.log" 2>&1 || {
        cat "build/$preset-configure.log" >&2
        fail "CMake could not configure the preset $preset."
    }
    # Everything that fails is named in one go.
    cmake --build "build/$preset" ${1:+--target "$@"} -- -k 0 >&2 || fail "the build of the preset $preset failed."
}
