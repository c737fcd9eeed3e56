// SPDX-License-Identifier: Apache-2.0

import TillAPI

@testable import TillServer

/// The names of the tokens in a book.
///
/// - Parameter isMaking: whether one more is made first.
func names(of book: TokenBook, making isMaking: Bool = false) throws(Problem) -> [String] {
    if isMaking { _ = try book.make(MakeTokenRequest(name: "one-more", roles: [.sale]), by: "test") }
    return book.resources.map(\.name)
}
