// SPDX-License-Identifier: Apache-2.0

package import Raster
import Synchronization

/// A Linux framebuffer such as `/dev/fb0`, a card such as `/dev/dri/card0`, or a plain file that plays one.
///
/// An actor, because it owns a descriptor that two tasks must not write through at once; on a thread of
/// its own, because slow panels block. It keeps what it sent and sends only what changes.
///
/// Source: Linux kernel, `Documentation/fb/framebuffer.rst` and `Documentation/fb/api.rst`.
package actor FramebufferDisplay: BlockingDisplay {
    /// What pictures must look like; a new mode changes it in ``reopen()``.
    package nonisolated var geometry: DisplayGeometry { known.withLock { $0.geometry } }
    /// What looked odd about the device and was decided, for the log.
    package nonisolated var notes: [String] { known.withLock { $0.notes } }
    /// Runs this actor on the display's own thread.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    /// Bytes that were sent to the device since it was opened.
    package private(set) var bytesSent = 0
    /// How often electronic paper was refreshed, in full and in part; nil for other panels.
    package var refreshes: (full: Int, partial: Int)? { paper.map { ($0.fullCount, $0.partialCount) } }

    private struct Known: Sendable {
        var geometry: DisplayGeometry
        var notes: [String]
    }

    /// The thread that the display's calls block.
    package nonisolated let thread: DeviceThread
    /// The device's path, for messages.
    package nonisolated let path: String
    /// Whether others cannot have the device while we have it.
    package nonisolated let keepsOthersOff: Bool
    private let source: any GlassSource
    private let elapsed: @Sendable () -> Duration
    private let known: Mutex<Known>
    private(set) var glass: (any Glass)?
    private(set) var layout: PixelLayout
    private(set) var origin: Int
    private(set) var shadow: LineShadow
    private var paper: PaperRhythm?
    private var label: String?
    private var isAway = false

    /// Opens a device and wakes its panel.
    ///
    /// - Throws: ``DeviceError/absent(_:)``, ``DeviceError/denied(path:remedy:)`` or, if the device
    ///   takes no pictures of ours, ``DeviceError/mismatch(_:)``.
    package init(device path: String, options: FramebufferOptions = FramebufferOptions()) throws(DeviceError) {
        let tree = DisplayTree(graphics: "/sys/class/graphics", cards: "/sys/class/drm", devices: "/dev")
        try self.init(
            FramebufferSource(path: path, choice: PanelChoice(options), tree: tree, calls: KernelCalls()))
    }

    /// Opens a plain file in which pixels lie as in a framebuffer; it is made if it is not there.
    ///
    /// - Throws: what opening and lengthening the file may.
    package init(file path: String, layout: PixelLayout) throws(DeviceError) {
        try self.init(FileSource(path: path, layout: layout))
    }

    /// Opens whatever a source opens.
    ///
    /// - Parameter elapsed: time since any moment; electronic paper is cleaned once a day by it.
    init(
        _ source: sending any GlassSource, elapsed: @escaping @Sendable () -> Duration = { .zero }
    ) throws(DeviceError) {
        let opened = try source.open()
        path = source.path
        keepsOthersOff = source.keepsOthersOff
        thread = DeviceThread(label: source.path)
        glass = opened.glass
        layout = opened.layout
        origin = opened.origin
        paper = opened.paper
        shadow = LineShadow(layout: opened.layout)
        known = Mutex(Known(geometry: opened.geometry, notes: opened.notes))
        self.source = source
        self.elapsed = elapsed
    }

    /// Sends what differs from what is on the glass; all of it when the label is new.
    package func show(_ surface: Surface, label: String) throws(DeviceError) {
        guard let glass, !isAway else { throw glass == nil ? .gone(path) : .busy("the console of \(path)") }
        try geometry.check(surface)
        let isNew = label != self.label
        if isNew {
            // A panel that went dark may have lost its picture, and says nothing about it.
            glass.wake()
            shadow.forget()
        }
        if paper?.next(label: label, isNew: isNew, at: elapsed()) == .full {
            shadow.forget()
            try send(plain(.black), to: glass)
            try send(plain(.white), to: glass)
            shadow.forget()
        }
        self.label = label
        try send(surface, to: glass)
    }

    /// Makes the next picture wake the panel and go out whole, for glass that others may draw on.
    package func distrust() {
        label = nil
    }

    /// Leaves the glass to others until ``regainGlass()``, as long as the console belongs to them; pictures
    /// are refused.
    package func leaveGlass() {
        isAway = true
        glass?.giveWay()
    }

    /// Takes the glass back; the next picture is sent whole.
    ///
    /// - Throws: ``DeviceError/busy(_:)`` if somebody keeps it.
    package func regainGlass() throws(DeviceError) {
        try glass?.takeBack()
        isAway = false
        label = nil
    }

    /// Tells whether the device left, or has another driver, mode or screen.
    package func poll() -> DisplayHealth {
        guard let glass else { return .gone }
        // The console is another program's: whatever has changed is found when it is ours again.
        guard !isAway else { return .ok }
        let health = glass.health()
        // A code stays as long as it is up, and is clean since it came.
        let isOld = label != PaperRhythm.codeLabel && (paper?.isOld(at: elapsed()) ?? false)
        return health == .ok && isOld ? .changed : health
    }

    /// Opens the device again with the mode it has now.
    package func reopen() throws(DeviceError) {
        glass = nil
        let opened = try source.open()
        glass = opened.glass
        layout = opened.layout
        origin = opened.origin
        paper = opened.paper
        shadow = LineShadow(layout: opened.layout)
        label = nil
        known.withLock { $0 = Known(geometry: opened.geometry, notes: opened.notes) }
    }

    /// Lets go of the device; the last picture stays on the glass where the kernel keeps it.
    package func close() {
        glass = nil
        source.close()
    }

    private func send(_ surface: Surface, to glass: any Glass) throws(DeviceError) {
        let origin = origin
        var sent = 0
        defer { bytesSent += sent }
        let area = try shadow.update(with: surface) { (bytes, offset) throws(DeviceError) in
            try glass.put(bytes, at: origin + offset)
            sent += bytes.count
        }
        guard let area else { return }
        do throws(DeviceError) {
            try glass.flush(area)
        } catch {
            // It lies in the memory and is not on the glass.
            shadow.forget()
            throw error
        }
    }

    /// A picture of one colour.
    private func plain(_ color: Color) throws(DeviceError) -> Surface {
        do {
            return try Surface(width: layout.pictureWidth, height: layout.pictureHeight, color: color)
        } catch {
            throw .mismatch("\(path): \(error)")
        }
    }
}
