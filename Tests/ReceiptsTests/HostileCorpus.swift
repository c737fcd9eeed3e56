// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The hostile inputs that are kept beside the tests.
enum HostileCorpus {
    /// A text that comes with a sale.
    struct Text: Sendable, CustomStringConvertible {
        let name: String
        let text: String

        var description: String { name }
    }

    /// A file that somebody names as the shop's logo.
    struct Logo: Sendable, CustomStringConvertible {
        let name: String
        let bytes: [UInt8]

        var description: String { name }
        var isRead: Bool { name.hasPrefix("read-") }
    }

    /// The texts; empty if their file cannot be read, which a test tells.
    static let texts: [Text] = (try? read()) ?? []

    /// The logos, in the order of their names.
    static let logos: [Logo] = {
        let logos = folder.appending(path: "logos")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: logos.path)) ?? []
        return names.sorted().compactMap { name in
            (try? Data(contentsOf: logos.appending(path: name))).map { Logo(name: name, bytes: Array($0)) }
        }
    }()

    private static let folder = Bundle.module.bundleURL.appending(path: "Fixtures/hostile")

    private static func read() throws -> [Text] {
        let file = try Data(contentsOf: folder.appending(path: "texts.json"))
        let entries = try #require(JSONSerialization.jsonObject(with: file) as? [[String: Any]])
        return entries.map { entry in
            let times = entry["times"] as? Int ?? 1
            let part = entry["text"] as? String ?? controls(entry["controls"] as? [Int] ?? [])
            let rest = (entry["then"] as? String).map { String(repeating: $0, count: times) }
            return Text(
                name: entry["name"] as? String ?? "",
                text: rest.map { part + $0 } ?? String(repeating: part, count: times))
        }
    }

    private static func controls(_ range: [Int]) -> String {
        guard range.count == 2 else { return "" }
        return String(
            String.UnicodeScalarView((range[0]...range[1]).compactMap { Unicode.Scalar(UInt32($0)) }))
    }
}
