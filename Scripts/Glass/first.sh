#!/bin/busybox sh
# The guest's first process: pseudo file systems, modules, the shared folder, the disk. Then it obeys by itself, or
# hands over to systemd.
/bin/busybox --install -s /bin
export PATH=/bin:/usr/bin:/usr/sbin HOME=/root
mount -t devtmpfs dev /dev
mkdir -p /dev/pts /dev/shm
mount -t devpts devpts /dev/pts
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t tmpfs -o mode=1777 tmp /tmp
mount -t tmpfs -o mode=755 run /run
mkdir -p /run/lock
ip link set lo up
while read -r module; do
    insmod "$module" || echo "first: $module was refused"
done </modules/order
mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144,cache=loose,ro share /share || echo "first: no shared folder"
[ ! -b /dev/vda ] || mount -t ext4 -o noatime /dev/vda /state || echo "first: no disk"
hostname till
ip addr add 10.0.2.15/24 dev eth0 && ip link set eth0 up

# Who may use what, as udev's rules of a Debian machine have it.
for node in /dev/fb* /dev/dri/card*; do [ ! -e "$node" ] || { chgrp video "$node"; chmod 660 "$node"; }; done
for node in /dev/ttyS2 /dev/ttyS3; do chgrp dialout "$node"; chmod 660 "$node"; done

# The acquirer is another machine: nothing else is reached.
socat TCP4-LISTEN:8471,bind=127.0.0.1,fork,reuseaddr TCP4:10.0.2.100:8471 >/dev/null 2>&1 &

case " $(cat /proc/cmdline) " in
    *" glass.systemd "*) ;;
    *) exec /obey ;;
esac

# A root that may be mounted privately for services: not the one that the kernel unpacked.
mount -t tmpfs -o mode=755 root /root
for kept in bin etc lib lib64 modules obey opt sbin usr; do cp -a /"$kept" /root/; done
for empty in dev proc sys run tmp share state root home var/lib var/log; do mkdir -p /root/"$empty"; done
mount -o move /share /root/share
mount -o move /state /root/state
umount /tmp
exec switch_root /root /lib/systemd/systemd
