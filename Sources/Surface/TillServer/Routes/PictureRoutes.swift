// SPDX-License-Identifier: Apache-2.0

import Raster
import TillAPI
import TillCore
import TillStore

/// Codes and slips as text and pictures.
struct PictureRoutes: Sendable {
    let server: TillServer

    var all: [APIRoute] {
        [.get("/v1/orders/:id/code", code), .get("/v1/orders/:id/receipt", receipt)]
    }

    private func code(_ call: APICall) async throws -> APIAnswer {
        let format = try call.word("format", among: ["text", "png", "svg", "payload"]) ?? "text"
        let order = try await server.ledger.order(OrderID(call.id))
        // A code that is over is not given out: somebody might pay it.
        guard order.status == .code, let payload = order.currentAttempt?.code?.payload else {
            throw Problem(
                .alreadyOver, "\(order.id) shows no code now: it is \(order.status.rawValue)",
                order: order.id.text)
        }
        switch format {
        case "payload": return text(payload)
        case "svg":
            return APIAnswer(mediaType: "image/svg+xml", body: Array(try CodePicture.svg(payload).utf8))
        case "png":
            return APIAnswer(mediaType: "image/png", body: try CodePicture.png(payload))
        default: return text(try CodePicture.text(payload))
        }
    }

    private func receipt(_ call: APICall) async throws -> APIAnswer {
        let word = try call.word("format", among: ["text", "png"]) ?? "text"
        let order = try await server.ledger.order(OrderID(call.id))
        let format = TillServer.SlipFormat(rawValue: word) ?? .text
        guard let slip = try server.surroundings.slip(order, format) else {
            throw Problem.of(OrderError.notPaid(order.id))
        }
        return format == .png
            ? APIAnswer(mediaType: "image/png", body: slip)
            : APIAnswer(mediaType: "text/plain; charset=utf-8", body: slip)
    }

    private func text(_ text: String) -> APIAnswer {
        APIAnswer(mediaType: "text/plain; charset=utf-8", body: Array(text.utf8))
    }
}
