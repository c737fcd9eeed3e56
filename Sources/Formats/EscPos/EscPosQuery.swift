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

    /// Asks for one byte about the paper, which comes when everything before it has been taken.
    package static let orderedStatus: [UInt8] = [0x1D, 0x72, 0x01]

    /// Asks for a count that outlives a loss of power; answered by the block `5F digits 00`.
    package static func counter(_ number: UInt8) -> [UInt8] { [0x1D, 0x67, 0x32, 0x00, number, 0x00] }

    /// The number of the count of all cuts, which nobody can set back.
    package static let cuts: UInt8 = 0xB2

    /// Asks for the maker; answered by the block `5F text 00`, as the two below.
    package static let maker: [UInt8] = [0x1D, 0x49, 0x42]
    /// Asks for the model.
    package static let model: [UInt8] = [0x1D, 0x49, 0x43]
    /// Asks for the fonts of two-byte characters.
    package static let fonts: [UInt8] = [0x1D, 0x49, 0x45]

    /// Forgets settings and the text of the line, and switches two-byte characters off.
    package static let reset: [UInt8] = [0x1B, 0x40, 0x1C, 0x2E, 0x1B, 0x52, 0x00]

    /// Asks the printer to tell changes of its state by itself.
    package static let tellChanges: [UInt8] = [0x1D, 0x61, 0xFF]

    /// Tells the printer to drop what it holds and to go on after an error.
    package static let dropAndGoOn: [UInt8] = [0x10, 0x05, 0x02]

    /// Tells the printer to go on with the failed line after an error has been put right.
    package static let goOn: [UInt8] = [0x10, 0x05, 0x01]
}
