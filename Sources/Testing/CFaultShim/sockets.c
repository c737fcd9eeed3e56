// SPDX-License-Identifier: Apache-2.0
// Calls on sockets.
#define _GNU_SOURCE
#include "shim.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

static uint32_t kind_of_domain(int domain) {
    switch (domain) {
        case AF_UNIX: return tilld_fault_local;
        case AF_INET:
        case AF_INET6: return tilld_fault_tcp;
        default: return 0;
    }
}

static int dies(enum tilld_fault_verdict verdict) {
    return verdict == tilld_fault_call_die || verdict == tilld_fault_halve_die;
}

int socket(int domain, int type, int protocol) {
    uint32_t kind = kind_of_domain(domain);
    enum tilld_fault_verdict verdict = tilld_fault_judge(kind, tilld_fault_socket);
    if (verdict == tilld_fault_fail) return -1;
    int descriptor = (int)syscall(SYS_socket, domain, type, protocol);
    if (dies(verdict)) tilld_fault_die();
    tilld_fault_note(descriptor, kind);
    return descriptor;
}

int bind(int descriptor, const struct sockaddr *address, socklen_t length) {
    enum tilld_fault_verdict verdict = tilld_fault_judge(tilld_fault_kind_of(descriptor), tilld_fault_bind);
    if (verdict == tilld_fault_fail) return -1;
    int result = (int)syscall(SYS_bind, descriptor, address, length);
    if (dies(verdict)) tilld_fault_die();
    return result;
}

int accept4(int descriptor, struct sockaddr *restrict address, socklen_t *restrict length, int flags) {
    uint32_t kind = tilld_fault_kind_of(descriptor);
    enum tilld_fault_verdict verdict = tilld_fault_judge(kind, tilld_fault_accept);
    if (verdict == tilld_fault_fail) return -1;
    int accepted = (int)syscall(SYS_accept4, descriptor, address, length, flags);
    if (dies(verdict)) tilld_fault_die();
    tilld_fault_note(accepted, kind);
    return accepted;
}

int accept(int descriptor, struct sockaddr *restrict address, socklen_t *restrict length) {
    return accept4(descriptor, address, length, 0);
}

int connect(int descriptor, const struct sockaddr *address, socklen_t length) {
    enum tilld_fault_verdict verdict = tilld_fault_judge(tilld_fault_kind_of(descriptor), tilld_fault_connect);
    if (verdict == tilld_fault_fail) return -1;
    int result = (int)syscall(SYS_connect, descriptor, address, length);
    if (dies(verdict)) tilld_fault_die();
    return result;
}

ssize_t sendto(int descriptor, const void *bytes, size_t count, int flags, const struct sockaddr *to, socklen_t length) {
    uint32_t kind = tilld_fault_kind_of(descriptor);
    enum tilld_fault_verdict verdict = tilld_fault_judge(kind, tilld_fault_send);
    if (verdict == tilld_fault_fail) return -1;
    size_t part = verdict == tilld_fault_halve || verdict == tilld_fault_halve_die ? (count + 1) / 2 : count;
    ssize_t result = syscall(SYS_sendto, descriptor, bytes, part, flags, to, length);
    if (dies(verdict)) tilld_fault_die();
    if (kind) tilld_fault_after_send(kind);
    return result;
}

ssize_t send(int descriptor, const void *bytes, size_t count, int flags) {
    return sendto(descriptor, bytes, count, flags, NULL, 0);
}

ssize_t sendmsg(int descriptor, const struct msghdr *message, int flags) {
    uint32_t kind = tilld_fault_kind_of(descriptor);
    enum tilld_fault_verdict verdict = tilld_fault_judge(kind, tilld_fault_send);
    if (verdict == tilld_fault_fail) return -1;
    ssize_t result = syscall(SYS_sendmsg, descriptor, message, flags);
    if (dies(verdict)) tilld_fault_die();
    if (kind) tilld_fault_after_send(kind);
    return result;
}

ssize_t recvfrom(int descriptor, void *restrict bytes, size_t count, int flags, struct sockaddr *restrict from,
                 socklen_t *restrict length) {
    enum tilld_fault_verdict verdict = tilld_fault_judge(tilld_fault_kind_of(descriptor), tilld_fault_receive);
    if (verdict == tilld_fault_fail) return -1;
    ssize_t result = syscall(SYS_recvfrom, descriptor, bytes, count, flags, from, length);
    if (dies(verdict)) tilld_fault_die();
    return result;
}

ssize_t recv(int descriptor, void *bytes, size_t count, int flags) {
    return recvfrom(descriptor, bytes, count, flags, NULL, NULL);
}
