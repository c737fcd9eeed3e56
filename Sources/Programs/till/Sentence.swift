// SPDX-License-Identifier: Apache-2.0

/// An error of the program itself: what is wrong and what to do.
struct Sentence: Error {
    /// The sentence, lower case, no full stop.
    let text: String
}
