// SPDX-License-Identifier: Apache-2.0

import Glibc
import Raster

/// A plain file in which pixels lie as in a framebuffer.
final class FileSource: GlassSource {
    let path: String
    private let layout: PixelLayout

    init(path: String, layout: PixelLayout) {
        self.path = path
        self.layout = layout
    }

    func open() throws(DeviceError) -> OpenGlass {
        let memory = try FramebufferMemory(file: path, length: layout.stride * layout.height)
        return OpenGlass(file: FileGlass(memory, path: path), layout: layout)
    }

    /// A file is shown as soon as it is written.
    private final class FileGlass: Glass {
        private let memory: FramebufferMemory
        private let path: String

        init(_ memory: FramebufferMemory, path: String) {
            self.memory = memory
            self.path = path
        }

        func put(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DeviceError) {
            try memory.put(bytes, at: offset)
        }

        func take(_ count: Int, at offset: Int) -> [UInt8]? { memory.take(count, at: offset) }

        func flush(_ area: PixelRect) {}
        func wake() {}

        func health() -> DisplayHealth {
            guard access(path, F_OK) == 0 else { return .gone }
            return memory.isStillThere() ? .ok : .changed
        }
    }
}
