// SPDX-License-Identifier: Apache-2.0

/// Bytes that ask a printer something, or bring it back to its senses.
package enum EscPosQuery {
    /// The four kinds of answer to `10 04`.
    package enum Status: UInt8, Sendable, Hashable {
        /// Whether it is online.
        case printer = 1
        /// Why it is offline.
        case offline = 2
        /// What is broken.
        case errors = 3
        /// What the paper sensors see.
        case paper = 4
    }

    /// Asks for a status that is answered at once; stands only between commands.
    package static func realTime(_ status: Status) -> [UInt8] { [0x10, 0x04, status.rawValue] }

    /// Asks for four bytes to come back when everything before them has been printed.
    ///
    /// - Parameter mark: four bytes from 20 to 7E; others are brought into that range.
    package static func fence(_ mark: FenceMark) -> [UInt8] {
        [0x1D, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30] + mark.bytes
    }

    /// Asks the printer to drop all that it has received; answered by the block `37 25 00`.
    package static let clearBuffers: [UInt8] = [
        0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08,
    ]

    /// Ends any command that a printer may be inside of: as many zeros as the longest one has bytes.
    package static let endOfAnyCommand = [UInt8](repeating: 0, count: EscPosLimits.segmentBytes)

    /// Tells the printer to go on with the failed line after an error has been put right.
    package static let goOn: [UInt8] = [0x10, 0x05, 0x01]
}
