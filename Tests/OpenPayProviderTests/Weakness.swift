// SPDX-License-Identifier: Apache-2.0

/// What can be wrong with a provider.
enum Weakness: String, CaseIterable, Sendable {
    case believesEverything, takesSilenceForPaid, closesOnANo, usesOurAmount, marksAllAsQueries,
        saysItsSecret
    case asksForEver, changesItsMind, readsAnyNotify, reportsANoAsBusy
    case believesAnyStatement, believesACutStatement, skipsStrangeLines, roundsStatements, losesRefunds
}
