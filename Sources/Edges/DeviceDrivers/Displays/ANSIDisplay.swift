// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Glibc
package import Raster

/// A display that is a terminal: two pixels a character, in 24-bit colour.
///
/// Pictures that are larger than the terminal are made smaller by a whole factor, small ones larger.
package actor ANSIDisplay: BlockingDisplay {
    /// What pictures must look like.
    package nonisolated let geometry: DisplayGeometry
    /// Runs this actor on the display's own thread.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// The thread that the display's calls block.
    package nonisolated let thread: DeviceThread
    /// The device's path, for messages.
    package nonisolated let path: String
    private var descriptor: Int32
    private let columns: Int
    private let rows: Int
    private var last: Surface?

    /// Opens a terminal.
    ///
    /// - Parameters:
    ///   - path: such as `/dev/tty`.
    ///   - size: of the pictures; nil takes a pixel a column and two a row, all but the last.
    /// - Throws: what opening the path may.
    package init(path: String, size: (width: Int, height: Int)? = nil) throws(DeviceError) {
        let descriptor = Glibc.open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DeviceError.opening(path, errno: errno, group: "tty") }
        self.init(descriptor: descriptor, path: path, size: size)
    }

    /// Takes a descriptor over; it is closed with the display.
    package init(descriptor: Int32, path: String = "terminal", size: (width: Int, height: Int)? = nil) {
        var window = winsize()
        let known = tilld_ioctl_pointer(descriptor, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 0
        let columns = known ? min(1000, Int(window.ws_col)) : 80
        let rows = known ? min(1000, max(2, Int(window.ws_row))) : 24
        self.descriptor = descriptor
        self.path = path
        self.columns = columns
        self.rows = rows - 1
        thread = DeviceThread(label: "ansi")
        let width = size?.width ?? columns
        geometry = DisplayGeometry(
            width: width,
            height: size?.height ?? 2 * (rows - 1),
            // A pixel of a terminal is as large as a module should be.
            leastModulePixels: size == nil ? 1 : 2
        )
    }

    isolated deinit {
        if descriptor >= 0 { _ = Glibc.close(descriptor) }
    }

    /// Draws a picture unless it is on the terminal already.
    package func show(_ surface: Surface, label: String) throws(DeviceError) {
        guard descriptor >= 0 else { throw .gone(path) }
        try geometry.check(surface)
        guard surface != last else { return }
        let text = Self.text(surface, columns: columns, rows: rows)
        try DisplayFile.write(Array(("\u{1B}[?25l\u{1B}[H" + text).utf8), to: descriptor, path: path)
        last = surface
    }

    /// Tells whether the display still takes pictures.
    package func poll() -> DisplayHealth { descriptor < 0 ? .gone : .ok }

    /// Forgets what was shown, so that the next picture counts as new.
    ///
    /// - Throws: ``DeviceError/gone(_:)`` after ``close()``.
    package func reopen() throws(DeviceError) {
        guard descriptor >= 0 else { throw .gone(path) }
        last = nil
    }

    /// Gives the terminal its colours and cursor back.
    package func close() {
        guard descriptor >= 0 else { return }
        // The terminal may be gone already, and then there is nobody to tell.
        try? DisplayFile.write(Array("\u{1B}[0m\u{1B}[?25h\n".utf8), to: descriptor, path: path)
        _ = Glibc.close(descriptor)
        descriptor = -1
    }

    /// Writes a picture as rows of half blocks.
    static func text(_ surface: Surface, columns: Int, rows: Int) -> String {
        let down = max(
            1,
            (surface.width + columns - 1) / columns,
            (surface.height + 2 * rows - 1) / (2 * rows)
        )
        let up = down > 1 ? 1 : max(1, min(columns / surface.width, 2 * rows / surface.height))
        let width = surface.width * up / down
        let height = surface.height * up / down
        func pixel(_ x: Int, _ y: Int) -> UInt32 {
            y < height ? surface[x * down / up, y * down / up] : 0
        }
        var text = ""
        for y in stride(from: 0, to: height, by: 2) {
            var colors: (upper: UInt32, lower: UInt32)?
            for x in 0..<width {
                let upper = pixel(x, y)
                let lower = pixel(x, y + 1)
                if colors?.upper != upper || colors?.lower != lower {
                    text += "\u{1B}[38;2;\(parts(upper));48;2;\(parts(lower))m"
                    colors = (upper, lower)
                }
                text += "▀"
            }
            text += "\u{1B}[0m\r\n"
        }
        return text
    }

    private static func parts(_ pixel: UInt32) -> String {
        "\((pixel >> 16) & 0xFF);\((pixel >> 8) & 0xFF);\(pixel & 0xFF)"
    }
}
