#!/usr/bin/env bash
# The scripts of deploy with a machine of straw: apt, cmake and sudo are little scripts that write down what they were asked.
# Nothing outside a temporary folder is touched.
# shellcheck disable=SC2016 # the dollars belong to the scripts that are written here
set -u

here=$(dirname "$(readlink -f "$0")")
work=$(mktemp -d)
listener=''
trap '[ -z "$listener" ] || kill "$listener"; rm -rf "$work"' EXIT
failures=0

fail() {
    printf 'FAILED %s: %s\n' "$case" "$*"
    failures=$((failures + 1))
}
said() { grep -qF -- "$1" "$work/said" || fail "did not say \"$1\" but: $(cat "$work/said")"; }
asked() { grep -qF -- "$1" "$work/asked" || fail "nobody was asked for \"$1\" but: $(cat "$work/asked")"; }
not_asked() { ! grep -qF -- "$1" "$work/asked" || fail "somebody was asked for \"$1\""; }
ended() { [ "$status" -eq "$1" ] || fail "ended with $status, not $1: $(cat "$work/said")"; }
same() { [ "$1" = "$2" ] || fail "\"$1\" is not \"$2\""; }

# ---- the machine of straw -------------------------------------------------------------------------------------------------

# straw NAME: a program of that name, its text from the standard input
straw() {
    { printf '#!/bin/bash\nwork=%q\necho "%s $*" >>"$work/asked"\n' "$work" "$1"; cat; } >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}

# A tree with the real scripts, and a machine where everything is installed and works.
new_machine() {
    case=$1
    rm -rf "${work:?}"/tree "${work:?}"/bin "${work:?}"/root
    mkdir -p "$work/tree" "$work/bin" "$work/root"
    cp -r "$here/../deploy" "$here/../fonts" "$here/../LICENSE" "$here/../LICENSE-CONTENT.md" "$work/tree"
    : >"$work/asked"
    : >"$work/uninstalled"
    straw dpkg-query <<<'grep -qx "${!#}" "$work/uninstalled" && exit 1; printf installed'
    straw apt-get <<<'case " $* " in *" install "*) : >"$work/uninstalled" ;; esac'
    straw sudo <<<'[ "$1" = -n ] && shift; exec "$@"'
    straw tty <<<'echo "not a tty"; exit 1'
    straw cmake <<'END'
case $1 in
    --preset) mkdir -p build/$2 ;;
    --build)
        printf '#!/bin/bash\necho "vitrine $*, SDL_VIDEODRIVER=$SDL_VIDEODRIVER" >>%q/asked\n' "$work" >$2/vitrine
        chmod +x $2/vitrine
        printf '\x89VPK\r\n\x1a\n\x01\0\0\0\x12\0\0\0ab' >$2/eight-years-four-voices.vpack
        ;;
esac
END
}

# run SCRIPT ARGUMENTS...: with the straw in front and no display
run() {
    env -u DISPLAY -u WAYLAND_DISPLAY -u SDL_VIDEODRIVER PATH="$work/bin:$PATH" "${with[@]}" "$@" >"$work/said" 2>&1 </dev/null
    status=$?
}
with=(A=A)
user() { straw id <<<"echo $1"; }

# ---- run.sh ---------------------------------------------------------------------------------------------------------------

new_machine "nothing is missing"
run "$work/tree/deploy/run.sh" --no-start
ended 0
said "packages: all there"
asked "cmake --preset release"
asked "--target vitrine vitrine-pack"
not_asked "apt-get"
not_asked "vitrine --pack"

new_machine "twice in a row"
run "$work/tree/deploy/run.sh" --no-start
run "$work/tree/deploy/run.sh" --no-start
ended 0

new_machine "through a symlink from another folder"
ln -s "$work/tree/deploy/run.sh" "$work/root/kiosk"
cd / && run "$work/root/kiosk" --no-start
ended 0
[ -x "$work/tree/build/release/vitrine" ] || fail "the build is not in the tree"

new_machine "without a display"
run "$work/tree/deploy/run.sh" --theme contrast "--out=a b"
ended 0
asked "--tour $work/tree/build/tour --theme contrast --out=a b"
said "the pictures lie in $work/tree/build/tour"

new_machine "with an X server"
perl -MSocket -e 'socket(S, AF_UNIX, SOCK_STREAM, 0); bind(S, sockaddr_un($ARGV[0])); listen(S, 5); sleep 600' "$work/x" &
listener=$!
until [ -S "$work/x" ]; do sleep 0.1; done
sed -i "s|/tmp/.X11-unix/X\$number|$work/x|" "$work/tree/deploy/lib.sh"
with=(DISPLAY=:7.0)
run "$work/tree/deploy/run.sh" --rotate 90
ended 0
asked "vitrine --window --pack $work/tree/build/release/eight-years-four-voices.vpack --rotate 90, SDL_VIDEODRIVER=x11,wayland"

case="with a Wayland server"
with=(WAYLAND_DISPLAY=x XDG_RUNTIME_DIR="$work")
: >"$work/asked"
run "$work/tree/deploy/run.sh"
asked "vitrine --window"

new_machine "with a display that nobody serves"
with=(DISPLAY=:4711 WAYLAND_DISPLAY=none XDG_RUNTIME_DIR="$work")
run "$work/tree/deploy/run.sh"
asked "--tour"
with=(A=A)

new_machine "on a console"
straw tty <<<'echo /dev/tty1'
sed -i "s|/dev/dri/card\*|$work/card*|" "$work/tree/deploy/lib.sh"
touch "$work/card0"
run "$work/tree/deploy/run.sh"
ended 0
asked "vitrine --pack $work/tree/build/release/eight-years-four-voices.vpack"
not_asked "--tour"
asked "libgl1-mesa-dri"

new_machine "packages are missing"
user 0
printf 'cmake\nlibmd4c-dev\n' >"$work/uninstalled"
run "$work/tree/deploy/run.sh" --no-start
ended 0
said "packages: installing cmake libmd4c-dev"
asked "install --no-install-recommends cmake libmd4c-dev"
not_asked "sudo"
not_asked "apt-get -q -y -o DPkg::Lock::Timeout=300 -o Acquire::Retries=2 -o Acquire::http::Timeout=30 -o Acquire::https::Timeout=30 update"

new_machine "packages are missing and the user is no root"
user 1000
echo cmake >"$work/uninstalled"
run "$work/tree/deploy/run.sh" --no-start
ended 0
asked "sudo env DEBIAN_FRONTEND=noninteractive apt-get"

new_machine "the lists of packages are old"
user 0
echo cmake >"$work/uninstalled"
straw apt-get <<'END'
case " $* " in
    *" update "*) touch "$work/updated" ;;
    *) [ -e "$work/updated" ] || exit 100 ;;
esac
END
run "$work/tree/deploy/run.sh" --no-start
ended 0
asked "update"

new_machine "there is no network"
user 0
echo cmake >"$work/uninstalled"
straw apt-get <<<'echo "E: Unable to fetch some archives"; exit 100'
run "$work/tree/deploy/run.sh" --no-start
ended 1
said "E: Unable to fetch some archives"
said "check the network"
not_asked "cmake --preset"

new_machine "there are no rights"
user 1000
echo cmake >"$work/uninstalled"
straw sudo <<<'exit 1'
run "$work/tree/deploy/run.sh" --no-start
ended 1
said 'or run "apt-get install cmake" as root first.'
not_asked "apt-get"
same "$(wc -l <"$work/said")" 1

new_machine "there is no apt"
mkdir "$work/few"
for tool in bash dirname readlink env perl mkdir cat grep; do
    ln -sf "$(command -v $tool)" "$work/few/$tool"
done
env -u DISPLAY -u WAYLAND_DISPLAY -u SDL_VIDEODRIVER PATH="$work/few" "$work/tree/deploy/run.sh" --no-start >"$work/said" 2>&1 </dev/null
status=$?
ended 1
said "there is no apt"
same "$(wc -l <"$work/said")" 1

new_machine "the build stops"
straw cmake <<<'mkdir -p build/release; [ "$1" = --preset ] || { echo "file.c:1: error: no"; exit 1; }'
run "$work/tree/deploy/run.sh"
ended 1
said "file.c:1: error: no"
said "The build stopped"

new_machine "help"
run "$work/tree/deploy/run.sh" --help
ended 0
said "usage: deploy/run.sh"
not_asked "cmake"

# ---- install.sh into another root -----------------------------------------------------------------------------------------

root=$work/root
install_into_root() { run "$work/tree/deploy/install.sh" --root "$root" "$@"; }
mode() { stat -c %a "$root$1"; }

new_machine "into another root"
mkdir -p "$root/etc/systemd/system/getty.target.wants" "$root/lib/systemd/system"
touch "$root/lib/systemd/system/getty@.service"
ln -s /lib/systemd/system/getty@.service "$root/etc/systemd/system/getty.target.wants/getty@tty1.service"
install_into_root
ended 0
same "$(mode /usr/local/bin/vitrine)" 755
same "$(mode /usr/local/bin/vitrine-put-pack)" 755
same "$(mode /etc/vitrine.conf)" 644
[ -s "$root/usr/local/share/doc/vitrine/fonts/ParaType.txt" ] || fail "a licence of the fonts is missing"
same "$(mode /etc/systemd/system/vitrine.service)" 644
same "$(mode /var/lib/vitrine/packs/eight-years-four-voices.vpack)" 644
same "$(readlink "$root/etc/systemd/system/multi-user.target.wants/vitrine.service")" /etc/systemd/system/vitrine.service
[ ! -e "$root/etc/systemd/system/getty.target.wants/getty@tty1.service" ] || fail "the login prompt is still there"
not_asked "systemctl"
same "$(find "$root" -name '*.new' -o -name '*.part')" ""

case="into another root again"
echo "rotate = 90" >"$root/etc/vitrine.conf"
before=$(cd "$root" && find . -type f -exec sha256sum {} + | sort)
install_into_root
ended 0
said "vitrine.conf stays as it is"
said "is already there"
same "$(cd "$root" && find . -type f -exec sha256sum {} + | sort)" "$before"

case="a newer pack under the same name"
printf '\x89VPK\r\n\x1a\n\x01\0\0\0\x13\0\0\0abc' >"$work/eight-years-four-voices.vpack"
install_into_root --from "$work/tree/build/release" --pack "$work/eight-years-four-voices.vpack"
ended 0
cmp -s "$work/eight-years-four-voices.vpack" "$root/var/lib/vitrine/packs/eight-years-four-voices.vpack" || fail "not put"
cmp -s "$work/tree/build/release/eight-years-four-voices.vpack" \
    "$root/var/lib/vitrine/packs/eight-years-four-voices.previous.vpack" || fail "the pack before is not kept"
[ "$root/var/lib/vitrine/packs/eight-years-four-voices.vpack" -nt \
    "$root/var/lib/vitrine/packs/eight-years-four-voices.previous.vpack" ] || fail "it is not the newer one"

case="a machine whose clock is behind"
touch -d '2 years' "$root/var/lib/vitrine/packs/eight-years-four-voices.vpack"
printf '\x89VPK\r\n\x1a\n\x01\0\0\0\x14\0\0\0abcd' >"$work/other.vpack"
install_into_root --from "$work/tree/build/release" --pack "$work/other.vpack"
ended 0
[ "$root/var/lib/vitrine/packs/other.vpack" -nt "$root/var/lib/vitrine/packs/eight-years-four-voices.vpack" ] ||
    fail "the new pack is not the newest"

case="what is no pack is refused"
before=$(cd "$root" && find . -type f -exec sha256sum {} + | sort)
echo "a text" >"$work/text.vpack"
install_into_root --from "$work/tree/build/release" --pack "$work/text.vpack"
ended 1
said "text.vpack is not a content pack"
printf '\x89VPK\r\n\x1a\n\x01\0\0\0\xff\0\0\0cut' >"$work/cut.vpack"
run "$root/usr/local/bin/vitrine-put-pack" "$work/cut.vpack" "$root/var/lib/vitrine/packs"
ended 1
said "cut.vpack is cut short"
run "$root/usr/local/bin/vitrine-put-pack" "$work/none.vpack" "$root/var/lib/vitrine/packs"
ended 1
said "there is no file"
same "$(cd "$root" && find . -type f -exec sha256sum {} + | sort)" "$before"

case="there is no room"
straw cp <<<': >"${!#}"; echo "cp: error writing: No space left on device" >&2; exit 1'
straw install <<<': >"${!#}"; echo "install: error writing: No space left on device" >&2; exit 1'
printf '\x89VPK\r\n\x1a\n\x01\0\0\0\x14\0\0\0efgh' >"$work/full.vpack"
run "$root/usr/local/bin/vitrine-put-pack" "$work/full.vpack" "$root/var/lib/vitrine/packs"
ended 1
said "full.vpack could not be copied to $root/var/lib/vitrine/packs: No space left on device."
same "$(wc -l <"$work/said")" 1
install_into_root --from "$work/tree/build/release"
ended 1
said "could not be written: No space left on device."
same "$(cd "$root" && find . -type f -exec sha256sum {} + | sort)" "$before"
rm "$work/bin/cp" "$work/bin/install"

case="root's new files are closed to others"
umask 077
rm -r "$root/usr/local/share" "$root/var/lib/vitrine"
install_into_root --from "$work/tree/build/release" --pack "$work/other.vpack"
umask 022
ended 0
same "$(mode /usr/local/share/doc/vitrine/fonts)" 755
same "$(mode /var/lib/vitrine/packs)" 755

case="the other root lacks packages"
echo libgbm1 >"$work/uninstalled"
install_into_root --from "$work/tree/build/release" --pack "$work/other.vpack"
ended 0
said "install there: libgbm1"
not_asked "apt-get"

case="taken away again"
install_into_root --uninstall
ended 0
same "$(cd "$root" && find . -type f -not -path './var/lib/*' | sort | tr '\n' ' ')" \
    "./etc/vitrine.conf ./lib/systemd/system/getty@.service "
[ -f "$root/var/lib/vitrine/packs/other.vpack" ] || fail "the packs are gone"
[ -L "$root/etc/systemd/system/getty.target.wants/getty@tty1.service" ] || fail "the login prompt did not come back"
install_into_root --uninstall
ended 0

case="another kind of machine"
mkdir -p "$root/usr/bin"
cp "$(readlink -f /bin/true)" "$root/usr/bin/dpkg"
install_into_root --from "$work/tree/build/release"
ended 1
said "is for another kind of machine than $root"
[ ! -e "$root/usr/local/bin/vitrine" ] || fail "it was installed all the same"

case="wrong arguments"
install_into_root --frmo x
ended 1
said "there is no option --frmo"
run "$work/tree/deploy/install.sh" --root
ended 1
said "--root needs a name"
run "$work/tree/deploy/install.sh" --root /nonexistent
ended 1
said "there is no folder"
user 1000
run "$work/tree/deploy/install.sh"
ended 1
said "Only root may install"

# ---- the files themselves -------------------------------------------------------------------------------------------------

case="every setting of vitrine.conf"
for name in packs profile rotate fullscreen idle reduced-motion renderer; do
    grep -q "^#$name = " "$here/../deploy/vitrine.conf" || fail "$name is not shown"
done

if command -v systemd-analyze >/dev/null; then
    case="systemd accepts the unit"
    sed 's|^ExecStart=.*|ExecStart=/bin/true|' "$here/../deploy/vitrine.service" >"$work/vitrine.service"
    systemd-analyze verify --man=no "$work/vitrine.service" >"$work/said" 2>&1
    ! grep -q "vitrine.service" "$work/said" || fail "$(cat "$work/said")"
fi

if command -v shellcheck >/dev/null; then
    case="shellcheck finds nothing"
    # A && B || fail is meant: fail ends the script
    shellcheck -x -P "$here/../deploy" -e SC2015,SC2119,SC2120 "$here"/*.sh "$here"/../deploy/*.sh "$here"/../.ci/run \
        >"$work/said" || fail "$(cat "$work/said")"
fi

[ $failures -eq 0 ] && echo "all cases hold"
exit $((failures > 0))
