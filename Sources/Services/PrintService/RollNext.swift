// SPDX-License-Identifier: Apache-2.0

import TillCore

/// What a roll is to print next.
enum RollNext {
    /// A job.
    case page(RollPage)
    /// Nothing, until a new line comes or the day is over.
    case rest(until: Timestamp?)
}
