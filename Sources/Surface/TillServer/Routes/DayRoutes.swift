// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillCore

/// What was sold on a day, and its slip.
struct DayRoutes: Sendable {
    let days: TillServer.Days

    var all: [APIRoute] { [.get("/v1/days/:id", show), .post("/v1/days/:id/print", printSlip)] }

    private func show(_ call: APICall) async throws -> APIAnswer {
        try .message(try await days.figures(try Self.day(call.id)))
    }

    private func printSlip(_ call: APICall) async throws -> APIAnswer {
        _ = try call.message(EmptyRequest.self)
        return try .message(try await days.print(try Self.day(call.id)))
    }

    /// The day that a path names; nil is today.
    private static func day(_ text: String) throws -> CalendarDay? {
        if text == "today" { return nil }
        guard let day = CalendarDay(text) else {
            throw Problem(.invalidValue, "\"\(text)\" is no day: write it like 2026-03-01, or today", field: "day")
        }
        return day
    }
}
