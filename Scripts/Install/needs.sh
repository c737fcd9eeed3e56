# Sourced by the scripts beside: what the machine needs, and how to get it.

say() { printf '\n== %s\n' "$*"; }

# Debian packages: what the build links, what the tests judge with, what a shop's terminal runs on.
packages_build="libssl-dev libsqlite3-dev libcurl4-openssl-dev libqrencode-dev libzxing-dev libfreetype-dev zlib1g-dev fonts-wqy-microhei pkg-config"
packages_test="sqlite3 strace openssl zbar-tools qrencode pngcheck python3-venv python3-yaml curl python3 systemd gcc libc6-dev util-linux prometheus mandoc zsh fish"
# For Scripts/pictures alone.
packages_pictures="python3-pil"
# What the bed with a real kernel is made of, and who reads its pictures; for Scripts/glass alone.
packages_glass="qemu-system-x86 seabios ovmf busybox-static socat e2fsprogs zbar-tools zxing-cpp-tools python3 systemd util-linux fonts-wqy-microhei tzdata"

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# need_packages build|test|pictures|glass: installs the Debian packages of that list that are missing.
need_packages() {
    local list="packages_$1" missing=""
    for package in ${!list}; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
            missing="$missing $package"
    done
    [ -n "$missing" ] || { echo "all there: ${!list}"; return 0; }
    echo "installing:$missing"
    as_root apt-get update -qq
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# need_venv: the foreign judges from PyPI, in a virtual environment of the project's own.
need_venv() {
    local venv=.build-venv
    [ -x "$venv/bin/python" ] || python3 -m venv "$venv"
    "$venv/bin/python" -c 'import http_message_signatures, joserfc, schemathesis, standardwebhooks, cv2, zxingcpp' 2>/dev/null && return 0
    "$venv/bin/pip" install -q --disable-pip-version-check \
        http-message-signatures==3.0.0 joserfc==1.8.0 schemathesis==4.32.5 standardwebhooks==1.1.0 \
        numpy==2.4.6 opencv-python-headless==5.0.0.93 zxing-cpp==3.1.1
}

# need_foreign_slips: python-escpos beside them, which Scripts/bench measures.
need_foreign_slips() {
    local venv=.build-venv
    [ -x "$venv/bin/python" ] || python3 -m venv "$venv"
    "$venv/bin/python" -c 'import escpos.printer' 2>/dev/null ||
        "$venv/bin/pip" install -q --disable-pip-version-check python-escpos==3.1
}
