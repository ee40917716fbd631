#!/usr/bin/env bash
# Puts a content pack where the kiosk finds it: whole or not at all, and the pack before it stays as the one to fall back to.
#
#   vitrine-put-pack FILE.vpack [FOLDER]     FOLDER: /var/lib/vitrine/packs
#
# The kiosk takes the newest good pack of the folder over as soon as nobody is at the screen.
set -u
# the kiosk reads what is put here, whatever the habits of the user who puts it
umask 022

fail() {
    printf '%s\n' "vitrine-put-pack: $*" >&2
    exit 1
}

file=${1:-}
folder=${2:-/var/lib/vitrine/packs}
name=$(basename -- "$file")
part=$folder/.$name.part
trap 'rm -f "$part"' EXIT

[ $# -ge 1 ] && [ $# -le 2 ] || fail "write the name of a pack file behind the command, and a folder behind it if need be."
[ -f "$file" ] || fail "there is no file $file."
[[ $name == ?*.vpack && $name != .* ]] || fail "$name is not the name of a pack: it ends with .vpack and does not begin with a dot."
[ "$(head -c 8 -- "$file" | od -An -tx1 | tr -d ' ')" = 8956504b0d0a1a0a ] ||
    fail "$name is not a content pack; copy it again, or build it with vitrine-pack."
# bytes 12 to 15 of a pack are its size
[ "$(od -An -tu4 --endian=little -j 12 -N 4 -- "$file" | tr -d ' ')" = "$(stat -c %s -- "$file")" ] ||
    fail "$name is cut short or damaged; copy it again."
mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ] || fail "$folder cannot be written: run this as root or through sudo," \
    "and see that the card or disk is not write-protected."

if cmp -s -- "$file" "$folder/$name"; then
    echo "$name is already there"
    exit 0
fi

# Newest is by time of change; a machine without a clock of its own may be behind the packs it holds.
newest=$(find "$folder" -maxdepth 1 -name '*.vpack' -printf '%T@\n' | sort -n | tail -n 1)
newest=${newest%.*}
now=$(date +%s)
[ "${newest:-0}" -lt "$now" ] || now=$((newest + 1))

problem=$({ cp -- "$file" "$part" && chmod 644 "$part" && touch -d "@$now" "$part" && sync "$part"; } 2>&1) ||
    fail "$name could not be copied to $folder: ${problem##*: }. What was there is untouched."
# A program that shows the pack before keeps its file: it is given another name, never written over.
if [ -f "$folder/$name" ]; then
    ln -f "$folder/$name" "$folder/${name%.vpack}.previous.vpack" || fail "the pack before could not be kept; nothing was changed."
fi
mv -f -- "$part" "$folder/$name" && sync "$folder" || fail "$name could not be put into $folder."
echo "$name is in $folder"
