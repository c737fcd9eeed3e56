// SPDX-License-Identifier: Apache-2.0

import Glibc

extension FramebufferMemory {
    /// Takes bytes from an offset of the framebuffer, by reading: a map can fault where a read only fails.
    ///
    /// - Returns: nil if the device cannot be read, or has fewer.
    func take(_ count: Int, at offset: Int) -> [UInt8]? {
        guard count > 0, offset >= 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes.withUnsafeMutableBytes { target in
                calls.read(
                    UnsafeMutableRawBufferPointer(rebasing: target[done...]), from: descriptor, at: offset + done)
            }
            if got == -Int(EINTR) { continue }
            guard got > 0 else { return nil }
            done += got
        }
        return bytes
    }
}
