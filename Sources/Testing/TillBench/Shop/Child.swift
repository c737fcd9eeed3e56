// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A program that was started; it is ended by its id, and by nothing else.
final class Child {
    /// Its number.
    let id: pid_t
    private var isOver = false
    /// How it ended: the exit status, or -1 for the end by a signal; nil as long as it runs.
    private(set) var status: Int32?
    private let talk: Talk?

    /// The pipes to and from a program that is spoken to.
    private struct Talk {
        let input: Int32
        let output: Int32
    }

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - log: the file that what it prints is added to.
    ///   - talks: whether it is spoken to, line by line, by its standard input and output.
    /// - Throws: ``BenchFault/missing(_:)`` if it does not start.
    init(
        _ program: String, _ arguments: [String], log: String, environment: [String: String] = [:],
        talks: Bool = false
    ) throws(BenchFault) {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        var down: [Int32] = [-1, -1]
        var up: [Int32] = [-1, -1]
        if talks {
            guard pipe(&down) == 0, pipe(&up) == 0 else { throw .missing("there are no descriptors for a pipe") }
            for end in down + up { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            posix_spawn_file_actions_adddup2(&files, down[0], STDIN_FILENO)
            posix_spawn_file_actions_adddup2(&files, up[1], STDOUT_FILENO)
            posix_spawn_file_actions_addopen(&files, STDERR_FILENO, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        } else {
            posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
            posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO)
        }
        let usual = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "TZ": "UTC", "LC_ALL": "C.UTF-8"]
        let variables = usual.merging(environment) { $1 }
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let places = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + places).forEach { free($0) } }
        var number: pid_t = 0
        let failure = posix_spawn(&number, program, &files, nil, words, places)
        if talks {
            close(down[0])
            close(up[1])
        }
        guard failure == 0 else {
            if talks {
                close(down[1])
                close(up[0])
            }
            throw .missing("\(program) cannot be started: \(String(cString: strerror(failure)))")
        }
        id = number
        talk = talks ? Talk(input: down[1], output: up[0]) : nil
        Leavings.note(number)
    }

    deinit {
        kill()
        if let talk {
            close(talk.input)
            close(talk.output)
        }
    }

    /// Says a line to it, and waits for a line of its own.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if it has ended.
    func ask(_ line: String) throws(BenchFault) -> String {
        guard let talk else { throw .missing("nobody speaks to this program") }
        let bytes = Array("\(line)\n".utf8)
        guard write(talk.input, bytes, bytes.count) == bytes.count else { throw gone }
        return try answer()
    }

    /// Waits for a line.
    ///
    /// - Throws: as ``ask(_:)``.
    func answer() throws(BenchFault) -> String {
        guard let talk else { throw .missing("nobody speaks to this program") }
        var line: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        // It says one line and then waits, so that nothing comes behind the end of one.
        while line.last != UInt8(ascii: "\n") {
            let count = read(talk.output, &buffer, buffer.count)
            guard count > 0 else { throw gone }
            line += buffer[..<count]
        }
        return String(decoding: line.dropLast(), as: UTF8.self)
    }

    private var gone: BenchFault { .missing("program \(id) has ended before its time") }

    /// Looks whether it has ended.
    func hasEnded() -> Bool {
        guard !isOver else { return true }
        var word: Int32 = 0
        guard waitpid(id, &word, WNOHANG) == id else { return false }
        isOver = true
        status = word & 0x7F == 0 ? (word >> 8) & 0xFF : -1
        Leavings.forget(id)
        return true
    }

    /// Asks it to end; kills it when it does not.
    ///
    /// - Returns: seconds from the question to the end; nil if it had to be killed.
    @discardableResult func stop(within limit: Double = 20) -> Double? {
        let start = Ticks.now()
        if !hasEnded() { Foundation.kill(id, SIGTERM) }
        guard Ticks.wait(limit, every: 0.0005, until: hasEnded) else {
            kill()
            return nil
        }
        return Ticks.now() - start
    }

    /// Kills it, and waits until it is gone.
    func kill() {
        if !hasEnded() { Foundation.kill(id, SIGKILL) }
        while !hasEnded() { Ticks.nap(0.0005) }
    }
}
