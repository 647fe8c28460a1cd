#!/bin/bash
# Unpacks a real Bitcoin node into folder $1, once, and leaves $1/node there to start it. Nothing of the system is
# touched: Debian's package, with the libraries that it needs, is fetched by an apt of its own from the archive that this
# machine already uses, and its signatures are checked. Ends with a line that says why where that cannot be done.
set -eu
place=$(mkdir -p "$1" && cd "$1" && pwd)
[ ! -x "$place/node" ] || exit 0

give_up() {
    echo "$*"
    exit 1
}

# Debian has the package in sid alone, in whatever version sid has today.
package=bitcoin-knots
keys=/usr/share/keyrings/debian-archive-keyring.gpg
if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null || [ ! -r "$keys" ]; then
    give_up "this machine is no Debian, and elsewhere there is no package of a Bitcoin node"
fi
# shellcheck disable=SC2016 # apt-get puts the values in
archive=$(apt-get indextargets --format '$(REPO_URI)' | grep -E '/debian/?$' | head -1)
[ -n "$archive" ] || give_up "apt has no archive of Debian"

rm -rf "$place/apt" "$place/root"
mkdir -p "$place"/apt/{etc/sources.list.d,state/lists/partial,cache/archives/partial} "$place/root"
touch "$place/apt/status"
echo "deb [signed-by=$keys] $archive sid main" >"$place/apt/etc/sources.list.d/sid.list"
cat >"$place/apt/apt.conf" <<EOF
Dir::Etc "$place/apt/etc";
Dir::State "$place/apt/state";
Dir::State::status "$place/apt/status";
Dir::Cache "$place/apt/cache";
APT::Sandbox::User "";
Acquire::Languages "none";
Acquire::Check-Valid-Until "false";
Acquire::Retries "0";
Acquire::http::Timeout "10";
EOF
export APT_CONFIG=$place/apt/apt.conf
log=$place/apt/log
apt-get update >"$log" 2>&1 || give_up "apt-get update failed, see $log"
apt-get install -y --download-only --no-install-recommends "$package" >>"$log" 2>&1 ||
    give_up "apt-get could not fetch $package, see $log"
for part in "$place"/apt/cache/archives/*.deb; do
    [ -e "$part" ] || give_up "apt-get has fetched nothing, see $log"
    dpkg-deb -x "$part" "$place/root"
done
# With its own libraries, since sid's are newer than those of this machine.
loader=$(find "$place/root" -name 'ld-linux*.so.*' | head -1)
program=$(find "$place/root" -name bitcoind -type f | head -1)
libraries=$(dirname "$(find "$place/root" -name 'libc.so.6' | head -1)")
if [ -z "$loader" ] || [ -z "$program" ]; then
    give_up "the package holds no node"
fi
rm -rf "$place/apt/cache" "$place/apt/state"
cat >"$place/node.new" <<EOF
#!/bin/sh
exec "$loader" --library-path "$libraries" "$program" "\$@"
EOF
chmod +x "$place/node.new"
"$place/node.new" -version >>"$log" 2>&1 || give_up "the node does not run here, see $log"
mv "$place/node.new" "$place/node"
