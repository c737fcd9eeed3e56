// SPDX-License-Identifier: Apache-2.0

/// What a scripted daemon does when a request arrives.
package indirect enum ScriptedAnswer: Sendable {
    /// Answers with a status and a body.
    case reply(Int, String, type: String)
    /// Reads the request and closes the connection, as a daemon that is killed.
    case hangUp
    /// Never answers; the connection stays open until the other side closes it.
    case silence
    /// Does something first.
    case after(@Sendable () -> Void, ScriptedAnswer)

    /// Answers with JSON.
    package static func json(_ body: String, status: Int = 200) -> ScriptedAnswer {
        .reply(status, body, type: "application/json")
    }

    /// Answers with a problem document.
    package static func problem(_ status: Int, _ code: String, _ detail: String) -> ScriptedAnswer {
        let body =
            #"{"type":"about:blank","title":"-","status":\#(status),"detail":"\#(detail)","code":"\#(code)"}"#
        return .reply(status, body, type: "application/problem+json")
    }
}
