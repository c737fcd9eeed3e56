// SPDX-License-Identifier: Apache-2.0

package import ProviderKit
package import TillCore

extension OpenPayProvider {
    /// Asks with `GET /statements/{yyyy-MM-dd}`.
    package func fetchStatement(of day: CalendarDay) throws(ProviderError)
        -> Exchange<StatementReading>
    {
        gateway.exchange(.statement(of: day)) { answer throws(ProviderError) in
            if let problem = answer.problem {
                guard problem.saysNotFound, problem.pause != nil else { throw problem.error }
                return .answered(.notYet("\(problem.words) (\(problem.code))"))
            }
            let lines = try StatementReader.lines(of: answer.body)
            return .answered(.statement(Statement(day: day, lines: lines, raw: answer.body)))
        }
    }
}
