# shellcheck shell=bash
# Sourced by ./demo and ./check: finds the tools that they need, or says in one line how to get them.

stop_with() {
    printf '%s\n' "$*" >&2
    exit 1
}

# The feature release of the JDK in folder $1 (25 for 25.0.3), 0 when there is none.
jdk_release() {
    local version=""
    [ -x "$1/bin/javac" ] || { echo 0; return; }
    if [ -r "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release")
    fi
    if [ -z "$version" ]; then
        version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac //p')
    fi
    version=${version%%[!0-9]*}
    echo "${version:-0}"
}

# Prints the home of a JDK >= 21: JAVA_HOME, java on the PATH, else the newest in the usual folders.
find_jdk() {
    local home best="" best_release=20 release
    for home in "${JAVA_HOME:-}" "$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')"; do
        if [ -n "$home" ] && [ "$(jdk_release "$home")" -ge 21 ]; then
            echo "$home"
            return
        fi
    done
    for home in /usr/lib/jvm/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* /opt/*jdk* /opt/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        release=$(jdk_release "$home")
        if [ "$release" -gt "$best_release" ]; then
            best=$home
            best_release=$release
        fi
    done
    [ -n "$best" ] || stop_with "No JDK 21 or newer found. Install one (Debian 13, Ubuntu: apt-get install" \
        "openjdk-21-jdk; macOS: brew install openjdk; elsewhere: Temurin 25) or let JAVA_HOME name it."
    echo "$best"
}

need_maven() {
    command -v mvn >/dev/null || stop_with "Maven (mvn) is missing. Install it (Debian, Ubuntu: apt-get install maven;" \
        "macOS: brew install maven) and try again."
}

# Fetches the pinned local Ethereum node; $1 is called with a line of text for the person who waits.
fetch_devnet() {
    local say=$1
    [ ! -d src-it/devnet/node_modules/@foundry-rs ] || return 0
    if ! command -v npm >/dev/null; then
        "$say" "npm is missing: the simulated chain stands in for anvil, a real Ethereum node"
        return 0
    fi
    "$say" "fetching anvil, a local Ethereum node (19 MB, once)"
    if ! (cd src-it/devnet && npm ci --ignore-scripts --no-audit --no-fund) >.demo/npm.log 2>&1; then
        "$say" "npm could not fetch it (.demo/npm.log): the simulated chain stands in for it"
    fi
}
