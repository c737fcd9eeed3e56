// SPDX-License-Identifier: Apache-2.0

import Foundation
import JournalChain
import Logging
import ServiceLifecycle
import TillAPI
import TillCore
import TillStore

/// Keeps the head of the journal in a file outside the ledger, once a day by the shop's calendar.
///
/// A file that cannot be written is tried again an hour later; sales go on without it.
struct PinKeeper: Service {
    let file: PinFile
    let ledger: Ledger
    let timeZone: TimeZone
    let wall: @Sendable () -> Timestamp
    let clock: any Clock<Duration>
    let logger: Logger

    /// How often it looks whether another day began.
    static let pause: Duration = .seconds(3600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await keep()
                // Cancelled when the daemon stops, and that is no error.
                try? await clock.sleep(for: Self.pause)
            }
        }
    }

    /// Appends a line unless the last one is of today.
    func keep() async {
        do {
            let now = wall()
            if let last = file.last.flatMap({ Self.time(of: $0) }), day(of: last) == day(of: now) { return }
            let head = try await ledger.head()
            try file.append("\(head.pin.text) \(WireTime(milliseconds: now.milliseconds).text)")
        } catch {
            logger.error("the journal's head was not kept", metadata: ["why": "\(error)"])
        }
    }

    /// When a line was written.
    private static func time(of line: String) -> Timestamp? {
        line.split(separator: " ").last.flatMap { WireTime(text: String($0)) }
            .map { Timestamp(milliseconds: $0.milliseconds) }
    }

    private func day(of time: Timestamp) -> DateComponents {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let date = Date(timeIntervalSince1970: Double(time.milliseconds) / 1000)
        return calendar.dateComponents([.year, .month, .day], from: date)
    }
}
