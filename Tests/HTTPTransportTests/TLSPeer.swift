// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Synchronization

/// `openssl s_server` with a certificate that nobody has signed but itself.
final class TLSPeer: Sendable {
    let port: Int
    let certificate: String
    let key: String
    private let folder: URL
    private let process: Mutex<Process>
    private let lines: AsyncStream<String>

    /// Starts the server; `name` is the certificate's subject alternative name.
    init(name: String = "IP:127.0.0.1", _ options: [String] = ["-www"]) async throws {
        folder = try Self.makeFolder()
        (certificate, key) = try Self.makeCertificate(name, in: folder)
        let server = Process()
        server.executableURL = URL(filePath: "/usr/bin/env")
        server.arguments =
            ["openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key] + options
        let (out, input) = (Pipe(), Pipe())
        server.standardOutput = out
        server.standardInput = input
        server.standardError = FileHandle.nullDevice
        try server.run()
        let (lines, sink) = AsyncStream<String>.makeStream()
        Thread {
            var rest = ""
            while true {
                let part = out.fileHandleForReading.availableData
                if part.isEmpty { break }
                rest += String(decoding: part, as: UTF8.self).replacing("\r\n", with: "\n")
                while let end = rest.firstIndex(of: "\n") {
                    sink.yield(String(rest[..<end]))
                    rest = String(rest[rest.index(after: end)...])
                }
            }
            withExtendedLifetime(input) { sink.finish() }
        }.start()
        self.lines = lines
        process = Mutex(server)
        var found: Int?
        for await line in lines {
            guard line.hasPrefix("ACCEPT "), let colon = line.lastIndex(of: ":") else { continue }
            found = Int(line[line.index(after: colon)...])
            break
        }
        guard let found else { throw CocoaError(.fileReadUnknown) }
        port = found
    }

    deinit {
        end()
        try? FileManager.default.removeItem(at: folder)
    }

    func end() {
        // Threads of the concurrency runtime block SIGTERM, and their children inherit that.
        process.withLock { if $0.isRunning { kill($0.processIdentifier, SIGKILL) } }
    }

    /// Waits for a line of what clients sent.
    func waitForLine(_ start: String) async {
        for await line in lines where line.hasPrefix(start) { return }
    }

    static func makeFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "transport-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    static func makeCertificate(_ name: String, in folder: URL) throws -> (certificate: String, key: String) {
        let (certificate, key) = (folder.appending(path: "cert.pem").path, folder.appending(path: "key.pem").path)
        let maker = Process()
        maker.executableURL = URL(filePath: "/usr/bin/env")
        maker.arguments = [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", "/CN=test", "-addext", "subjectAltName=\(name)", "-keyout", key, "-out", certificate,
        ]
        maker.standardError = FileHandle.nullDevice
        try maker.run()
        maker.waitUntilExit()
        guard maker.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
        return (certificate, key)
    }
}
