// SPDX-License-Identifier: Apache-2.0

import SelfScan

/// Decides what follows from what a display says that it shows, while a code is up.
///
/// Devices differ in what they tell. One that has told the truth once is believed from then on; of one that never has,
/// only a code that stays wrong counts, since memory that cannot be read back looks like a picture without a code.
/// See <doc:0019-the-glass-is-read-back>.
struct GlassWatch: Sendable, Hashable {
    /// What was seen.
    enum Sight: Sendable, Hashable {
        /// The device cannot be read.
        case unreadable
        /// It looks as it was sent.
        case asSent
        /// It looks otherwise, and its code says what it should.
        case sameCode
        /// It looks otherwise, and so is its code.
        case other(ScanVerdict)
    }

    /// What is to be done.
    enum Step: Sendable, Hashable {
        /// Nothing.
        case leave
        /// Send the picture again: others have drawn on the glass.
        case redraw
        /// Take the code off the glass and call a person.
        case withhold(ScanVerdict)
    }

    /// Whether the device has ever said what it was sent.
    private(set) var isTrusted = false
    /// Whether it is not asked any more, since it does not say what it shows.
    private(set) var isBlind = false
    /// Whether it could not be read the last time.
    private(set) var isSilent = false
    /// Whether the last look was a wrong one, and the picture was sent again.
    private var isDoubted = false

    /// Takes a sight, and says what follows.
    mutating func step(_ sight: Sight) -> Step {
        isSilent = sight == .unreadable
        switch sight {
        case .unreadable:
            return .leave
        case .asSent:
            isTrusted = true
            isDoubted = false
            return .leave
        case .sameCode:
            isDoubted = false
            // What a device that was never true to the pixel shows is its own way of showing it.
            return isTrusted ? .redraw : .leave
        case .other(.matches), .other(.notRead):
            return .leave
        case .other(.noCode) where !isTrusted && isDoubted:
            isBlind = true
            return .leave
        case .other(let verdict):
            let isCertain = isDoubted || isTrusted && verdict != .noCode
            guard isCertain else {
                isDoubted = true
                return .redraw
            }
            isDoubted = false
            return .withhold(verdict)
        }
    }

    /// Begins with the next code; what is known of the device stays known.
    mutating func begin() { isDoubted = false }
}
