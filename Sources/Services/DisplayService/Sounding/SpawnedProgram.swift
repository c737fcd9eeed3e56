// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc

/// A program that was started, without a shell and in a group of its own.
struct SpawnedProgram: ~Copyable {
    private let name: String
    /// The program's number, which is that of its group.
    let id: pid_t
    /// Ends when everybody who got the other end has ended.
    private let life: Int32

    /// The descriptor by which a program is known to live.
    private static let lifeNumber: Int32 = 3
    /// The longest wait for one answer of `poll(2)`, in milliseconds.
    private static let slice: Int64 = 1000

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - words: the program, looked for in the path, and its arguments.
    ///   - input: what it reads; a few hundred KiB at most.
    ///   - environment: its variables.
    /// - Throws: ``SoundError/cannotStart(program:errno:)``.
    init(_ words: [String], input: [UInt8], environment: [String: String]) throws(SoundError) {
        let name = words.first ?? ""
        let lives = try Self.pair(for: name)
        defer { close(lives.theirs) }
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        let source: Int32
        do throws(SoundError) {
            source = try Self.source(of: input, for: name)
        } catch {
            close(lives.ours)
            throw error
        }
        defer { if source >= 0 { close(source) } }
        if source >= 0 {
            posix_spawn_file_actions_adddup2(&files, source, STDIN_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO)
        posix_spawn_file_actions_adddup2(&files, lives.theirs, Self.lifeNumber)
        // Devices, sockets and the ledger are none of its business, whoever forgot to close them at an exec.
        for number in Self.openDescriptors() where number > Self.lifeNumber {
            posix_spawn_file_actions_addclose(&files, number)
        }
        let (id, error) = Self.spawn(words, environment, &files)
        guard error == 0 else {
            close(lives.ours)
            throw .cannotStart(program: name, errno: error)
        }
        self.name = name
        self.id = id
        life = lives.ours
    }

    deinit { close(life) }

    /// Waits until it has ended.
    ///
    /// - Returns: false if it has not after that time.
    func waits(for patience: Duration) -> Bool {
        let whole = patience.components.seconds * 1000 + patience.components.attoseconds / 1_000_000_000_000_000
        var left = max(whole, 1)
        while left > 0 {
            var entry = pollfd(fd: life, events: 0, revents: 0)
            // A signal costs a slice: the wait gets shorter by it, never endless.
            if poll(&entry, 1, Int32(min(left, Self.slice))) > 0 { return true }
            left -= Self.slice
        }
        return false
    }

    /// Ends it and all that it started.
    static func end(_ id: pid_t) { _ = kill(-id, SIGKILL) }

    /// Takes its status; nobody may end it by its number afterwards.
    func status() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        return status
    }

    /// A descriptor from which an input is read; -1 for none.
    private static func source(of input: [UInt8], for name: String) throws(SoundError) -> Int32 {
        guard !input.isEmpty else { return -1 }
        let ends = try pair(for: name)
        defer { close(ends.ours) }
        let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
        guard send(ends.ours, input, input.count, flags) == input.count else {
            let number = errno
            close(ends.theirs)
            throw .cannotStart(program: name, errno: number)
        }
        return ends.theirs
    }

    /// Two ends that no program gets by itself; unlike a pipe, one takes all at once, and never raises SIGPIPE.
    private static func pair(for name: String) throws(SoundError) -> (ours: Int32, theirs: Int32) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .cannotStart(program: name, errno: errno) }
        return (ends[0], ends[1])
    }

    /// The descriptors of this process; one that is gone by the time it is closed does no harm.
    private static func openDescriptors() -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return names.compactMap { Int32($0) }
    }

    private static func spawn(
        _ words: [String], _ environment: [String: String], _ files: inout posix_spawn_file_actions_t
    ) -> (pid_t, Int32) {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // What this process blocks or ignores is not what a program expects.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var id: pid_t = 0
        let error = posix_spawnp(&id, words.first ?? "", &files, &attributes, arguments, variables)
        return (id, error)
    }
}
