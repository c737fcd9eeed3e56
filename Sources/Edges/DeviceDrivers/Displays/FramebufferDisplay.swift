// SPDX-License-Identifier: Apache-2.0

import Glibc
package import Raster
import Synchronization

/// A Linux framebuffer such as `/dev/fb0`, or a plain file that plays one.
///
/// An actor, because it owns a descriptor that two tasks must not write through at once; on a thread of
/// its own, because slow panels block. It keeps what it sent and sends only the lines that change.
///
/// Source: Linux kernel, `Documentation/fb/framebuffer.rst` and `Documentation/fb/api.rst`.
package actor FramebufferDisplay: DisplayDriver {
    private enum Source: Sendable {
        case device(FramebufferOptions)
        case file(PixelLayout)
    }

    /// What pictures must look like; a new mode changes it in ``reopen()``.
    package nonisolated var geometry: DisplayGeometry { known.withLock { $0.geometry } }
    /// What looked odd about the device and was decided, for the log.
    package nonisolated var notes: [String] { known.withLock { $0.notes } }
    /// Runs this actor on the display's own thread.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    /// Bytes that were sent to the device since it was opened.
    package private(set) var bytesSent = 0

    private struct Known: Sendable {
        var geometry: DisplayGeometry
        var notes: [String]
    }

    private struct Opened {
        let memory: FramebufferMemory
        let facts: FramebufferFacts?
        let layout: PixelLayout
        let origin: Int
        let known: Known
    }

    private let thread: DeviceThread
    private let path: String
    private let source: Source
    private let known: Mutex<Known>
    private var memory: FramebufferMemory?
    private var facts: FramebufferFacts?
    private var layout: PixelLayout
    private var origin: Int
    private var shadow: LineShadow
    private var label: String?

    /// Opens a device and wakes its panel.
    ///
    /// - Throws: ``DeviceError/absent(_:)``, ``DeviceError/denied(path:remedy:)`` or, if the device
    ///   takes no pictures of ours, ``DeviceError/mismatch(_:)``.
    package init(device path: String, options: FramebufferOptions = FramebufferOptions()) throws(DeviceError) {
        try self.init(path: path, source: .device(options))
    }

    /// Opens a plain file in which pixels lie as in a framebuffer; it is made if it is not there.
    ///
    /// - Throws: what opening and lengthening the file may.
    package init(file path: String, layout: PixelLayout) throws(DeviceError) {
        try self.init(path: path, source: .file(layout))
    }

    private init(path: String, source: Source) throws(DeviceError) {
        let opened = try Self.open(path, source)
        self.path = path
        self.source = source
        thread = DeviceThread(label: path)
        memory = opened.memory
        facts = opened.facts
        layout = opened.layout
        origin = opened.origin
        shadow = LineShadow(layout: opened.layout)
        known = Mutex(opened.known)
    }

    /// Sends the lines that differ from what is on the glass; all of them when the label is new.
    package func show(_ surface: Surface, label: String) throws(DeviceError) {
        guard let memory else { throw .gone(path) }
        try geometry.check(surface)
        if label != self.label {
            // A panel that went dark may have lost its picture, and says nothing about it.
            memory.unblank()
            shadow.forget()
            self.label = label
        }
        let stride = layout.stride
        let origin = origin
        var sent = 0
        defer { bytesSent += sent }
        try shadow.update(with: surface) { (bytes, change) throws(DeviceError) in
            try memory.put(bytes, at: origin + change.line * stride + change.range.lowerBound)
            sent += bytes.count
        }
        memory.finish()
    }

    /// Makes the next picture wake the panel and go out whole, for glass that others may draw on.
    package func distrust() {
        label = nil
    }

    /// Tells whether the device left, or has another driver or mode.
    package func poll() -> DisplayHealth {
        guard let memory else { return .gone }
        guard access(path, F_OK) == 0 else { return .gone }
        guard memory.isStillThere() else { return .changed }
        guard let facts else { return .ok }
        do {
            return try FramebufferFacts.read(from: memory.descriptor, path: path) == facts ? .ok : .changed
        } catch {
            return .gone
        }
    }

    /// Opens the device again with the mode it has now.
    package func reopen() throws(DeviceError) {
        memory = nil
        let opened = try Self.open(path, source)
        memory = opened.memory
        facts = opened.facts
        layout = opened.layout
        origin = opened.origin
        shadow = LineShadow(layout: opened.layout)
        label = nil
        known.withLock { $0 = opened.known }
    }

    /// Lets go of the device; the last picture stays on the glass.
    package func close() {
        memory = nil
    }

    private static func open(_ path: String, _ source: Source) throws(DeviceError) -> Opened {
        switch source {
        case .file(let layout):
            let isMono = layout.format.bitsPerPixel == 1
            return Opened(
                memory: try FramebufferMemory(file: path, length: layout.stride * layout.height),
                facts: nil,
                layout: layout,
                origin: 0,
                known: Known(
                    geometry: DisplayGeometry(
                        width: layout.pictureWidth,
                        height: layout.pictureHeight,
                        isMono: isMono
                    ),
                    notes: []
                )
            )
        case .device(let options):
            let descriptor = try FramebufferMemory.open(device: path)
            let facts: FramebufferFacts
            let plan: FramebufferPlan
            do throws(DeviceError) {
                facts = try FramebufferFacts.read(from: descriptor, path: path)
                plan = try FramebufferPlan(facts, options: options, path: path)
            } catch {
                _ = Glibc.close(descriptor)
                throw error
            }
            let memory = FramebufferMemory(descriptor: descriptor, path: path, facts: facts, access: options.access)
            memory.unblank()
            if plan.palette == .greys { memory.loadGreys() }
            return Opened(
                memory: memory,
                facts: facts,
                layout: plan.layout,
                origin: plan.origin,
                known: Known(geometry: plan.geometry, notes: plan.notes)
            )
        }
    }
}
