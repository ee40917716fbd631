# lib.sh - what run.sh, install.sh and tests/run.sh share: packages, building, finding a screen. Sourced by bash scripts.
# shellcheck shell=bash disable=SC2034

top=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
pack_name=eight-years-four-voices.vpack

# ---- packages: the one list, Debian 12 and Raspberry Pi OS ----------------------------------------------------------------

# what the kiosk needs to run; run.sh has them through build_packages
runtime_packages=(
    libsdl2-2.0-0 libsdl2-ttf-2.0-0 libsdl2-image-2.0-0 libfreetype6 libbrotli1 libsystemd0
)
# KMSDRM draws through OpenGL ES; under X11 and Wayland nothing of this is used
console_packages=(
    libgbm1 libegl1 libgles2 libegl-mesa0 libgl1-mesa-dri
)
# what starts the kiosk with the machine, and tells it which device is a touch panel; every usual system has them
service_packages=(
    systemd udev
)
# what compiles the kiosk and its content
build_packages=(
    cmake ninja-build pkg-config gcc libc6-dev
    libsdl2-dev libsdl2-ttf-dev libsdl2-image-dev libfreetype-dev libbrotli-dev libsystemd-dev
    libyaml-dev libmd4c-dev libicu-dev libhyphen-dev libharfbuzz-dev
    hyphen-en-gb hyphen-lt hyphen-pl hyphen-pt-pt hyphen-ru
    libhunspell-dev hunspell-en-gb hunspell-lt hunspell-pl hunspell-pt-pt
    fonts-noto-core fonts-paratype fonts-roboto-unhinted
)
# what the tests need besides
test_packages=(
    clang libclang-rt-14-dev libcmocka-dev xvfb xdotool imagemagick shellcheck
)

# ---- saying ---------------------------------------------------------------------------------------------------------------

say() { printf '%s\n' "vitrine: $*"; }

fail() {
    printf '%s\n' "vitrine: $*" >&2
    exit 1
}

# ---- installing what is missing -------------------------------------------------------------------------------------------

# In this system, or in the one whose root folder is named behind the package.
is_installed() {
    [ "$(dpkg-query --admindir="${2:-}/var/lib/dpkg" -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Fills the array `missing` with those of the named packages that are not installed.
find_missing() {
    local package
    missing=()
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

may_be_root() {
    [ "$(id -u)" -eq 0 ] && return
    command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 -o Acquire::Retries=2 \
        -o Acquire::http::Timeout=30 -o Acquire::https::Timeout=30 "$@"
}

# Installs those of the named packages that are missing; ends the script with one sentence when it cannot.
need_packages() {
    local missing log
    command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || fail "This is not Debian or Raspberry Pi OS" \
        "(there is no apt): install the packages named in deploy/lib.sh by hand, then build with CMake as in README.md."
    find_missing "$@"
    if [ ${#missing[@]} -eq 0 ]; then
        say "packages: all there"
        return
    fi
    may_be_root || fail "Packages are missing and only root may install them: run this as root or through sudo, or run" \
        "\"apt-get install ${missing[*]}\" as root first."
    say "packages: installing ${missing[*]}"
    log=$(mktemp)
    # the lists of packages may be old or, on a new machine, not there at all
    if ! apt_get install --no-install-recommends "${missing[@]}" >"$log" 2>&1; then
        say "packages: fetching the lists first"
        if ! { apt_get update && apt_get install --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
            tail -n 5 "$log" >&2
            rm -f "$log"
            fail "The packages could not be installed: check the network and try again; what apt said stands above."
        fi
    fi
    rm -f "$log"
}

# ---- building -------------------------------------------------------------------------------------------------------------

# Builds the targets behind the preset's name (all when none is named) into build/<preset>.
build() {
    local preset=$1
    shift
    cd "$top" || exit 1
    mkdir -p build/"$preset" 2>/dev/null
    [ -w build/"$preset" ] || fail "$top/build cannot be written, it belongs to $(stat -c %U build 2>/dev/null ||
        stat -c %U .): run this as that user, or remove the folder build."
    say "building build/$preset"
    cmake --preset "$preset" >build/"$preset"/configure.log 2>&1 || {
        tail -n 15 build/"$preset"/configure.log >&2
        fail "CMake could not configure build/$preset; what it said stands above."
    }
    cmake --build build/"$preset" ${1:+--target "$@"} || fail "The build stopped; the compiler's words stand above."
}

# Everything a running kiosk needs: packages (those named as well), program, pack.
prepare() {
    need_packages "${build_packages[@]}" "$@"
    build release vitrine vitrine-pack pack-default
    say "the pack is $top/build/release/$pack_name"
}

# ---- finding a screen -----------------------------------------------------------------------------------------------------

# Something listens on this Unix socket. Perl is part of every Debian.
listens() { perl -MSocket -e 'socket(S, AF_UNIX, SOCK_STREAM, 0) && connect(S, sockaddr_un($ARGV[0])) or exit 1' "$1" 2>/dev/null; }

has_wayland() {
    case ${WAYLAND_DISPLAY:-} in
        '') return 1 ;;
        /*) listens "$WAYLAND_DISPLAY" ;;
        *) listens "${XDG_RUNTIME_DIR:-/nonexistent}/$WAYLAND_DISPLAY" ;;
    esac
}

# DISPLAY is [host]:number[.screen]; "unix" and no host are this machine.
has_x11() {
    local host number
    [[ ${DISPLAY:-} =~ ^(.*):([0-9]+)(\.[0-9]+)?$ ]] || return 1
    host=${BASH_REMATCH[1]} number=${BASH_REMATCH[2]}
    case $host in
        '' | unix) listens "/tmp/.X11-unix/X$number" ;;
        *) timeout 5 bash -c "exec 3<>/dev/tcp/${host//[^A-Za-z0-9.-]/}/$((6000 + number))" 2>/dev/null ;;
    esac
}

# The name of the terminal this runs on.
terminal() { tty 2>/dev/null || true; }

# A Linux console (not a terminal window, not a serial line) and a graphics device.
has_console() {
    [[ $(terminal) =~ ^/dev/tty[0-9]+$ ]] && compgen -G "/dev/dri/card*" >/dev/null
}

# desktop, console or none
find_screen() {
    if has_wayland || has_x11; then
        echo desktop
    elif has_console; then
        echo console
    else
        echo none
    fi
}
