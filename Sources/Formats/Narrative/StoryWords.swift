// SPDX-License-Identifier: Apache-2.0

import TillCore

/// The languages in which stories are told.
package enum StoryLanguage: String, Sendable, Hashable, CaseIterable {
    /// English.
    case english = "en"

    /// The language's words.
    var words: any StoryWords {
        switch self {
        case .english: EnglishStory()
        }
    }
}

/// A language: every sentence that a story can need. Another language is another type like this.
protocol StoryWords: Sendable {
    /// What a row says; whole sentences.
    func sentence(of happening: Happening, in scene: Scene) -> String
    /// What it meant; a part of a sentence, in the past tense.
    func clause(of consequence: Consequence) -> String
    /// Makes a sentence of such parts.
    func joined(_ clauses: [String]) -> String
    /// That nothing was heard for a while.
    func silence(_ duration: Duration) -> String
    /// That the wall clock was moved against the ledger's time.
    func clockStep(_ duration: Duration) -> String
    /// Where the order stands, what comes by itself, and what a person has to do.
    func standing(_ outlook: Outlook) -> String
    /// That a row makes no sense where it stands.
    var senseless: String { get }
    /// That the order's tables are not what its rows give.
    var otherStory: String { get }
}
