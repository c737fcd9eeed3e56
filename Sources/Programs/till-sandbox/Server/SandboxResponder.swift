// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import SandboxAcquirer
import ServiceLifecycle

/// Hands requests to the bank, and does to the answers what scripts want.
struct SandboxResponder: HTTPResponder {
    typealias Context = SandboxContext

    /// What answers.
    let bank: OpenPayBank
    /// What says when.
    let clock: SandboxClock
    /// What is told when something may have become due.
    let courier: NotifyCourier

    /// Answers one request, as late and as whole as the bank wants it.
    func respond(to request: Request, context: SandboxContext) async throws -> Response {
        let body = try await body(of: request)
        if request.head.path?.split(separator: "?").first == "/sandbox/clock" {
            return await respondClock(request.head, body: body, context: context)
        }
        let delivery = bank.answer(request.head, body: body, from: context.address, now: clock.now, skew: clock.skew)
        courier.ring()
        switch delivery {
        case .answer(let head, let bytes, let delay):
            guard await wait(delay) else { return await lost(context) }
            return response(head, bytes)
        case .lost(let delay):
            _ = await wait(delay)
            return await lost(context)
        case .cut(let head, let bytes, let count, let delay):
            guard await wait(delay) else { return await lost(context) }
            return cut(head, bytes, after: count)
        }
    }

    /// Reads a body up to one byte more than the bank takes, so that the bank can refuse it.
    private func body(of request: Request) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await var buffer in request.body {
            bytes.append(contentsOf: buffer.readBytes(length: buffer.readableBytes) ?? [])
            if bytes.count > OpenPayBank.bodyLimit { return Array(bytes.prefix(OpenPayBank.bodyLimit + 1)) }
        }
        return bytes
    }

    /// Waits, and says whether it came to the end; a stop of the program ends every wait.
    private func wait(_ milliseconds: Int64) async -> Bool {
        guard milliseconds > 0 else { return true }
        return await cancelWhenGracefulShutdown {
            do {
                try await Task.sleep(for: .milliseconds(milliseconds))
                return true
            } catch {
                return false
            }
        }
    }

    private func lost(_ context: SandboxContext) async -> Response {
        await context.cut()
        return Response(status: .serviceUnavailable)
    }

    private func cut(_ head: HTTPResponse, _ bytes: [UInt8], after count: Int) -> Response {
        let part = ByteBuffer(bytes: bytes.prefix(count))
        return Response(
            status: head.status, headers: head.headerFields,
            body: ResponseBody(contentLength: bytes.count) { writer in
                try await writer.write(part)
                throw CutOff()
            })
    }

    private func response(_ head: HTTPResponse, _ bytes: [UInt8]) -> Response {
        Response(
            status: head.status, headers: head.headerFields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func respondClock(_ head: HTTPRequest, body: [UInt8], context: SandboxContext) async -> Response {
        if let refusal = ControlGate.refusal(head, from: context.address) { return refused(.forbidden, refusal) }
        guard head.method == .get || head.method == .post else {
            return refused(.methodNotAllowed, "this path knows GET and POST")
        }
        var sent = 0
        if head.method == .post {
            guard let step = try? JSONDecoder().decode(ClockStep.self, from: Data(body)) else {
                return refused(.badRequest, "send advance_ms, to or next, one of them")
            }
            do {
                let distance = try step.distance(from: clock.now, nextDue: try bank.nextDue())
                sent = try await courier.advance(by: distance)
            } catch SandboxFault.refused(let why) {
                return refused(.badRequest, why)
            } catch {
                return refused(.internalServerError, "the books failed: \(error)")
            }
        }
        let clock = ControlClock(now: RFC3339.text(clock.now), virtual: clock.isVirtual, notifies: sent)
        return json(.ok, "application/json", (try? JSONEncoder().encode(clock)) ?? Data())
    }

    private func refused(_ status: HTTPResponse.Status, _ detail: String) -> Response {
        json(
            status, "application/problem+json",
            (try? JSONSerialization.data(
                withJSONObject: ["status": status.code, "detail": detail] as [String: any Sendable])) ?? Data())
    }

    private func json(_ status: HTTPResponse.Status, _ type: String, _ data: Data) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
    }
}
