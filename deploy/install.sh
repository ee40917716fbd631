#!/usr/bin/env bash
# Installs the kiosk on this machine or into the root of another system, or takes it away again.
set -u
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib.sh"

usage="usage: deploy/install.sh [--root DIR] [--from DIR] [--pack FILE] [--uninstall]

Installs the kiosk so that it starts with the machine and has the whole screen: the program, its settings, the content
pack, the user it runs as and the service. Builds first what is not built. Running it again brings everything up to date
and leaves /etc/vitrine.conf as it is.

  --root DIR    into the root folder of another system (an image, a mounted card) instead of this machine
  --from DIR    take program and pack from DIR instead of building them
  --pack FILE   install this content pack instead of the default one
  --uninstall   take the kiosk away; packs and settings stay
  --help        these lines"

root='' from='' given_pack='' task=install
while [ $# -gt 0 ]; do
    case $1 in
        --root | --from | --pack)
            [ -n "${2:-}" ] || fail "$1 needs a name behind it; --help says which."
            case $1 in
                --root) root=${2%/} ;;
                --from) from=${2%/} ;;
                --pack) given_pack=$2 ;;
            esac
            shift
            ;;
        --uninstall) task=uninstall ;;
        --help | -h) echo "$usage"; exit 0 ;;
        *) fail "there is no option $1; --help names them all." ;;
    esac
    shift
done
# the root of this machine is no other root
[ -z "$root" ] || [ -d "$root" ] || fail "there is no folder $root."
[ -z "$root" ] || root=$(cd "$root" && pwd -P)
[ "$root" != / ] || root=
is_live() { [ -z "$root" ]; }
# what is installed can be read by everybody, whatever root's habits are
umask 022

program=/usr/local/bin/vitrine
put_pack=/usr/local/bin/vitrine-put-pack
unit=/etc/systemd/system/vitrine.service
wanted=/etc/systemd/system/multi-user.target.wants/vitrine.service
getty=/etc/systemd/system/getty.target.wants/getty@tty1.service
user_rule=/usr/lib/sysusers.d/vitrine.conf
settings=/etc/vitrine.conf
manual=/usr/local/share/doc/vitrine
packs=/var/lib/vitrine/packs

has_systemd() { is_live && [ -d /run/systemd/system ]; }

# Puts a file in its place in one step, so that a program that runs from the old one goes on.
put() {
    local mode=$1 from_file=$2 to=$root$3 problem
    problem=$({
        mkdir -p "$(dirname "$to")" && install -m "$mode" "$from_file" "$to.new" && sync "$to.new" && mv -f "$to.new" "$to"
    } 2>&1) || {
        rm -f "$to.new"
        fail "$to could not be written: ${problem##*: }."
    }
}

link() {
    mkdir -p "$(dirname "$root$2")" && ln -sfn "$1" "$root$2" || fail "$root$2 could not be written."
}

make_user() {
    put 644 "$top/deploy/vitrine.sysusers" "$user_rule"
    # systemd makes the user of another root when that system starts for the first time
    is_live || return 0
    systemd-sysusers "$user_rule" || fail "The user vitrine could not be made."
}

# The bytes of a program that say what kind of machine it is for.
machine_of() { od -An -tx1 -j 4 -N 2 "$1"; od -An -tx1 -j 18 -N 2 "$1"; }

# A program for a PC on the card of a Raspberry Pi would be a black screen.
check_machine() {
    local theirs=$root/usr/bin/dpkg
    [ ! -f "$theirs" ] || [ "$(machine_of "$theirs")" = "$(machine_of "$from/vitrine")" ] ||
        fail "$from/vitrine is for another kind of machine than $root: run this on the kiosk itself," \
            "or give --from a folder with a program that was built there."
}

name_missing_packages() {
    local package missing=()
    for package in "${runtime_packages[@]}" "${console_packages[@]}" "${service_packages[@]}"; do
        is_installed "$package" "$root" || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] || say "the system in $root lacks packages the kiosk cannot start without; install there:" \
        "${missing[*]}"
}

install_kiosk() {
    local licence
    if [ -z "$from" ]; then
        prepare
        from=$top/build/release
    fi
    [ -x "$from/vitrine" ] || fail "There is no program $from/vitrine."
    [ -n "$given_pack" ] || given_pack=$from/$pack_name
    if is_live; then
        need_packages "${runtime_packages[@]}" "${console_packages[@]}" "${service_packages[@]}"
    else
        check_machine
    fi

    say "installing the program, its settings and the service"
    make_user
    put 755 "$from/vitrine" "$program"
    put 755 "$top/deploy/put-pack.sh" "$put_pack"
    put 644 "$top/deploy/README.md" "$manual/README.md"
    put 644 "$top/LICENSE" "$manual/LICENSE"
    put 644 "$top/LICENSE-CONTENT.md" "$manual/LICENSE-CONTENT.md"
    # the licences of the fonts in the pack want to be where the fonts are
    for licence in "$top"/fonts/*.txt "$top/fonts/README.md"; do
        put 644 "$licence" "$manual/fonts/$(basename "$licence")"
    done
    put 644 "$top/deploy/vitrine.service" "$unit"
    if [ -e "$root$settings" ]; then
        say "$root$settings stays as it is"
    else
        put 644 "$top/deploy/vitrine.conf" "$settings"
    fi
    "$top/deploy/put-pack.sh" "$given_pack" "$root$packs" || exit 1

    link "$unit" "$wanted"
    rm -f "$root$getty"
    if has_systemd; then
        systemctl daemon-reload && systemctl stop getty@tty1.service && systemctl restart vitrine.service ||
            fail "The service did not start; journalctl -u vitrine says why."
        say "the kiosk is on the screen and will be after every start"
    else
        say "installed; the kiosk comes up when systemd starts this system"
        is_live || name_missing_packages
    fi
}

uninstall_kiosk() {
    local problem
    if has_systemd && [ -e "$unit" ]; then
        systemctl stop vitrine.service
    fi
    problem=$(rm -rf "$root$program" "$root$put_pack" "$root$unit" "$root$wanted" "$root$user_rule" "$root$manual" 2>&1) ||
        fail "The kiosk could not be taken away: ${problem##*: }."
    # the login prompt comes back to the first console
    [ ! -e "$root/lib/systemd/system/getty@.service" ] || link /lib/systemd/system/getty@.service "$getty"
    if is_live && id vitrine >/dev/null 2>&1; then
        userdel vitrine
    fi
    if has_systemd; then
        systemctl daemon-reload
        systemctl start getty@tty1.service
    fi
    say "the kiosk is gone; $root$packs and $root$settings are still there"
}

if is_live && [ "$(id -u)" -ne 0 ]; then
    fail "Only root may install: run this through sudo, or give --root DIR."
fi
"${task}_kiosk"
