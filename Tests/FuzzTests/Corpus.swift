// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The inputs that the fuzzing begins with, one folder a target.
///
/// A file whose name begins with `read-` is read, and one that begins with `refused-` is refused.
enum Corpus {
    /// One file.
    struct Seed {
        let name: String
        let bytes: [UInt8]
    }

    private static let folder = Bundle.module.bundleURL.appending(path: "Fixtures/corpus")

    /// The targets that have a folder.
    static func targets() throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
    }

    /// The seeds of a target, in the order of their names.
    static func seeds(of target: String) throws -> [Seed] {
        let folder = folder.appending(path: target)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
            Seed(name: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
        }
    }
}
