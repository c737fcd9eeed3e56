// SPDX-License-Identifier: Apache-2.0

package import Raster

/// A plain file whose memory is mapped, as that of most framebuffers is; `Scripts/bench` measures a driver's cost on it.
final class MappedFileSource: GlassSource {
    let path: String
    private let layout: PixelLayout
    private let calls: any DeviceCalls

    init(path: String, layout: PixelLayout, calls: any DeviceCalls = KernelCalls()) {
        self.path = path
        self.layout = layout
        self.calls = calls
    }

    func open() throws(DeviceError) -> OpenGlass {
        let descriptor = calls.open(path)
        guard descriptor >= 0 else { throw DeviceError.opening(path, errno: -descriptor, group: "video") }
        // A map outlives its descriptor.
        defer { calls.close(descriptor) }
        guard let map = MappedPixels(calls, descriptor: descriptor, length: layout.stride * layout.height) else {
            throw .mismatch("\(path) cannot be mapped: make it as long as its picture")
        }
        return OpenGlass(file: MappedFile(map, path: path), layout: layout)
    }

    /// The open file.
    private final class MappedFile: Glass {
        private let map: MappedPixels
        private let path: String

        init(_ map: MappedPixels, path: String) {
            self.map = map
            self.path = path
        }

        func put(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DeviceError) {
            try map.put(bytes, at: offset, path: path)
        }

        func flush(_ area: PixelRect) { map.finish() }
        func wake() {}
        func health() -> DisplayHealth { .ok }
    }
}

extension FramebufferDisplay {
    /// Opens a plain file by a map of its memory; it must be there, and as long as its picture.
    ///
    /// - Throws: what opening may, or ``DeviceError/mismatch(_:)`` if it cannot be mapped.
    package init(mapping path: String, layout: PixelLayout) throws(DeviceError) {
        try self.init(MappedFileSource(path: path, layout: layout))
    }
}
