// SPDX-License-Identifier: Apache-2.0

import Glibc
import HTTPTransport
import HTTPTypes
import TillAPI

extension TillClient {
    /// The largest answer, in bytes: a receipt as a picture is far below it.
    private static let answerLimit = 8 * 1024 * 1024

    /// Sends a call once and takes the body of an answer that is no problem.
    func sendOnce(_ call: Call) async throws(ClientError) -> [UInt8] {
        let request = try transportRequest(for: call)
        let answer: TransportAnswer
        do throws(TransportError) {
            answer = try await transport.send(request)
        } catch {
            throw clientError(error)
        }
        if answer.head.status.kind == .successful { return answer.body }
        if let problem = try? WireJSON.message(Problem.self, from: answer.body) {
            throw .problem(problem)
        }
        throw .unreadable("HTTP status \(answer.head.status.code) without a problem document")
    }

    private func transportRequest(for call: Call) throws(ClientError) -> TransportRequest {
        var head = HTTPRequest(
            method: call.verb == .get ? .get : .post, scheme: "http", authority: "localhost",
            path: try call.target())
        var socket: String?
        switch door {
        case .socket(let path):
            socket = path
        case .address(let address, let token):
            head.scheme = address.scheme
            head.authority = address.authority
            head.headerFields[.authorization] = "Bearer \(token)"
        }
        var body: [UInt8] = []
        if let message = call.body {
            do {
                body = try WireJSON.bytes(of: message)
            } catch {
                throw .badAddress("the request cannot be written as JSON: \(error)")
            }
            head.headerFields[.contentType] = "application/json"
        }
        if let key = call.key, let name = HTTPField.Name(IdempotencyKey.header) {
            head.headerFields[name] = key.description
        }
        return TransportRequest(
            head: head, body: body, isQuery: call.verb == .get, unixSocket: socket,
            limit: TransportLimits(
                connect: .seconds(5), total: patience.answer + call.wait,
                answerBytes: Self.answerLimit))
    }

    private func clientError(_ error: TransportError) -> ClientError {
        if Task.isCancelled { return .stopped }
        switch error {
        case .notSent:
            if case .socket(let path) = door, access(path, W_OK) != 0, errno == EACCES {
                return .notAllowed(path)
            }
            return .daemonNotRunning(door.place)
        case .noAnswer(let why): return .noAnswer(why)
        case .tooLong: return .unreadable("it is longer than \(Self.answerLimit) bytes")
        case .badRequest(let why): return .badAddress("the request cannot be sent: \(why)")
        case .stopped: return .stopped
        }
    }
}
