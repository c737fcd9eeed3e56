// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TillAPI
import TillClient

/// Opens one sale and stays with it.
///
/// Everything that can happen arrives as ``PayNews`` in one stream, so that the view is touched by
/// one loop only.
struct PayFlow {
    /// The way to the daemon.
    let client: TillClient
    /// What is sold.
    let request: OpenOrderRequest
    /// The key of opening.
    let key: IdempotencyKey
    /// The key of giving up.
    let cancelKey: IdempotencyKey
    /// Where news goes in.
    let source: AsyncStream<PayNews>.Continuation
    /// Whether the code is drawn, which needs the drawing and the time.
    let isDrawn: Bool

    /// Runs the sale to its end.
    ///
    /// - Returns: The exit status.
    func run(_ news: AsyncStream<PayNews>, on place: some PayView) async throws -> ExitCode {
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask { await sell() }
            if isDrawn { group.addTask { await count() } }
            var view = place
            var standing = Standing()
            for await item in news {
                switch item {
                case .order(let order):
                    if let status = try take(order, &standing, &view, &group) { return status }
                case .drawing(let payload, let lines):
                    view.show(drawing: lines, of: payload)
                case .second:
                    view.secondPassed()
                case .interrupted:
                    if let status = interrupted(&standing, &view, &group) { return status }
                case .cancelRefused(let error):
                    view.say("could not cancel: \(error)")
                case .lost(let error):
                    view.leave()
                    if let id = standing.id { Failure.say(Self.goesOn(id)) }
                    throw error
                }
            }
            return .failure
        }
    }

    /// What the loop remembers between news.
    private struct Standing {
        var id: String?
        var isCancelWanted = false
        var isCancelSent = false
        var drawnPayload: String?
    }

    private func take(
        _ order: OrderResource, _ standing: inout Standing, _ view: inout some PayView,
        _ group: inout ThrowingTaskGroup<Void, any Error>
    ) throws -> ExitCode? {
        standing.id = order.id
        guard !order.status.isFinal else {
            try view.end(order)
            return ExitStatus.ofSale(order)
        }
        try view.show(order)
        sendCancel(&standing, &group)
        if isDrawn, let code = order.presentedCode, standing.drawnPayload != code.payload {
            standing.drawnPayload = code.payload
            group.addTask { await draw(order.id, code.payload) }
        }
        return nil
    }

    private func interrupted(
        _ standing: inout Standing, _ view: inout some PayView,
        _ group: inout ThrowingTaskGroup<Void, any Error>
    ) -> ExitCode? {
        guard !standing.isCancelWanted else {
            view.leave()
            Failure.say(
                standing.id.map(Self.goesOn)
                    ?? "left before the daemon answered: look at the sales with \"till order list\""
            )
            return .failure
        }
        standing.isCancelWanted = true
        view.say("cancelling: press Ctrl-C again to leave the sale to the daemon")
        sendCancel(&standing, &group)
        return nil
    }

    private func sendCancel(
        _ standing: inout Standing, _ group: inout ThrowingTaskGroup<Void, any Error>
    ) {
        guard standing.isCancelWanted, !standing.isCancelSent, let id = standing.id else { return }
        standing.isCancelSent = true
        group.addTask { await cancel(id) }
    }

    private static func goesOn(_ id: String) -> String {
        "the sale goes on: follow it with \"till order watch \(id)\""
    }
}

extension PayFlow {
    private func sell() async {
        do throws(ClientError) {
            let opened = try await client.openOrder(request, key: key)
            source.yield(.order(opened))
            for try await order in client.changes(after: opened) { source.yield(.order(order)) }
        } catch {
            source.yield(.lost(error))
        }
    }

    private func cancel(_ id: String) async {
        do throws(ClientError) {
            // What it leads to arrives as a change of the sale.
            _ = try await client.cancelOrder(id, key: cancelKey)
        } catch {
            // A sale that ended first is about to show its own end.
            if case .problem(let problem) = error,
                [.alreadyPaid, .alreadyOver].contains(problem.code)
            {
                return
            }
            source.yield(.cancelRefused(error))
        }
    }

    private func draw(_ id: String, _ payload: String) async {
        // Without a drawing the view shows what is in the code, so a failure needs no words.
        guard let text = try? await client.code(of: id, as: .text) else { return }
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
        source.yield(.drawing(payload: payload, lines: lines))
    }

    private func count() async {
        while (try? await ContinuousClock().sleep(for: .seconds(1))) != nil {
            source.yield(.second)
        }
    }
}
