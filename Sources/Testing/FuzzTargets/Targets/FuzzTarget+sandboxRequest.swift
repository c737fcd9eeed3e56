// SPDX-License-Identifier: Apache-2.0

extension FuzzTarget {
    /// What the sandbox is sent: bodies, paths, scripts, times.
    static let sandboxRequest = FuzzTarget(
        "sandbox-request",
        words: [
            "paid_after:5", "+", "notify_lost", "paid_at_once", "slow:250ms", "refund_failed",
            "/v1/payments?order_no=7",
            "%E8%8C%B6", "%2", "?", "&", "=", "http://127.0.0.1:8471/", "https://", "{\"a\":1}", "[",
            "2026-01-01T00:00:00Z",
        ], longest: 1024
    ) { input in
        let text = String(decoding: input, as: UTF8.self)
        let path = RequestPath(text)
        guard path.segments.count <= text.utf8.count + 1 else { return .broken("more segments than bytes") }
        if let address = WebAddress(text), WebAddress(address.description)?.description != address.description {
            return .broken("an address changed")
        }
        if let time = RFC3339.milliseconds(text), RFC3339.milliseconds(RFC3339.text(time)) != time, time >= 0 {
            return .broken("a time changed")
        }
        if let script = try? Script(text), (try? Script(script.description)) != script {
            return .broken("a script changed")
        }
        if let file = try? ScriptFile(text), file.scripts.isEmpty { return .broken("a file without a script") }
        do throws(JSONFault) {
            let value = try JSONParser.value(of: input)
            guard try JSONParser.value(of: value.bytes) == value else { return .broken("a value changed") }
            guard try JSONParser.value(of: Array(value.canonical.utf8)).canonical == value.canonical else {
                return .broken("equal content is not equal text")
            }
            return .read
        } catch {
            return .refused
        }
    }
}
