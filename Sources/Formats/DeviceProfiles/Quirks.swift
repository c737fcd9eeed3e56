// SPDX-License-Identifier: Apache-2.0

/// What a printer does otherwise than others.
package struct Quirks: Sendable, Hashable {
    /// What makes it forget the data it has received.
    package let losesBufferOn: [BufferLoss]
    /// Whether a carriage return feeds a line.
    package let crIsLf: Bool
    /// The most bytes a second that it can take, because it has no flow control; 0 is no limit.
    package let needsPacing: Int
    /// Whether it says that it is offline when it is not: only the cause and the paper tell then.
    package let oddOfflineBit: Bool
    /// Commands that it prints as text instead of ignoring them.
    package let printsAsText: [UnknownCommand]
}
