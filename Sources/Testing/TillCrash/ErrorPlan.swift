// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Which calls fail, and how the daemon may take it.
struct ErrorPlan {
    let name: String
    let calls: [FaultBoard.Call]
    let kinds: [FaultBoard.Kind]
    let errors: [Int32]
    var action = FaultBoard.Action.error
    /// Whether a failure means that nobody knows what is saved: then it has to end at once with 74.
    ///
    /// Where there is no room left it may refuse instead, as long as nothing is sent.
    var isFatal = false
    /// The furthest call that fails from then on; a network that is gone is gone from the first call on.
    var lastingUpTo = Int.max

    /// Errors of a disk.
    private static let disk = [EIO, ENOSPC, EDQUOT, EROFS]

    static let all = [
        ErrorPlan(name: "log write", calls: [.write], kinds: [.log], errors: disk, isFatal: true),
        ErrorPlan(name: "log sync", calls: [.sync], kinds: [.log], errors: [EIO, ENOSPC], isFatal: true),
        ErrorPlan(name: "log short", calls: [.write], kinds: [.log], errors: [0], action: .short, lastingUpTo: 0),
        ErrorPlan(
            name: "paper", calls: [.open, .write, .sync, .close], kinds: [.paper], errors: [EIO, ENOSPC],
            lastingUpTo: 1),
        ErrorPlan(
            name: "paper short", calls: [.write], kinds: [.paper], errors: [0], action: .short, lastingUpTo: 0),
        ErrorPlan(name: "screen", calls: [.open, .write, .rename], kinds: [.screen], errors: [ENOSPC], lastingUpTo: 1),
        ErrorPlan(
            name: "accept", calls: [.accept], kinds: [.tcp], errors: [EMFILE, ECONNABORTED, ENETUNREACH],
            lastingUpTo: 0),
        ErrorPlan(name: "client accept", calls: [.accept], kinds: [.local], errors: [EMFILE, ENFILE], lastingUpTo: 1),
        ErrorPlan(
            name: "connect", calls: [.socket, .connect], kinds: [.tcp], errors: [EMFILE, ENETUNREACH], lastingUpTo: 1),
        ErrorPlan(
            name: "talk", calls: [.send, .receive], kinds: [.tcp], errors: [ECONNRESET, EPIPE], lastingUpTo: 1),
        ErrorPlan(
            name: "client talk", calls: [.send, .receive], kinds: [.local], errors: [ECONNRESET, EPIPE],
            lastingUpTo: 1),
    ]

    /// What can fail where no client is there: when it starts and when it is asked to end.
    static let alone = [
        ErrorPlan(
            name: "disk", calls: [.write, .sync, .truncate, .unlink], kinds: [.ledger, .log, .beside],
            errors: [EIO, ENOSPC, EROFS]),
        ErrorPlan(name: "read", calls: [.read], kinds: [.ledger, .log], errors: [EIO]),
        ErrorPlan(name: "open", calls: [.open], kinds: [.ledger, .log, .beside], errors: [EMFILE, EROFS, EIO]),
    ]
}
