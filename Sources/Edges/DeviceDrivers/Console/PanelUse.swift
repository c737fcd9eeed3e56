// SPDX-License-Identifier: Apache-2.0

/// Says what a panel is used for, which decides how much light it needs.
package enum PanelUse: Hashable, Sendable {
    /// A camera reads a code from it.
    case code
    /// Somebody may look at it.
    case awake
    /// Nothing is going on.
    case idle

    /// Tells it from the word that comes with a picture.
    package init(label: String) {
        switch label {
        case "code": self = .code
        case "idle": self = .idle
        default: self = .awake
        }
    }
}
