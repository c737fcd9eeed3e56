// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A shop in a folder of its own: a sandbox, a daemon, and the commands that people type.
///
/// Everything listens on free ports. What is typed and printed has the usual ones instead: 8470 for
/// the local API, 8471 for the sandbox and 8472 for notifies.
final class Shop {
    /// How long anything may take.
    static let limit: Duration = .seconds(30)

    /// The folder.
    let folder: URL
    private let ports: [(usual: Int, free: Int)]
    private(set) var environment: [String: String]
    private var programs: [(name: String, process: ChildProcess)] = []
    private var ended: [(name: String, process: ChildProcess)] = []

    /// Makes the folder and finds the ports.
    init() throws {
        // Short, because a socket's path is.
        folder = URL(filePath: "/tmp/till-\(UUID().uuidString.prefix(8))")
        // The sandbox's first: `till-sandbox` below is told of it.
        ports = [(8471, try Self.freePort()), (8472, try Self.freePort()), (8470, try Self.freePort())]
        let commands = folder.appending(path: ".bin")
        environment = [
            "PATH": "\(commands.path):/usr/local/bin:/usr/bin:/bin", "HOME": folder.path,
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "TILLD_SOCKET": folder.appending(path: "tilld.sock").path,
            "TILLD_DEVICES_FOLDER": Self.package.appending(path: "Devices").path,
        ]
        let files = FileManager.default
        try files.createDirectory(at: commands, withIntermediateDirectories: true)
        for program in ["till", "tilld"] {
            try files.createSymbolicLink(
                at: commands.appending(path: program),
                withDestinationURL: Self.products.appending(path: program))
        }
        // By a child that has ended, because nobody can run a file that is open anywhere.
        let writing = try start(
            "cat > .bin/till-sandbox <<'END'\n\(sandboxCommand)END\nchmod 755 .bin/till-sandbox")
        guard writing.wait(Self.limit, until: { $1 == 0 }) else {
            throw TranscriptError(line: 0, what: "no till-sandbox: \(writing.output)")
        }
    }

    /// Starts a command line.
    func start(_ command: String) throws -> ChildProcess {
        try ChildProcess(real(command), in: folder.path, environment: environment)
    }

    /// Starts a program that stays, under a name.
    func start(_ name: String, _ command: String) throws -> ChildProcess {
        // Without a shell in between, so that signals reach the program itself.
        let process = try start("exec \(command)")
        programs.append((name, process))
        return process
    }

    /// Ends a program that stays; one that is asked to end has to do so well.
    func end(_ name: String, _ signal: Int32 = SIGTERM) throws {
        guard let index = programs.lastIndex(where: { $0.name == name }) else {
            throw TranscriptError(line: 0, what: "\(name) does not run")
        }
        let program = programs.remove(at: index)
        ended.append(program)
        guard program.process.end(signal) else {
            throw TranscriptError(line: 0, what: "\(name) did not end within ten seconds")
        }
        let exit = program.process.exit
        guard signal == SIGKILL || exit == 0 else {
            throw TranscriptError(line: 0, what: "\(name) ended with \(exit ?? -1) when asked to stop")
        }
    }

    /// Sets a variable for all later commands.
    func export(_ name: String, _ value: String) { environment[name] = value }

    /// Writes a file with the free ports in it.
    func write(_ text: String, to name: String) throws {
        try Data(real(text).utf8).write(to: folder.appending(path: name))
    }

    /// Text as it is printed in a shop with the usual ports.
    func usual(_ text: String) -> String {
        ports.reduce(text) { $0.replacing(":\($1.free)", with: ":\($1.usual)") }
            .replacing(folder.path, with: "~")
    }

    /// All that the programs which stay have printed.
    var logs: String {
        (ended + programs).map { "--- \($0.name)\n\(usual($0.process.output))" }.joined(separator: "\n")
    }

    /// Ends all programs, by their ids, and takes the folder away.
    func close() {
        for program in programs.reversed() { program.process.end() }
        programs = []
        // What cannot be removed lies in the folder for temporary files.
        try? FileManager.default.removeItem(at: folder)
    }

    private func real(_ text: String) -> String {
        ports.reduce(text) { $0.replacing(":\($1.usual)", with: ":\($1.free)") }
    }

    /// `till-sandbox` with the free port where people leave the usual one out.
    private var sandboxCommand: String {
        """
        #!/bin/sh
        case "$1" in
        serve) exec "\(Self.products.path)/till-sandbox" "$@" --listen 127.0.0.1:\(ports[0].free) ;;
        merchant | scripts | outcomes | replay | "") exec "\(Self.products.path)/till-sandbox" "$@" ;;
        *) exec "\(Self.products.path)/till-sandbox" "$@" --server http://127.0.0.1:\(ports[0].free) ;;
        esac

        """
    }

    /// Where the programs are: beside the one that runs the tests.
    static var products: URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    }

    private static let package = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// A port that nobody listens on, below those that the system gives to connections: one of
    /// these could be taken while a program is stopped and started again.
    private static func freePort() throws -> Int {
        for _ in 0..<100 {
            let port = Int.random(in: 10_000...32_000)
            if isFree(port) { return port }
        }
        throw TranscriptError(line: 0, what: "no free port")
    }

    private static func isFree(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        defer { Foundation.close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0
            }
        }
    }
}
