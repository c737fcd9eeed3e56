// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon
import TillAPI

@testable import TillClient

/// What the scripted daemon says in these tests, and a client that speaks to it.
enum Wire {
    static let opening = OpenOrderRequest(amount: AmountRequest(decimal: "12.50", currency: "CNY"))

    static func order(_ status: String, version: Int = 1) -> String {
        #"""
        {"id":"O1","reference":null,"status":"\#(status)","amount":{"value":1250,"currency":"CNY"},"subject":null,
        "attempts":[],"transactions":[],"refunds":[],"holds":[],"prints":[],"opened_at":"2026-03-01T09:00:00.000Z",
        "deadline":"2026-03-01T09:05:00.000Z","seconds_left":300,"version":\#(version),"metadata":{}}
        """#
    }

    static func event(_ id: String) -> String {
        #"{"id":"\#(id)","type":"order.changed","order":"O1","at":"2026-03-01T09:00:00.000Z","entry":"x","status":"code"}"#
    }

    /// A path that nobody listens at yet.
    static func freshPath() -> String {
        let folder = FileManager.default.temporaryDirectory
        return folder.appending(path: "till-\(UUID().uuidString.prefix(13)).sock").path
    }

    static func daemon(_ script: [String: [ScriptedAnswer]]) throws -> ScriptedDaemon {
        try ScriptedDaemon(at: .socket(freshPath()), script)
    }

    static func client(_ daemon: ScriptedDaemon, _ clock: InstantClock = InstantClock()) throws
        -> TillClient
    {
        try TillClient(socket: daemon.place, clock: clock)
    }
}
