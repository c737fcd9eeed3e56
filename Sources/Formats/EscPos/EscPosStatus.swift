// SPDX-License-Identifier: Apache-2.0

/// Reads what a printer sends, byte by byte, and tells its kinds of answers apart.
///
/// The fixed bits of the first byte decide:
/// ```
/// 11, 13                        flow control, if the link uses it
/// (b & 93) == 12                answer to 10 04
/// (b & 93) == 10                automatic status, three more bytes with (x & 90) == 0
/// 35 37 39 3B 3D 53 5F          block, up to 00
/// (b & 90) == 0                 answer to a request of the stream
/// ```
package struct EscPosStatus: Sendable {
    private let usesFlowControl: Bool
    private var pending: [UInt8] = []

    /// The longest block that is believed, in bytes; a longer one is noise.
    package static let longestBlock = 256

    /// Starts at the beginning of an answer.
    ///
    /// - Parameter usesFlowControl: whether XON and XOFF may stand between any two bytes.
    package init(usesFlowControl: Bool = false) {
        self.usesFlowControl = usesFlowControl
    }

    /// Takes bytes in and returns the answers that are complete.
    package mutating func read(_ bytes: [UInt8]) -> [EscPosAnswer] {
        bytes.flatMap { take($0) }
    }

    private mutating func take(_ byte: UInt8) -> [EscPosAnswer] {
        if usesFlowControl, byte == 0x11 || byte == 0x13 { return [.flow(byte)] }
        guard let first = pending.first else { return start(byte) }
        if Self.startsBlock(first) { return continueBlock(byte) }

        // An automatic status whose next bytes do not fit was none: begin again with this byte.
        guard byte & 0x90 == 0 else {
            pending = []
            return start(byte)
        }
        pending.append(byte)
        guard pending.count == 4, let status = AutomaticStatus(bytes: pending) else { return [] }
        pending = []
        return [.automatic(status)]
    }

    private mutating func start(_ byte: UInt8) -> [EscPosAnswer] {
        if byte & 0x93 == 0x12 { return [.realTime(byte)] }
        if byte & 0x93 == 0x10 || Self.startsBlock(byte) {
            pending = [byte]
            return []
        }
        return byte & 0x90 == 0 ? [.ordered(byte)] : []
    }

    private mutating func continueBlock(_ byte: UInt8) -> [EscPosAnswer] {
        guard byte == 0 else {
            pending.append(byte)
            if pending.count > Self.longestBlock { pending = [] }
            return []
        }
        let header = pending[0]
        let payload = Array(pending.dropFirst())
        pending = []
        guard header == 0x37 else { return [.block(header: header, payload: payload)] }
        if payload == [0x25] { return [.cleared] }
        if payload.first == 0x22, let mark = FenceMark(payload: Array(payload.dropFirst())) {
            return [.fence(mark)]
        }
        return [.block(header: header, payload: payload)]
    }

    private static func startsBlock(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x35, 0x37, 0x39, 0x3B, 0x3D, 0x53, 0x5F: true
        default: false
        }
    }
}
