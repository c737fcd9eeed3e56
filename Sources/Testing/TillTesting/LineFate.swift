// SPDX-License-Identifier: Apache-2.0

import ProviderKit

/// What becomes of one request.
enum LineFate: Sendable {
    case unreachable, requestLost, answerLost, broken, whole
    case late(milliseconds: Int64)
    case twice(answeredSecond: Bool)
    case crash(reached: Bool)
}

extension PlayedSandbox.State {
    /// Throws the dice for a request.
    mutating func fate(of request: ProviderRequest) -> LineFate {
        if dice.happens(faults.unreachable) { return .unreachable }
        if dice.happens(faults.crash) { return .crash(reached: dice.happens(0.5)) }
        if dice.happens(faults.requestLost) { return .requestLost }
        if !request.isQuery, dice.happens(faults.late) {
            return .late(milliseconds: dice.number(in: 1000...40_000))
        }
        if dice.happens(faults.twice) { return .twice(answeredSecond: dice.happens(0.5)) }
        if dice.happens(faults.answerLost) { return .answerLost }
        return dice.happens(faults.broken) ? .broken : .whole
    }
}
