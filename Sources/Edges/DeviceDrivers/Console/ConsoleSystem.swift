// SPDX-License-Identifier: Apache-2.0

/// Where virtual terminals come from.
package protocol ConsoleSystem: Sendable {
    /// The virtual terminal that we were started on; nil if there is none.
    func given() -> String?

    /// Opens a terminal for reading and writing, and not as that of this session.
    ///
    /// - Throws: ``DeviceError`` if it cannot be opened.
    func open(_ path: String) throws(DeviceError) -> any ConsoleTerminal

    /// Whether the kernel draws text on framebuffers.
    func drawsText() -> Bool
}
