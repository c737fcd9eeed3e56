// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import Testing
import WebhookService

@testable import tilld

@Suite struct `Settings of webhooks` {
    private func settings(_ section: String) throws -> Settings {
        try Configuration().read(Configuration.good + "\n" + section + "\n")
    }

    @Test func `name the hosts of the network that may be sent to`() throws {
        #expect(
            try settings("webhooks: { local_hosts: [erp.lan, 192.168.1.7, \"fd00::7\", LocalHost] }").webhookHosts
                == ["erp.lan", "192.168.1.7", "fd00::7", "LocalHost"])
        #expect(try settings("webhooks: {}").webhookHosts.isEmpty)
        #expect(try settings("").webhookHosts.isEmpty)
    }

    @Test(arguments: ["erp.lan:8080", "http://erp.lan", "erp lan", "[fd00::7]", "0x7f.1", "", "a/b"])
    func `take nothing else for a host`(host: String) throws {
        let faults = try Configuration().faults(Configuration.good + "\nwebhooks: { local_hosts: [\"\(host)\"] }\n")

        #expect(faults.contains { $0.contains("webhooks.local_hosts: ") })
    }
}

@Suite struct `What webhooks' secrets are made of` {
    private final class Place: Sendable {
        let folder = FileManager.default.temporaryDirectory.appending(path: "seed-\(UUID().uuidString)")

        init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

        deinit {
            // A folder that is left behind harms nobody.
            try? FileManager.default.removeItem(at: folder)
        }

        var ledger: String { folder.appending(path: "ledger.sqlite").path }
        var file: String { "\(ledger).webhooks" }

        func seeds(_ byte: UInt8 = 1) -> SeedFile {
            SeedFile(
                ledger: ledger, randomBytes: { Array(repeating: byte, count: $0) },
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        }
    }

    @Test func `is made when it is needed, for its user alone, and stays`() throws {
        let place = try Place()

        let before = place.seeds().seed(makesIt: false)
        let made = place.seeds(1).seed(makesIt: true)
        let again = place.seeds(2).seed(makesIt: true)

        let mode = try FileManager.default.attributesOfItem(atPath: place.file)[.posixPermissions] as? NSNumber
        #expect(before == nil && made != nil && again != nil)
        #expect(mode?.intValue == 0o600)
        let text = try String(contentsOfFile: place.file, encoding: .utf8)
        #expect(Data(base64Encoded: text.trimmingCharacters(in: .newlines)) == Data(repeating: 1, count: 32))
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder.path) == ["ledger.sqlite.webhooks"])
    }

    @Test func `is not taken from a file that others may read, or that holds something else`() throws {
        let open = try Place()
        _ = open.seeds().seed(makesIt: true)
        chmod(open.file, 0o644)
        let short = try Place()
        try Data("AAAA\n".utf8).write(to: URL(filePath: short.file))
        chmod(short.file, 0o600)

        #expect(open.seeds().seed(makesIt: true) == nil)
        #expect(short.seeds().seed(makesIt: true) == nil)
        #expect(try String(contentsOfFile: short.file, encoding: .utf8) == "AAAA\n")
    }

    @Test func `is shown nowhere`() throws {
        let seed = try #require(WebhookSeed(Array(repeating: 0x5A, count: 32)))
        var text = ""
        dump(seed, to: &text)

        #expect(!text.contains("90") && !"\(seed)".contains("90") && !String(reflecting: seed).contains("90"))
        #expect(WebhookSeed([1, 2, 3]) == nil)
    }
}
