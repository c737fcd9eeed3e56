// SPDX-License-Identifier: Apache-2.0

import Foundation
import ScriptedDaemon

/// What the scripted daemon says in these tests.
enum Script {
    static let health = #"""
        {"status":"ok","version":"0.1.0","environment":"sandbox","currency":"CNY","currency_exponent":2,
        "ledger":{"state":"ok","last":"e1-42","open_orders":1,"open_holds":0,"free_bytes":5368709120},
        "accounts":[{"id":"main","provider":"openpay","breaker":"closed","currency":"CNY","currency_exponent":2},
        {"id":"yen","provider":"openpay","breaker":"open","currency":"JPY","currency_exponent":0}],
        "queue":{"waiting":2,"due":1,"oldest_seconds":12},
        "displays":[{"id":"counter","state":"ok","detail":null}],
        "printers":[{"id":"slip","state":"paper_out","detail":"the paper is out: put in a new roll"}]}
        """#

    static let hold = #"""
        {"id":"H1","about":"amount_differs","detail":"the acquirer reports 12.00 CNY, asked were 12.50 CNY",
        "opened_at":"2026-03-01T09:02:00.000Z","settled":null,"decisions":["give_back","leave"],"order":"O1"}
        """#

    static let settledHold = #"""
        {"id":"H1","about":"amount_differs","detail":"the acquirer reports 12.00 CNY, asked were 12.50 CNY",
        "opened_at":"2026-03-01T09:02:00.000Z","decisions":[],
        "settled":{"decision":"give_back","by":"uid:1000","note":"gone","at":"2026-03-01T09:20:00.000Z"}}
        """#

    static func order(
        _ status: String, _ version: Int = 1, payload: String? = nil, holds: String = "",
        money: String = #"{"value":1250,"currency":"CNY"}"#, subject: String = "null"
    ) -> String {
        let attempts = payload.map {
            #"""
            {"reference":"A1","account":"main","state":"presented","reason":null,
            "code":{"payload":"\#($0)","expires_at":null}}
            """#
        }
        return #"""
            {"id":"O1","reference":null,"status":"\#(status)","amount":\#(money),"subject":\#(subject),
            "attempts":[\#(attempts ?? "")],"transactions":[],"refunds":[],"holds":[\#(holds)],"prints":[],
            "opened_at":"2026-03-01T09:00:00.000Z","deadline":"2026-03-01T09:05:00.000Z","seconds_left":287,
            "version":\#(version),"metadata":{}}
            """#
    }

    static func event(_ id: String, _ status: String) -> String {
        #"""
        {"id":"\#(id)","type":"order.changed","order":"O1","at":"2026-03-01T09:00:00.000Z","entry":"codeIssued",
        "status":"\#(status)"}
        """#
    }

    /// A daemon at a fresh socket that also knows its health.
    static func daemon(_ script: [String: [ScriptedAnswer]]) throws -> ScriptedDaemon {
        let path = FileManager.default.temporaryDirectory.appending(
            path: "till-\(UUID().uuidString.prefix(13)).sock")
        let known: [String: [ScriptedAnswer]] = ["GET /v1/health": [.json(health)]]
        return try ScriptedDaemon(at: .socket(path.path), known.merging(script) { $1 })
    }
}
