// SPDX-License-Identifier: Apache-2.0

/// An open virtual terminal: the requests of the kernel that owning one takes.
///
/// What changes something answers 0 or the `errno` of the request.
/// Source: ioctl_console(2); Linux `include/uapi/linux/kd.h` and `include/uapi/linux/vt.h`.
package protocol ConsoleTerminal: Sendable {
    /// Whether its pictures are a program's; nil if it is no virtual terminal, or was hung up.
    func isInGraphics() -> Bool?

    /// Keeps the kernel from drawing text, or lets it.
    func setGraphics(_ isOn: Bool) -> Int32

    /// How it is handed over; nil if it is no virtual terminal, or was hung up.
    func switching() -> ConsoleSwitching?

    /// Sets how it is handed over; the calling thread becomes the owner.
    func setSwitching(_ switching: ConsoleSwitching) -> Int32

    /// The number of the terminal that is on the screen; nil if that cannot be said.
    func front() -> Int?

    /// Asks for a terminal to come to the screen, and does not wait until it is there.
    func bringToFront(_ number: Int) -> Int32

    /// Allows the switch that was asked for by the signal of release.
    func letGo() -> Int32

    /// Confirms the switch that was told by the signal of acquisition.
    func acknowledge() -> Int32

    /// Makes it the terminal of this session, if it is nobody else's.
    func claim() -> Int32

    /// The local flags of its line; nil if they cannot be read.
    func lineFlags() -> UInt32?

    /// Sets the local flags of its line, and drops what was typed and not read.
    func setLineFlags(_ flags: UInt32) -> Int32

    /// Writes text, for when the kernel draws it.
    func write(_ text: String)

    /// Closes it; nothing is given back by that.
    func close()
}
