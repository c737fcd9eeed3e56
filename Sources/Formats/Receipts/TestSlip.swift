// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// What shows whether a printer is set up right: its edges, its letters, its codes and its blade.
package struct TestSlip: Sendable, Hashable {
    /// The shop, as it calls itself.
    package let merchantName: String
    /// The terminal.
    package let terminal: TerminalID
    /// The name of the printer in the configuration.
    package let printer: String
    /// Its profile.
    package let profile: String
    /// The wall-clock time that is printed.
    package let at: Timestamp
    /// The local time offset that is printed, in seconds east of UTC.
    package let utcOffsetSeconds: Int

    /// Puts the content of a test slip together.
    package init(
        merchantName: String, terminal: TerminalID, printer: String, profile: String, at: Timestamp,
        utcOffsetSeconds: Int
    ) {
        self.merchantName = merchantName
        self.terminal = terminal
        self.printer = printer
        self.profile = profile
        self.at = at
        self.utcOffsetSeconds = utcOffsetSeconds
    }
}

extension SlipContent {
    /// The content of a test slip.
    ///
    /// - Parameter columns: cells of a line.
    package init(_ slip: TestSlip, columns: Int) {
        let time = CivilTime(slip.at, utcOffsetSeconds: slip.utcOffsetSeconds)
        let ruler = String((1...max(columns, 1)).map { Character(String($0 % 10)) })
        self.init(
            section: "test",
            fields: [
                .merchant: slip.merchantName, .terminal: slip.terminal.text, .printer: slip.printer,
                .profile: slip.profile, .date: time.date, .time: time.timeOfDay, .clock: time.hourAndMinute,
                .ruler: ruler, .code: "tilld test \(slip.terminal) \(slip.printer) \(time.date) \(time.timeOfDay)",
            ])
    }
}
