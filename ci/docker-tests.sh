#!/usr/bin/env bash
# Runs the tests that need Docker, without a registry: installs Docker from Debian's packages, starts a daemon of its own,
# builds an image of PostgreSQL from Debian's packages, and removes all of it but the packages at the end.
#
# Needs root on Debian. Where no daemon can be started it says so and the tests are reported as skipped.
# MAVEN names the command to run instead of mvn; further arguments are handed to it.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
maven=${MAVEN:-mvn}
work=
dockerd_pid=
bridge_was_there=yes

clean_up() {
  local status=$?
  trap - EXIT
  if [ -n "$dockerd_pid" ] && kill -0 "$dockerd_pid" 2>/dev/null; then
    kill "$dockerd_pid"
    wait "$dockerd_pid" 2>/dev/null || true
  fi
  if [ -n "$work" ]; then
    # Deepest first: overlays lie on the data root, network name spaces below the exec root.
    awk -v dir="$work/" 'index($2, dir) == 1 {print $2}' /proc/mounts | sort -r | while read -r mounted; do
      umount "$mounted" || umount -l "$mounted" || echo "cannot unmount $mounted" >&2
    done
    rm -rf --one-file-system "$work"
  fi
  if [ "$bridge_was_there" = no ] && [ -e /sys/class/net/docker0 ]; then
    ip link delete docker0 || echo "the bridge docker0 stays" >&2
  fi
  exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Runs the tests tagged "docker"; sets $ran and $skipped from their reports, so that no test at all is not taken for success.
run_tests() {
  rm -rf "$root"/target/surefire-reports "$root"/target/failsafe-reports
  (cd "$root" && "$maven" -B -Pdocker verify "$@")
  read -r ran skipped < <(
    find "$root/target/surefire-reports" "$root/target/failsafe-reports" -name 'TEST-*.xml' -exec cat {} + 2>/dev/null |
      awk '/<testcase /{all++} /<skipped/{skipped++} END{print all - skipped, skipped + 0}'
  )
}

skip() {
  echo "Docker cannot be started on this machine: $1"
  unset DOCKER_HOST PGASSAY_TEST_IMAGE
  run_tests "${arguments[@]}"
  if [ "$ran" -ne 0 ]; then
    echo "$ran test(s) tagged docker claim to have run without Docker" >&2
    exit 1
  fi
  echo "skipped: $skipped test(s) tagged docker, because $1"
  exit 0
}

arguments=("$@")
command -v apt-get >/dev/null || skip "this is not Debian (no apt-get)"
[ "$(id -u)" = 0 ] || skip "this user is not root"

# 1. Docker, iproute2 for the bridge, and debootstrap for the image.
export DEBIAN_FRONTEND=noninteractive
apt-get update -q || echo "the package lists could not be renewed: going on with what is here"
apt-get install -y -q --no-install-recommends docker.io iptables iproute2 debootstrap ||
  skip "its packages cannot be installed"

# 2. A daemon whose files are all in one directory.
work=$(mktemp -d)
[ -e /sys/class/net/docker0 ] || bridge_was_there=no
export DOCKER_HOST="unix://$work/docker.sock"
dockerd --data-root "$work/data" --exec-root "$work/exec" -H "$DOCKER_HOST" -p "$work/docker.pid" \
  >"$work/dockerd.log" 2>&1 &
dockerd_pid=$!
for _ in $(seq 100); do
  docker version >/dev/null 2>&1 && break
  kill -0 "$dockerd_pid" 2>/dev/null || break
  sleep 0.3
done
if ! docker version >/dev/null 2>&1; then
  tail -n 20 "$work/dockerd.log"
  skip "its daemon does not start: $(grep -E 'level=(error|fatal)|failed to' "$work/dockerd.log" | tail -n 1)"
fi

# 3. An image from the packages of this machine's own distribution and mirror.
codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
  awk -v codename="$codename" '$2 == codename && $3 == "main" {print $1; exit}')
major=$(apt-cache depends postgresql | sed -n 's/.*Depends: postgresql-\([0-9]*\)$/\1/p' | head -n 1)
image="local/pg:$major"
debootstrap --variant=minbase --include="postgresql-$major" "$codename" "$work/rootfs" "$mirror" >"$work/debootstrap.log" 2>&1 || {
  tail -n 20 "$work/debootstrap.log"
  echo "the image cannot be made" >&2
  exit 1
}
# The package makes a cluster, which the official image has not.
rm -rf "$work/rootfs/var/lib/postgresql/$major" "$work/rootfs/etc/postgresql/$major" "$work/rootfs"/var/cache/apt/archives/*.deb
install -m 755 "$root/ci/docker/docker-entrypoint.sh" "$work/rootfs/usr/local/bin/docker-entrypoint.sh"
tar -C "$work/rootfs" -c . | docker import \
  -c 'ENTRYPOINT ["docker-entrypoint.sh"]' -c 'CMD ["postgres"]' -c 'EXPOSE 5432' - "$image"
rm -rf --one-file-system "$work/rootfs"

# 4. The tests. Ryuk would have to be fetched from a registry; this script clears away instead. Without the override a
#    /.dockerenv makes Testcontainers believe that it runs beside its containers.
export PGASSAY_TEST_IMAGE="$image"
export TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_HOST_OVERRIDE=localhost
run_tests "$@"
echo "docker tests: $ran ran, $skipped skipped"
if [ "$ran" -eq 0 ] || [ "$skipped" -ne 0 ]; then
  echo "Docker is there, so each test tagged docker must run" >&2
  exit 1
fi
