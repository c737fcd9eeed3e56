// SPDX-License-Identifier: Apache-2.0

/// That a listener could not listen where the configuration says.
package struct ListenFault: Error, CustomStringConvertible {
    /// The key of the configuration, such as `api.listen`.
    package let key: String
    /// What is wrong, in words for people.
    package let why: String

    /// What is wrong and what to do.
    package var description: String { "\(key): cannot listen there: \(why)" }
}
