// SPDX-License-Identifier: Apache-2.0

import ProviderConformance
import Testing

@Suite struct `The conformance kit` {
    static let finds: [(Weakness, ConformanceCheck)] = [
        (.believesEverything, .unsigned), (.believesEverything, .stale),
        (.believesEverything, .changedReplies),
        (.believesEverything, .gibberish), (.takesSilenceForPaid, .unheardOf),
        (.takesSilenceForPaid, .words),
        (.closesOnANo, .closing), (.usesOurAmount, .otherAmounts), (.marksAllAsQueries, .queries),
        (.saysItsSecret, .secrets), (.asksForEver, .closing), (.changesItsMind, .sameContent),
        (.readsAnyNotify, .notifies), (.reportsANoAsBusy, .refusals),
        (.believesAnyStatement, .statements), (.believesACutStatement, .statements),
        (.skipsStrangeLines, .statements), (.roundsStatements, .statements),
        (.losesRefunds, .statements),
    ]

    @Test(arguments: finds)
    func `finds a weakness`(weakness: Weakness, check: ConformanceCheck) {
        let subject = WeakSubject(weakness: weakness)

        // Passes only if the check records an issue.
        withKnownIssue { try check.run(on: subject) }
    }
}
