// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import JournalChain

/// A file of heads that were kept, a line each, the oldest first. It may lie on another disk.
struct PinFile: Sendable {
    let path: String

    /// The largest file that is read: a line a day for a thousand years fits well.
    private static let bytesMax = 64 * 1024 * 1024

    /// Why a file cannot be used.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    /// The heads; lines that are empty or begin with `#` are passed over.
    ///
    /// - Throws: ``Fault`` if it is not there, or a line is no head.
    func pins() throws(Fault) -> [JournalPin] {
        var pins: [JournalPin] = []
        for (number, line) in try lines().enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            guard let pin = JournalPin(line) else {
                throw Fault(description: "\(path), line \(number + 1): this is no head, as \"till head\" prints it")
            }
            pins.append(pin)
        }
        return pins
    }

    /// The last line; nil if there is none, or no file.
    var last: String? { (try? lines())?.last { !$0.isEmpty } }

    /// Appends a line, and returns when it is on the disk.
    ///
    /// - Throws: ``Fault``.
    func append(_ line: String) throws(Fault) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw fault() }
        defer { close(descriptor) }
        let bytes = Array("\(line)\n".utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else { throw fault() }
    }

    private func fault() -> Fault { Fault(description: "\(path): \(String(cString: strerror(errno)))") }

    private func lines() throws(Fault) -> [String] {
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber
        guard let size, size.intValue <= Self.bytesMax, let content = FileManager.default.contents(atPath: path) else {
            throw Fault(description: "\(path) cannot be read")
        }
        return String(decoding: content, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
