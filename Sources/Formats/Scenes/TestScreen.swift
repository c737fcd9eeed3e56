// SPDX-License-Identifier: Apache-2.0

/// Says what a person who sets a display up looks at.
package struct TestScreen: Hashable, Sendable {
    /// The display's name in the configuration.
    package let name: String
    /// A code that pays nothing.
    package let code: CodeScreen

    /// Makes a screen.
    package init(name: String, payload: String = TestScreen.usualPayload) {
        self.name = name
        code = CodeScreen(
            payload: payload, amount: ShownAmount(text: "0", sign: "", code: "XXX"), merchant: name)
    }

    /// A text that pays nothing, and is as long as those of acquirers.
    package static let usualPayload = "https://pay.example/test/0000000000000000000"
}
