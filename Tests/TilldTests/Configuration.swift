// SPDX-License-Identifier: Apache-2.0

import Foundation

@testable import tilld

/// A configuration in a folder of its own, with the keys that it names beside it.
final class Configuration: Sendable {
    let folder: URL
    /// The folder of this package.
    static let package = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    /// The example that people start from.
    static let example = package.appending(
        path: "Sources/Programs/tilld/Resources/tilld.example.yaml")
    static let devices = package.appending(path: "Devices").path

    /// What every secret here has in it, and no message may.
    static let secret = "c2VjcmV0IG5vYm9keSBtYXkgc2Vl"

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "tilld-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "keys"), withIntermediateDirectories: true)
        try write("api-token", "\(Self.secret)\(Self.secret)\n")
        let secret = Data((0..<32).map { UInt8($0) }).base64EncodedString()
        try write("keys/openpay-webhook-secret", "whsec_\(secret)\n")
        let key = folder.appending(path: "keys/openpay.pem").path
        try openssl(["genpkey", "-algorithm", "ed25519", "-out", key])
        try openssl([
            "pkey", "-in", key, "-pubout", "-out",
            folder.appending(path: "keys/openpay-platform.pem").path,
        ])
        chmod(key, 0o600)
    }

    deinit {
        // A folder that is left behind harms nobody.
        try? FileManager.default.removeItem(at: folder)
    }

    /// Writes a file that only its user may read.
    @discardableResult
    func write(_ name: String, _ text: String, mode: mode_t = 0o600) throws -> String {
        let file = folder.appending(path: name).path
        try Data(text.utf8).write(to: URL(filePath: file))
        chmod(file, mode)
        return file
    }

    private func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    }

    struct Failure: Error { let status: Int32 }

    /// A configuration that is in order, with as little in it as there may be and a bit more.
    static let good = """
        environment: sandbox
        terminal:
          id: T-1
          merchant: M-42
          name: Corner Tea
          currency: CNY
          time_zone: Asia/Shanghai
        store:
          path: state/ledger.sqlite
        api:
          socket: api.sock
          listen: 127.0.0.1:8470
          token_file: api-token
        sales:
          deadline: 5m
        limits:
          open_orders: 64
        accounts:
          enabled: [main]
          main:
            provider: openpay
            merchant: M-42
            key: key_1
            private_key_file: keys/openpay.pem
            platform_key: platform
            platform_key_file: keys/openpay-platform.pem
            gateway: http://127.0.0.1:8471/v1
        printers:
          enabled: [counter]
          counter:
            profile: generic-80
            port: file:slips.bin
        displays:
          enabled: [payer]
          payer:
            device: png:screens
        devices:
          folder: \(devices)

        """

    /// A daemon that needs no devices and listens on nothing but its socket.
    static let quiet = good([
        ("listen:", ""), ("token_file:", ""), ("enabled: [counter]", "  enabled: []"),
        ("enabled: [payer]", "  enabled: []"),
    ])

    /// Reads a text as if it stood in this folder.
    func read(_ text: String, environment: [String: String] = [:]) throws -> Settings {
        try SettingsReader.read(text, folder: folder.path, environment: environment)
    }

    /// What is wrong with a text, sentence by sentence; empty if nothing is.
    func faults(_ text: String, environment: [String: String] = [:]) -> [String] {
        do throws(SettingsError) {
            _ = try SettingsReader.read(text, folder: folder.path, environment: environment)
            return []
        } catch {
            return error.sentences
        }
    }

    /// What is wrong with a text or with what it is about, sentence by sentence.
    func partFaults(_ text: String) -> [String] {
        do throws(SettingsError) {
            let settings = try SettingsReader.read(text, folder: folder.path, environment: [:])
            _ = try Parts(settings: settings)
            return []
        } catch {
            return error.sentences
        }
    }

    /// The good configuration with a line in place of the one that begins so.
    static func good(_ changes: [(String, String)]) -> String {
        changes.reduce(good) { text, change in
            let lines = text.components(separatedBy: "\n")
            let index = lines.firstIndex { $0.trimmingCharacters(in: .whitespaces).hasPrefix(change.0) }
            return lines.enumerated().map { $0.offset == index ? change.1 : $0.element }
                .joined(separator: "\n")
        }
    }
}
