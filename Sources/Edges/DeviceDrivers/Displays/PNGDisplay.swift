// SPDX-License-Identifier: Apache-2.0

import Glibc
package import Raster

/// A display that is a folder: every new picture becomes a file such as `0007-paid.png`, and
/// `latest.png` is always the last one.
///
/// Files appear at once and whole. Only the newest are kept.
package actor PNGDisplay: BlockingDisplay {
    /// How many pictures are kept unless something else is asked for.
    package static let usualKept = 200
    /// The longest label in a file name; the rest is left out.
    package static let labelLimit = 40

    /// What pictures must look like.
    package nonisolated let geometry: DisplayGeometry
    /// Runs this actor on the display's own thread.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// The thread that the display's calls block.
    package nonisolated let thread: DeviceThread
    /// The folder, for messages.
    package nonisolated var path: String { folder }
    private let folder: String
    private let kept: Int
    private var number: Int
    private var last: (surface: Surface, label: String)?
    private var isClosed = false

    /// Opens a folder, which is made if it is not there, and goes on with its numbers.
    ///
    /// - Parameters:
    ///   - folder: where files go.
    ///   - geometry: what pictures must look like.
    ///   - kept: how many pictures to keep, at least 1.
    /// - Throws: ``DeviceError/absent(_:)``, ``DeviceError/denied(path:remedy:)`` or
    ///   ``DeviceError/writeFailed(what:errno:)`` if the folder cannot be used.
    package init(folder: String, geometry: DisplayGeometry, kept: Int = PNGDisplay.usualKept) throws(DeviceError) {
        if mkdir(folder, 0o755) != 0, errno != EEXIST {
            throw DeviceError.opening(folder, errno: errno, group: "video")
        }
        guard access(folder, W_OK | X_OK) == 0 else {
            throw DeviceError.opening(folder, errno: errno, group: "video")
        }
        self.folder = folder
        self.geometry = geometry
        self.kept = max(1, kept)
        thread = DeviceThread(label: "png")
        number = Self.numbered(in: folder).map(\.number).max() ?? 0
    }

    /// Writes a picture unless it is the one that was shown last.
    package func show(_ surface: Surface, label: String) throws(DeviceError) {
        guard !isClosed else { throw .gone(folder) }
        try geometry.check(surface)
        if let last, last.label == label, last.surface == surface { return }
        let bytes: [UInt8]
        do {
            bytes = try PNG.encode(surface)
        } catch {
            throw .mismatch("\(folder): \(error)")
        }
        let digits = String(number + 1)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let word = Self.fileWord(label)
        try DisplayFile.replace("\(folder)/\(padded)\(word.isEmpty ? "" : "-\(word)").png", with: bytes)
        try DisplayFile.replace("\(folder)/latest.png", with: bytes)
        number += 1
        last = (surface, label)
        prune()
    }

    /// Tells whether the display still takes pictures.
    package func poll() -> DisplayHealth { isClosed || access(folder, W_OK | X_OK) != 0 ? .gone : .ok }

    /// Forgets what was shown, so that the next picture counts as new.
    ///
    /// - Throws: ``DeviceError/gone(_:)`` after ``close()``.
    package func reopen() throws(DeviceError) {
        guard poll() == .ok else { throw .gone(folder) }
        last = nil
    }

    /// Refuses pictures from now on; the files stay.
    package func close() {
        isClosed = true
    }

    private func prune() {
        let files = Self.numbered(in: folder).sorted { $0.number < $1.number }
        for file in files.dropLast(kept) { unlink("\(folder)/\(file.name)") }
    }

    /// Lists the files that this kind of display has written.
    private static func numbered(in folder: String) -> [(number: Int, name: String)] {
        DisplayFile.names(in: folder).compactMap { name in
            let digits = name.prefix { ("0"..."9").contains($0) }
            guard name.hasSuffix(".png"), (4...15).contains(digits.count), let number = Int(digits) else { return nil }
            return (number, name)
        }
    }

    /// Keeps of a label what is harmless in a file name.
    private static func fileWord(_ label: String) -> String {
        String(
            label.lowercased().unicodeScalars.prefix(labelLimit).map { scalar in
                ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
            }
        )
    }
}
