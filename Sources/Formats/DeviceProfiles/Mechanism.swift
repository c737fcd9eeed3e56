// SPDX-License-Identifier: Apache-2.0

/// Cutter, drawer, buzzer and speed of a printer.
package struct Mechanism: Sendable, Hashable {
    /// What its blade does.
    package let cutter: Cutter
    /// The command that makes it cut.
    package let cutCommand: CutCommand
    /// The pins of the drawer socket that it can drive: 2, 5.
    package let drawerPins: [Int]
    /// How long the drawer's coil is driven, in milliseconds.
    package let pulseOnMs: Int
    /// How long it rests, in milliseconds.
    package let pulseOffMs: Int
    /// How it beeps.
    package let buzzer: Buzzer
    /// Millimetres a second.
    package let speed: Int
    /// The bytes that it takes before it prints.
    package let bufferBytes: Int
    /// The most bytes that are handed to its port at once.
    package let chunkBytes: Int
}
