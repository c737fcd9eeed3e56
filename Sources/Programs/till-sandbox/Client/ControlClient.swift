// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTransport
import HTTPTypes
import SandboxAcquirer

/// The control API of a running sandbox as calls.
struct ControlClient: Sendable {
    /// Where a sandbox listens when nothing else is said.
    static let usualServer = "http://127.0.0.1:8471"
    /// The longest answer that is read, in bytes: books can be long.
    private static let answerLimit = 256 << 20

    private let server: WebAddress
    private let transport: HTTPTransport

    /// Takes the URL of a sandbox.
    init(server: String) throws {
        guard let address = WebAddress(server) else { throw SandboxFault.badURL(server) }
        self.server = address
        transport = try HTTPTransport()
    }

    /// Sends one request and gives the status and the body.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: [String: any Sendable]? = nil,
        patience: Duration = .seconds(30)
    ) async throws -> (status: Int, body: [UInt8]) {
        var head = HTTPRequest(method: method, scheme: server.scheme, authority: server.authority, path: path)
        head.headerFields[.accept] = "application/json"
        if method != .get { head.headerFields[.contentType] = "application/json" }
        let bytes = try body.map { Array(try JSONSerialization.data(withJSONObject: $0)) } ?? []
        let limit = TransportLimits(connect: .seconds(3), total: patience, answerBytes: Self.answerLimit)
        do throws(TransportError) {
            let answer = try await transport.send(
                TransportRequest(head: head, body: bytes, isQuery: method == .get, limit: limit))
            return (answer.head.status.code, answer.body)
        } catch {
            throw SandboxFault.notRunning("\(server.scheme)://\(server.authority)", error.description)
        }
    }

    /// Sends one request to the control API and reads its answer.
    ///
    /// - Throws: ``SandboxFault/refused(_:)`` with the sandbox's own words.
    func call<Answer: Decodable>(
        _ method: HTTPRequest.Method, _ path: String, _ body: [String: any Sendable]? = nil,
        patience: Duration = .seconds(30),
        as: Answer.Type = Answer.self
    ) async throws -> Answer {
        let (status, bytes) = try await send(method, path, body, patience: patience)
        let decoder = JSONDecoder()
        guard status == 200 else {
            guard let problem = try? decoder.decode(ControlProblem.self, from: Data(bytes)) else {
                throw SandboxFault.unreadableAnswer("\(server.scheme)://\(server.authority)")
            }
            throw SandboxFault.refused(problem.detail)
        }
        do {
            return try decoder.decode(Answer.self, from: Data(bytes))
        } catch {
            throw SandboxFault.unreadableAnswer("\(server.scheme)://\(server.authority)")
        }
    }
}
