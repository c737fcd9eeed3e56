// SPDX-License-Identifier: Apache-2.0

import Foundation
import Signing

/// `notify`: how long it takes from a notify to the screen that says paid.
///
/// The daemon shows its screen on a file in memory that this program looks at. The notify is signed here with the secret that
/// the sandbox gave the shop, and comes in as any other; the daemon proves it, saves it with its sync, and draws.
struct NotifyBench {
    let ground: Ground

    /// What a notify's door admits: twenty a second, so that one waits that long for its turn, in seconds.
    static let turn = 0.06

    /// Measures sale after sale.
    func figures() throws -> [Figure] {
        let glass = try GlassFile("notify")
        let shop = try BenchShop(
            "notify", in: ground.folder, ShopPlan(display: "file:\(glass.path)", notifies: true))
        defer { shop.close() }
        let secret = try self.secret(of: shop)
        try shop.start()
        let lane = try Lane(shop.notifies)
        var payer = PlayedPayer(shop: shop, glass: glass, lane: lane, secret: secret)
        try payer.learn()
        try payer.checkForgery()
        var drawn: [Double] = []
        var answered: [Double] = []
        for _ in 0..<ground.scaled(200, short: 30) {
            let times = try payer.pay()
            drawn.append(times.drawn)
            answered.append(times.answered)
        }
        try payer.checkPaid()
        let (frames, answers) = (try Sample(drawn), try Sample(answered))
        let beside =
            "answered after \(Unit.seconds.text(answers.median)), a sync takes \(Unit.seconds.text(ground.sync))"
        return [
            Figure(
                "notify to paid screen, p50 of \(drawn.count)", frames.median, .seconds, aim: .atMost(0.015),
                beside: "least \(Unit.seconds.text(frames.least)), \(beside)"),
            Figure(
                "notify to paid screen, p99", frames.percentile(99), .seconds, aim: .atMost(0.050),
                beside: "most \(Unit.seconds.text(frames.most))"),
        ]
    }

    private func secret(of shop: BenchShop) throws(BenchFault) -> [UInt8] {
        let path = "\(shop.folder)/keys/M-42-webhook-secret"
        let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        guard let secret = StandardWebhook.secret(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw .missing("there is no secret for notifies in \(path)")
        }
        return secret
    }
}
