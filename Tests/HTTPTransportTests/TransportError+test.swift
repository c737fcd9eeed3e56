// SPDX-License-Identifier: Apache-2.0
import HTTPTypes

@testable import HTTPTransport

extension TransportError {
    /// The case without its text.
    var kind: String {
        switch self {
        case .notSent: "notSent"
        case .noAnswer: "noAnswer"
        case .tooLong: "tooLong"
        case .badRequest: "badRequest"
        case .stopped: "stopped"
        }
    }
}

extension HTTPTransport {
    /// Sends and gives the kind of error; "answered" for none.
    func outcome(_ request: TransportRequest) async -> String {
        do throws(TransportError) {
            _ = try await send(request)
            return "answered"
        } catch {
            return error.kind
        }
    }
}

extension TransportRequest {
    static func post(
        _ port: Int, _ path: String = "/v1/payments", scheme: String = "http", body: String = "{}",
        fields: HTTPFields = [:], limit: TransportLimits = TransportLimits()
    ) -> TransportRequest {
        TransportRequest(
            head: HTTPRequest(
                method: .post, scheme: scheme, authority: "127.0.0.1:\(port)", path: path, headerFields: fields),
            body: Array(body.utf8), limit: limit)
    }

    static func get(
        _ port: Int, _ path: String = "/", scheme: String = "http", limit: TransportLimits = TransportLimits()
    ) -> TransportRequest {
        TransportRequest(
            head: HTTPRequest(method: .get, scheme: scheme, authority: "127.0.0.1:\(port)", path: path),
            isQuery: true, limit: limit)
    }
}
