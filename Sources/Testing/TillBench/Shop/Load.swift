// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Requests by several clients at once, each of which sends its next one when it has its answer.
struct Load {
    /// Where to.
    let door: Door
    /// How many clients.
    let clients: Int

    /// What came of it.
    struct Outcome {
        /// Seconds from each request to its whole answer, in the order of the requests.
        var times: [Double]
        /// The answers, in the same order.
        var answers: [Answer]
        /// Seconds from the first request to the last answer.
        var whole: Double

        /// Answers a second.
        var rate: Double { Double(answers.count) / whole }
    }

    /// The longest that all clients wait for any answer, in milliseconds.
    private static let patience: Int32 = 30_000

    /// Sends requests until all are answered. Connections are made before the time begins.
    ///
    /// - Throws: ``BenchFault`` if one is not answered, or with another status.
    func run(_ requests: [[UInt8]], expecting status: Int) throws(BenchFault) -> Outcome {
        var lanes: [Lane] = []
        for _ in 0..<min(clients, requests.count) { lanes.append(try Lane(door)) }
        var numbers = Array(lanes.indices)
        var times = [Double](repeating: 0, count: requests.count)
        var answers = [Answer?](repeating: nil, count: requests.count)
        var next = lanes.count
        var left = requests.count
        let start = Ticks.now()
        for (lane, request) in zip(lanes, requests) { try lane.send(request) }
        var waiting = lanes.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        while left > 0 {
            guard poll(&waiting, nfds_t(waiting.count), Self.patience) > 0 else {
                throw .missing("\(left) requests are not answered")
            }
            for index in waiting.indices where waiting[index].revents != 0 {
                guard let answer = try lanes[index].receive() else { continue }
                times[numbers[index]] = Ticks.now() - lanes[index].sentAt
                guard answer.status == status else {
                    throw .control("an answer is \(answer.status) instead of \(status): \(answer.text.prefix(200))")
                }
                answers[numbers[index]] = answer
                left -= 1
                if next < requests.count {
                    numbers[index] = next
                    try lanes[index].send(requests[next])
                    next += 1
                } else {
                    waiting[index].fd = -1
                }
            }
        }
        return Outcome(times: times, answers: answers.compactMap(\.self), whole: Ticks.now() - start)
    }
}
