// SPDX-License-Identifier: Apache-2.0

/// What was written to a framebuffer whose memory is not mapped, and which bytes a write needs to be seen.
///
/// DRM's framebuffers show what lies between the first and the last byte of a write. Of a write within one line they reckon the last column by
/// what is left of its end when it is divided by the line's length: nothing, if it ends with its line, and then nothing of it is shown. Such a
/// write takes in a pixel of the line beside it.
///
/// Source: Linux 6.1, `drm_fb_helper_memory_range_to_clip`; seen with bochs-drm, where lines that were written one by one never came up.
struct WrittenLines {
    private let lineLength: Int
    private let pixelLength: Int
    private let memoryLength: Int
    private var bytes: [UInt8] = []

    /// Takes what the kernel says; nil if it says nothing of lines.
    init?(_ facts: FramebufferFacts) {
        guard facts.lineLength > 0 else { return nil }
        lineLength = Int(facts.lineLength)
        pixelLength = max(1, (Int(facts.bitsPerPixel) + 7) / 8)
        memoryLength = Int(facts.memoryLength)
    }

    /// Remembers bytes that are to be written, and gives those that have to go out with them, with their offset.
    ///
    /// - Returns: nil where the bytes may go out as they are.
    mutating func needed(for new: UnsafeRawBufferPointer, at offset: Int) -> (bytes: ArraySlice<UInt8>, offset: Int)? {
        let end = offset + new.count
        guard offset >= 0, !new.isEmpty, end <= memoryLength else { return nil }
        let missing = min(end + pixelLength, memoryLength) - bytes.count
        if missing > 0 { bytes += repeatElement(0, count: missing) }
        bytes.withUnsafeMutableBytes { $0[offset..<end].copyBytes(from: new) }
        guard end % lineLength == 0, new.count <= lineLength else { return nil }
        if end + pixelLength <= memoryLength { return (bytes[offset..<end + pixelLength], offset) }
        // The last line of the memory has one above it, unless it is the only one.
        let start = max(0, end - lineLength - pixelLength)
        return (bytes[start..<end], start)
    }
}
