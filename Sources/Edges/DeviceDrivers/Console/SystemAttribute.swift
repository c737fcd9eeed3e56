// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A value that the kernel shows as a small file.
struct SystemAttribute {
    let path: String

    private static let bytesMax = 256

    init(_ path: String) { self.path = path }

    /// Its first line; nil if it cannot be read.
    func text() -> String? {
        guard let bytes = DisplayFile.read(path, upTo: Self.bytesMax) else { return nil }
        return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != 0 }, as: UTF8.self)
    }

    /// Its number; nil if it is none.
    func number() -> Int? { text().flatMap { Int($0) } }

    /// Sets it, and answers 0 or the `errno` of the attempt.
    func set(_ number: Int) -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_TRUNC)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        let text = Array("\(number)\n".utf8)
        // The kernel takes a value in one piece or not at all.
        return write(descriptor, text, text.count) == text.count ? 0 : (errno == 0 ? EIO : errno)
    }
}
