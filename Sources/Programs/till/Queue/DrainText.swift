// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// How far the draining is, in words.
enum DrainText {
    /// One line: `3 pieces of work of 2 sales are owed, the oldest for 2 min: create 01J…`.
    static func progress(_ drain: DrainResource) -> String {
        guard drain.owed > 0, let oldest = drain.oldest else {
            let watched = drain.watched
            return "drained: nothing is owed"
                + (watched == 0 ? "" : ", and \(count(watched, "look")) at sales that are over can wait")
        }
        let are = drain.owed == 1 ? "is" : "are"
        let stuck = drain.stuck == 0 ? "" : ", \(drain.stuck) of them for a person"
        return "\(count(drain.owed, "piece")) of work of \(count(drain.orders, "sale")) \(are) owed"
            + "\(stuck), the oldest for \(QueueText.age(oldest.ageSeconds)): "
            + "\(oldest.what.rawValue) \(oldest.order) \(oldest.detail)"
    }

    /// Whether there is something new to say; that time passes is not.
    static func isNews(_ drain: DrainResource, after before: DrainResource) -> Bool {
        drain.owed != before.owed || drain.orders != before.orders || drain.stuck != before.stuck
            || drain.oldest?.id != before.oldest?.id
    }

    private static func count(_ number: Int, _ thing: String) -> String {
        "\(number) \(thing)\(number == 1 ? "" : "s")"
    }
}
