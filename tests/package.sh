#!/usr/bin/env bash
# Installs the package that `make package` built, starts what it installed, removes it, and looks
# after each step: that it is whole, that it runs, that nothing of it is left. As root.
set -euo pipefail
cd "$(dirname "$0")/.."

deb=$(echo target/release/bundle/deb/*.deb)
rpm=$(echo target/release/bundle/rpm/*.rpm)
room=$(mktemp -d)

fail() {
	echo "not as it must be: $*" >&2
	exit 1
}

same() {
	[[ $2 == "$3" ]] || fail "$1 is '$2', not '$3'"
}

leave() {
	for process in $(jobs -p); do kill "$process" 2>/dev/null || true; done
	wait
	if dpkg-query -W kundbok >/dev/null 2>&1; then dpkg --purge kundbok >/dev/null; fi
	rm -rf "$room"
}
trap leave EXIT

dpkg-query -W kundbok >/dev/null 2>&1 && fail "a Kundbok is installed already"

echo "Reading $deb"
files="usr/bin/kundbok
usr/share/applications/Kundbok.desktop
usr/share/doc/kundbok/copyright
usr/share/icons/hicolor/128x128/apps/kundbok.png
usr/share/icons/hicolor/256x256@2/apps/kundbok.png
usr/share/icons/hicolor/32x32/apps/kundbok.png
usr/share/icons/hicolor/512x512/apps/kundbok.png"
same "what it installs" "$(dpkg-deb --contents "$deb" | awk '$1 !~ /^d/ { print $6 }' | LC_ALL=C sort)" "$files"
same "what others may write, or run as root" "$(dpkg-deb --contents "$deb" | awk '$1 ~ /^.......[sS]|^....[sS]|^.....w|^........w/')" ""
same "whose it is" "$(dpkg-deb --contents "$deb" | awk '{ print $2 }' | sort -u)" "0/0"
same "its section" "$(dpkg-deb --field "$deb" Section)" office
same "its first line" "$(dpkg-deb --field "$deb" Description | head -n 1)" "Kundregister som stannar på din dator"
[[ $(dpkg-deb --field "$deb" Depends) == *libwebkit2gtk-4.1-0* ]] || fail "it does not ask for WebKit"

echo "Reading $rpm"
same "what the .rpm installs" "$(rpm -qlp "$rpm" | sed 's,^/,,' | LC_ALL=C sort)" "$(grep -v /doc/ <<<"$files")"
same "the .rpm's licence" "$(rpm -qp --queryformat '%{LICENSE}' "$rpm")" MIT

echo "Installing it"
dpkg --install "$deb" >/dev/null
desktop-file-validate /usr/share/applications/Kundbok.desktop
same "what is started" "$(sed -n 's/^Exec=//p' /usr/share/applications/Kundbok.desktop)" kundbok
icon=$(sed -n 's/^Icon=//p' /usr/share/applications/Kundbok.desktop)
for size in 32x32 128x128 512x512; do
	path=/usr/share/icons/hicolor/$size/apps/$icon.png
	[[ $(file --brief "$path") == "PNG image data, ${size/x/ x }, "* ]] || fail "$path is no icon of $size"
done

echo "Starting it"
export HOME=$room XDG_RUNTIME_DIR=$room LANG=C.UTF-8 GDK_BACKEND=x11 \
	WEBKIT_DISABLE_COMPOSITING_MODE=1 WEBKIT_DISABLE_DMABUF_RENDERER=1 LIBGL_ALWAYS_SOFTWARE=1 NO_AT_BRIDGE=1
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME WAYLAND_DISPLAY
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3>"$room/display" 2>/dev/null &
for _ in {1..100}; do [[ -s $room/display ]] && break; sleep 0.1; done
DISPLAY=:$(<"$room/display")
export DISPLAY
dbus-run-session -- kundbok >"$room/said" 2>&1 &
program=$!

# The window is there when it is shown, and it has begun when more is drawn in it than its ground:
# the window's own program, out of the package, has come up and found its words.
colours() {
	xwd -silent -name Kundbok 2>/dev/null | tail -c +4096 | od -An -v -w4 -tx4 | sort -u | wc -l
}
for _ in {1..300}; do
	kill -0 "$program" 2>/dev/null || fail "it ended: $(<"$room/said")"
	(($(colours) > 50)) && break
	sleep 0.2
done
xwininfo -name Kundbok -stats | grep -q IsViewable || fail "no window: $(<"$room/said")"
(($(colours) > 50)) || fail "the window is empty"
kill "$program"
wait "$program" || true

echo "Removing it"
dpkg --remove kundbok >/dev/null
while read -r path; do
	[[ ! -e /$path ]] || fail "/$path is left"
done <<<"$files"
[[ ! -e /usr/share/doc/kundbok ]] || fail "a folder is left"
same "what dpkg knows of it" "$(dpkg-query -W -f '${db:Status-Status}' kundbok 2>/dev/null || true)" ""
echo "The package is whole, runs and goes without a trace."
