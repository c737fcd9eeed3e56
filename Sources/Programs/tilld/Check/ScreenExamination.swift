// SPDX-License-Identifier: Apache-2.0

/// Whether screens say what they should, in the language that was asked for.
struct ScreenExamination: Examination {
    /// The displays, and what each shows otherwise than it was asked for.
    let screens: [(name: String, notes: [String])]

    func findings() async -> [Finding] {
        screens.flatMap { screen in
            screen.notes.map {
                .warning(
                    "display \(screen.name)", $0, remedy: "check words and language of the display, and devices.fonts")
            }
        }
    }
}
