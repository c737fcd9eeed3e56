// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Reads and replaces small files for displays that are files.
enum DisplayFile {
    /// Replaces a file at once: whoever reads it sees the old bytes or the new ones.
    static func replace(_ path: String, with bytes: [UInt8]) throws(DeviceError) {
        let draft = path + ".tmp"
        let descriptor = Glibc.open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw DeviceError.opening(draft, errno: errno, group: "video") }
        do throws(DeviceError) {
            try write(bytes, to: descriptor, path: draft)
        } catch {
            _ = Glibc.close(descriptor)
            unlink(draft)
            throw error
        }
        guard Glibc.close(descriptor) == 0, rename(draft, path) == 0 else {
            let number = errno
            unlink(draft)
            throw .writeFailed(what: path, errno: number)
        }
    }

    /// Writes all bytes to an open descriptor.
    static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(DeviceError) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { source in
                Glibc.write(descriptor, source.baseAddress.map { $0 + done }, source.count - done)
            }
            if count < 0 {
                let number = errno
                if number == EINTR { continue }
                throw .writeFailed(what: path, errno: number)
            }
            done += count
        }
    }

    /// Reads up to a number of bytes.
    ///
    /// - Returns: nil if there is no such file or it cannot be read.
    static func read(_ path: String, upTo limit: Int) -> [UInt8]? {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { _ = Glibc.close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit)
        var done = 0
        while done < limit {
            let count = bytes.withUnsafeMutableBytes { target in
                Glibc.read(descriptor, target.baseAddress.map { $0 + done }, limit - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            done += count
        }
        bytes.removeLast(limit - done)
        return bytes
    }

    /// Lists the names in a folder, sorted.
    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
