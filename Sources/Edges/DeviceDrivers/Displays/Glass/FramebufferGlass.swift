// SPDX-License-Identifier: Apache-2.0

import Raster

/// An open framebuffer.
final class FramebufferGlass: Glass {
    private let memory: FramebufferMemory
    private let path: String
    private let facts: FramebufferFacts
    private let name: String?
    private let tree: DisplayTree
    private let calls: any DeviceCalls

    /// Takes an open framebuffer.
    ///
    /// - Parameter name: what the kernel called the framebuffer of this path when it was opened.
    init(
        memory: FramebufferMemory, path: String, facts: FramebufferFacts, name: String?, tree: DisplayTree,
        calls: any DeviceCalls
    ) {
        self.memory = memory
        self.path = path
        self.facts = facts
        self.name = name
        self.tree = tree
        self.calls = calls
    }

    func put(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DeviceError) {
        try memory.put(bytes, at: offset)
    }

    func take(_ count: Int, at offset: Int) -> [UInt8]? { memory.take(count, at: offset) }

    func flush(_ area: PixelRect) { memory.finish() }

    func wake() { memory.unblank() }

    func health() -> DisplayHealth {
        guard calls.node(at: path) != nil else { return .gone }
        // The old map of a driver that was replaced stays valid, and no call on it fails.
        guard memory.isStillThere(), tree.name(ofFramebuffer: path) == name else { return .changed }
        do {
            return try FramebufferFacts.read(from: memory.descriptor, path: path, calls: calls) == facts
                ? .ok : .changed
        } catch {
            return .gone
        }
    }
}
