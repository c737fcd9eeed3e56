// SPDX-License-Identifier: Apache-2.0

package import DeviceProfiles
package import Receipts

/// What a person may have a printer do between two slips.
package enum PrinterErrand: Sendable {
    /// Print a slip that is lost if it breaks off: a test, or figures that can be asked for again.
    case print(SlipContent)
    /// Say what it answers.
    case examine
}

/// What came of an errand.
package enum PrinterOutcome: Sendable, Hashable {
    /// All of the slip went out; `confirmed` if the printer said that it is on paper.
    case printed(confirmed: Bool)
    /// What it answers.
    case examined(PrinterFindings)
    /// Why nothing came of it, in words for people.
    case failed(String)
}
