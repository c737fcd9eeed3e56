// SPDX-License-Identifier: Apache-2.0

/// An order as far as benches look at it.
struct SeenOrder: Decodable, Hashable {
    /// One try to have it paid.
    struct Attempt: Decodable, Hashable {
        /// Its name.
        let reference: String
    }

    /// Its name.
    let id: String
    /// Where it stands.
    let status: String
    /// The tries.
    let attempts: [Attempt]
}
