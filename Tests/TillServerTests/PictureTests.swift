// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing
import TillAPI
import TillCore
import TillStore

@Suite struct `Codes and slips` {
    private func codes(_ bytes: [UInt8], _ name: String) async throws -> [String] {
        let folder = try TemporaryFolder()
        let file = try folder.file(name, bytes)
        return try await BlockingThread.run { try ForeignTool.codes(in: file) }
    }

    @Test func `a PNG is one, and a scanner reads the payload`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)

            let reply = try await shop.send(.get("/v1/orders/\(order.id)/code?format=png"))

            let folder = try TemporaryFolder()
            let file = try folder.file("code.png", reply.body)
            let verdict = try await BlockingThread.run {
                try ForeignTool.run("pngcheck", ["-q", file.path])
            }
            #expect(verdict.isEmpty)
            #expect(try await codes(reply.body, "code.png") == [Shop.payload])
        }
    }

    @Test func `text for terminals is what a scanner reads`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)

            let reply = try await shop.send(.get("/v1/orders/\(order.id)/code?format=text"))

            #expect(try await codes(Self.picture(of: reply.text), "text.pgm") == [Shop.payload])
        }
    }

    /// Half blocks as a picture: what is printed is light, as on a dark terminal.
    private static func picture(of text: String) -> [UInt8] {
        let lines = text.split(separator: "\n").map { Array($0.replacing("\r", with: "")) }
        let width = lines.map(\.count).max() ?? 0
        let module = 4
        var pixels: [UInt8] = []
        for line in lines {
            for half in 0..<2 {
                let row = (0..<width).flatMap { column -> [UInt8] in
                    let mark = column < line.count ? line[column] : " "
                    let isLight = mark == "█" || mark == (half == 0 ? "▀" : "▄")
                    return Array(repeating: isLight ? 255 : 0, count: module)
                }
                for _ in 0..<module { pixels += row }
            }
        }
        let header = "P5 \(width * module) \(lines.count * 2 * module) 255\n"
        return Array(header.utf8) + pixels
    }

    @Test func `the payload comes as it is`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)

            let reply = try await shop.send(.get("/v1/orders/\(order.id)/code?format=payload"))

            #expect(reply.text == Shop.payload)
        }
    }

    @Test func `an SVG is well-formed and runs nothing`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)

            let reply = try await shop.send(.get("/v1/orders/\(order.id)/code?format=svg"))

            let check = "import sys,xml.dom.minidom as m;print(m.parse(sys.argv[1]).documentElement.tagName)"
            let folder = try TemporaryFolder()
            let file = try folder.file("code.svg", reply.body)
            let tag = try await BlockingThread.run {
                try ForeignTool.run("python3", ["-c", check, file.path])
            }
            #expect(String(decoding: tag, as: UTF8.self) == "svg\n")
            #expect(!reply.text.contains("<script"))
        }
    }

    @Test(arguments: ["text", "png", "svg", "payload"])
    func `a code is not given out once somebody could pay it in vain`(_ format: String) async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)
            let path = "/v1/orders/\(order.id)/code?format=\(format)"
            let before = try await shop.send(.get(path))

            try await shop.cancel(order)
            let after = try await shop.send(.get(path))

            #expect(before.status == 200)
            #expect(after.status == 409)
            #expect(try after.problem().code == .alreadyOver)
            #expect(!after.text.contains(Shop.payload))
        }
    }

    @Test(arguments: ["text", "png"]) func `a slip is drawn in the form that was asked for`(
        _ format: String
    ) async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.paid)

            let reply = try await shop.send(.get("/v1/orders/\(order.id)/receipt?format=\(format)"))

            #expect(reply.text == "\(format) slip of \(order.id)")
        }
    }

    @Test func `a terminal without a printer has nothing to copy`() async throws {
        try await Shop.open(.socket, Shop.Surroundings(prints: false)) { shop in
            let sale = try await shop.send(
                .post("/v1/orders", #"{"amount":{"value":1250,"currency":"CNY"}}"#))
            let order = try await shop.ledger.order(OrderID(try sale.order().id))
            try await shop.present(order)
            try await shop.pay(order)

            let reply = try await shop.send(.post("/v1/orders/\(order.id)/reprint"))

            #expect(try reply.problem().code == .notPaid)
            #expect(try reply.problem().detail.contains("printer"))
        }
    }
}
