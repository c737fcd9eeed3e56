// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import PrintService
import TillAPI
import TillStore

extension Health {
    /// How the printers do, in the order in which they are enabled.
    func printers() async throws -> [DeviceHealth] {
        var all: [DeviceHealth] = []
        for post in posts {
            let concern = post.isJournal ? try await concern(ofRoll: post) : try await concern(of: post)
            all.append(DeviceHealth(id: post.name, state: concern == nil ? "ok" : "degraded", detail: concern))
        }
        return all
    }

    /// What is wrong with a printer of receipts; nil if nothing is.
    private func concern(of post: PrinterPost) async throws -> String? {
        let reason = await post.printer.driver.condition().reason
        let (count, why) = try await ledger.waitingSlips(of: post.slips)
        let waiting = count > 0 ? "\(count) slip(s) wait" + (why.map { ": \($0)" } ?? "") : nil
        return reason ?? waiting
    }

    /// What is wrong with a journal printer; nil if nothing is, though lines may be on their way.
    private func concern(ofRoll post: PrinterPost) async throws -> String? {
        let condition = await post.printer.driver.condition()
        if let why = condition.reason ?? post.standing.current {
            let waiting = try await figures(ofRoll: post)?.waiting ?? 0
            return waiting > 0 ? "\(waiting) line(s) wait: \(why)" : why
        }
        return condition.paperIsLow ? "its roll is nearly used up: have a new one at hand" : nil
    }

    /// How the roll of a journal printer does; nil before its worker has begun.
    func figures(ofRoll post: PrinterPost) async throws -> RollFigures? {
        try await ledger.rolls().first { $0.name == post.name }
    }

    /// Why lines of journal printers wait, a sentence each.
    var rollFaults: [String] {
        posts.compactMap { post in post.standing.current.map { "the roll of \(post.name) waits: \($0)" } }
    }
}
