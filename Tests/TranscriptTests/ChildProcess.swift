// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import Synchronization

/// A program that a test started, with all that it prints.
final class ChildProcess: Sendable {
    private struct State {
        var output: [UInt8] = []
        var exit: Int32?
    }

    /// The process's id, which is also the one of its group.
    let id: pid_t
    private let state = Mutex(State())
    private let news = DispatchSemaphore(value: 0)

    /// Starts a command line in a folder; what it prints goes to one place, errors included.
    init(_ command: String, in folder: String, environment: [String: String]) throws {
        // Closed at once in whatever else is started at the same time, unlike a pipe's ends.
        var pair: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else {
            throw TranscriptError(line: 0, what: "no pair of sockets")
        }
        // What other tests left open in this process is nobody's business in a child: a daemon with few
        // descriptors would begin with fewer.
        for descriptor in (STDERR_FILENO + 1)..<1024 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&files, pair[1], STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&files, pair[1], STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for number in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // A group of its own, so that ending it ends what it started, and nothing else.
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        let words = ["env", "-C", folder, "/bin/sh", "-c", command]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] =
            environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var id: pid_t = 0
        let result = posix_spawn(
            &id, "/usr/bin/env", &files, &attributes, &arguments, &variables)
        close(pair[1])
        guard result == 0 else {
            close(pair[0])
            throw TranscriptError(line: 0, what: "cannot start \(command)")
        }
        self.id = id
        let source = pair[0]
        DispatchQueue(label: "child \(id)").async { self.read(source) }
    }

    /// What it has printed so far.
    var output: String { String(decoding: state.withLock { $0.output }, as: UTF8.self) }

    /// How it ended; nil as long as it runs.
    var exit: Int32? { state.withLock { $0.exit } }

    /// Waits until something about it holds or it has ended, and says whether it holds.
    func wait(_ limit: Duration, until holds: (String, Int32?) -> Bool) -> Bool {
        let end = DispatchTime.now() + .milliseconds(Int(limit / .milliseconds(1)))
        while true {
            let (bytes, exit) = state.withLock { ($0.output, $0.exit) }
            if holds(String(decoding: bytes, as: UTF8.self), exit) { return true }
            if exit != nil || news.wait(timeout: end) == .timedOut { return false }
        }
    }

    /// Sends a signal to it and to what it started.
    func signal(_ number: Int32) {
        // The group is gone when it has ended; its number may be another's then.
        if exit == nil { kill(-id, number) }
    }

    /// Asks it to end, waits, and ends it if it does not; says whether it ended by itself.
    @discardableResult func end(_ number: Int32 = SIGTERM) -> Bool {
        signal(number)
        if wait(.seconds(10), until: { $1 != nil }) { return true }
        signal(SIGKILL)
        _ = wait(.seconds(10)) { $1 != nil }
        return false
    }

    private func read(_ source: Int32) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Foundation.read(source, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            state.withLock { $0.output += buffer[..<count] }
            news.signal()
        }
        close(source)
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        state.withLock { $0.exit = signal == 0 ? (status >> 8) & 0xFF : 128 + signal }
        news.signal()
    }
}
