// SPDX-License-Identifier: Apache-2.0

/// Decides when electronic paper is cleaned: what was on it before shines through, and through a code
/// nothing may shine.
struct PaperRhythm: Hashable, Sendable {
    /// How a picture comes onto the paper.
    enum Refresh: Hashable, Sendable {
        /// All black, all white, and then the picture.
        case full
        /// Only what has changed.
        case partial
    }

    /// After how many partial refreshes a full one is due; 0 is never.
    let fullEvery: Int
    /// Full refreshes so far.
    private(set) var fullCount = 0
    /// Partial refreshes so far.
    private(set) var partialCount = 0
    private var partialsInRow = 0
    private var cleanedAt: Duration?

    /// How often it is cleaned unless its profile says something else.
    static let usualEvery = 5
    /// How long a full refresh takes unless its profile says something else.
    static let usualFull: Duration = .seconds(2)
    /// How long a picture may stand before the paper is cleaned.
    static let longest: Duration = .seconds(24 * 3600)
    /// The kind of picture that has a code.
    static let codeLabel = "code"

    /// Starts counting.
    init(fullEvery: Int) {
        self.fullEvery = fullEvery
    }

    /// Decides for a picture that is about to be shown, and counts it.
    ///
    /// - Parameters:
    ///   - label: what kind of picture it is.
    ///   - isNew: whether the last one was of another kind.
    ///   - now: any clock's time.
    mutating func next(label: String, isNew: Bool, at now: Duration) -> Refresh {
        let isCode = label == Self.codeLabel
        // A code that vanishes for seconds cannot be scanned, so that it is cleaned only as it comes.
        let isDue = isCode ? isNew : (fullEvery > 0 && partialsInRow >= fullEvery) || isOld(at: now)
        guard isDue || cleanedAt == nil else {
            partialCount += 1
            partialsInRow += 1
            return .partial
        }
        fullCount += 1
        partialsInRow = 0
        cleanedAt = now
        return .full
    }

    /// Tells whether the paper has not been cleaned for a day.
    func isOld(at now: Duration) -> Bool {
        cleanedAt.map { now - $0 >= Self.longest } ?? false
    }
}
