// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A program that was started; it is ended by its id, and by nothing else.
final class ChildProcess {
    /// How it ended.
    enum End: Equatable, CustomStringConvertible {
        case exited(Int32)
        case killed(Int32)

        var description: String {
            switch self {
            case .exited(let status): "exit \(status)"
            case .killed(let signal): "signal \(signal)"
            }
        }
    }

    let id: pid_t
    private(set) var end: End?

    /// Starts a program; what it prints is added to a file.
    init(_ program: String, _ arguments: [String], log: String, _ environment: [String: String])
        throws
    {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var id: pid_t = 0
        guard posix_spawn(&id, program, &files, &attributes, words, variables) == 0 else {
            throw CrashFault("cannot start \(program)")
        }
        self.id = id
        Children.note(id)
    }

    /// Looks whether it has ended.
    func poll() -> End? {
        if let end { return end }
        var status: Int32 = 0
        guard waitpid(id, &status, WNOHANG) == id else { return nil }
        let signal = status & 0x7F
        end = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal)
        Children.forget(id)
        return end
    }

    /// Waits for its end.
    func wait(_ limit: Duration) -> End? {
        let deadline = Moment.now + limit
        while poll() == nil, Moment.now < deadline { Moment.nap(.microseconds(500)) }
        return end
    }

    /// Kills it, and waits until it is gone.
    func kill() {
        if poll() == nil { Foundation.kill(id, SIGKILL) }
        while poll() == nil { Moment.nap(.microseconds(200)) }
    }

    /// Asks it to end, and says how it did; kills it when it does not.
    func stop(_ limit: Duration = .seconds(10)) -> End? {
        if poll() == nil { Foundation.kill(id, SIGTERM) }
        guard let end = wait(limit) else {
            kill()
            return nil
        }
        return end
    }
}
