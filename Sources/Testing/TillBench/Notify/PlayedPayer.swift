// SPDX-License-Identifier: Apache-2.0

import Foundation
import Signing

/// Opens sales, has them paid by a notify, and looks at the screen.
struct PlayedPayer {
    let shop: BenchShop
    let glass: GlassFile
    let lane: Lane
    let secret: [UInt8]
    private var number = 0
    private var paid: [String] = []
    /// The last pixel while a code is up.
    private var codePixel: UInt32 = 0
    /// The last pixel when it is paid.
    private var paidPixel: UInt32 = 0
    private var lastNotify = 0.0

    init(shop: BenchShop, glass: GlassFile, lane: Lane, secret: [UInt8]) {
        self.shop = shop
        self.glass = glass
        self.lane = lane
        self.secret = secret
    }

    /// Pays a first sale without measuring, and learns what both screens look like.
    ///
    /// - Throws: ``BenchFault/control(_:)`` if their last pixels are the same, or the last pixel is not the last one sent.
    mutating func learn() throws(BenchFault) {
        let order = try opened()
        Ticks.nap(0.5)
        codePixel = glass.last
        try tell(of: order)
        Ticks.nap(0.5)
        paidPixel = glass.last
        guard codePixel != paidPixel else {
            throw .control("both screens end with the same pixel, so that none can be told")
        }
        paid.append(order.id)
        // With another sale: as soon as its last pixel is there, all others are.
        let next = try opened()
        try waitForCode()
        let request = notify(of: next)
        try lane.send(request)
        guard Ticks.wait(5, every: 0, until: { glass.last == paidPixel }) else { throw notDrawn }
        let seen = glass.picture
        try acknowledge()
        Ticks.nap(0.5)
        guard seen == glass.picture else { throw .control("the last pixel is there before the others") }
        paid.append(next.id)
    }

    /// Sends a notify that is signed with another secret, after which nothing may be drawn.
    ///
    /// - Throws: ``BenchFault/control(_:)`` if it is believed.
    mutating func checkForgery() throws(BenchFault) {
        let order = try opened()
        try waitForCode()
        let forged = notify(of: order, secret: secret.map { $0 ^ 0xFF })
        try lane.send(forged)
        let answer = try answer()
        Ticks.nap(0.5)
        guard answer.status == 401, glass.last == codePixel else {
            throw .control(
                "a forged notify was answered \(answer.status), and the screen changed or did not show a code")
        }
        try tell(of: order)
        paid.append(order.id)
        Ticks.nap(0.2)
    }

    /// Opens a sale, pays it by a notify, and measures.
    ///
    /// - Returns: Seconds from the notify's first byte to the last pixel, and to its answer.
    mutating func pay() throws(BenchFault) -> (drawn: Double, answered: Double) {
        let order = try opened()
        try waitForCode()
        let request = notify(of: order)
        Ticks.nap(lastNotify + NotifyBench.turn - Ticks.now())
        try lane.send(request)
        lastNotify = lane.sentAt
        var drawn: Double?
        var answered: Double?
        let isOver = try wait { () throws(BenchFault) -> Bool in
            if drawn == nil, glass.last == paidPixel { drawn = Ticks.now() - lane.sentAt }
            var waiting = pollfd(fd: lane.descriptor, events: Int16(POLLIN), revents: 0)
            if answered == nil, poll(&waiting, 1, 0) > 0 {
                try acknowledge()
                answered = Ticks.now() - lane.sentAt
            }
            return drawn != nil && answered != nil
        }
        guard isOver, let drawn, let answered else { throw notDrawn }
        paid.append(order.id)
        return (drawn, answered)
    }

    /// Looks whether the daemon has every sale as paid.
    ///
    /// - Throws: ``BenchFault/control(_:)`` if it has not.
    func checkPaid() throws(BenchFault) {
        for id in paid {
            let order = try shop.ask("GET", "/v1/orders/\(id)").message(SeenOrder.self)
            guard order.status == "paid" else { throw .control("\(id) is \(order.status), and the screen said paid") }
        }
    }

    private var notDrawn: BenchFault {
        .control("a notify was sent, and the screen did not say paid within five seconds")
    }

    private func opened() throws(BenchFault) -> SeenOrder {
        let order = try shop.open(path: "/v1/orders?wait=presented").order
        guard order.status == "code" else { throw .control("the sandbox issued no code: \(order.status)") }
        return order
    }

    private func waitForCode() throws(BenchFault) {
        guard Ticks.wait(5, until: { glass.last == codePixel }) else {
            throw .control("no code is shown within five seconds")
        }
        // Whatever else belongs to the code is drawn meanwhile.
        Ticks.nap(0.1)
    }

    private func wait(until holds: () throws(BenchFault) -> Bool) throws(BenchFault) -> Bool {
        let end = Ticks.now() + 5
        while Ticks.now() < end {
            if try holds() { return true }
            Ticks.nap(0.00005)
        }
        return false
    }

    /// Tells of the money, and waits for the answer.
    private mutating func tell(of order: SeenOrder) throws(BenchFault) {
        let request = notify(of: order)
        try lane.send(request)
        try acknowledge()
    }

    private func answer() throws(BenchFault) -> Answer {
        while true {
            if let answer = try lane.receive() { return answer }
        }
    }

    private func acknowledge() throws(BenchFault) {
        let answer = try answer()
        guard answer.status == 204 else { throw .control("a notify was answered with \(answer.status)") }
    }

    /// What the platform tells when a payment is paid.
    ///
    /// Source: OpenPay, section 4; Standard Webhooks 1.0.0.
    private mutating func notify(of order: SeenOrder, secret other: [UInt8]? = nil) -> [UInt8] {
        number += 1
        let id = "bench-\(getpid())-\(number)"
        let now = Int64(time(nil))
        let amount = #"{"value":1250,"currency":"CNY"}"#
        let body =
            #"{"type":"payment.paid","data":{"id":"pay_bench_\#(number)","order_no":"\#(order.attempts.last?.reference ?? "")","#
            + #""status":"paid","amount":\#(amount),"paid_amount":\#(amount)}}"#
        let signature = StandardWebhook.sign(id: id, timestamp: now, body: Array(body.utf8), secret: other ?? secret)
        return Request.bytes(
            "POST", "/notify/main", to: shop.notifies,
            [("webhook-id", id), ("webhook-timestamp", "\(now)"), ("webhook-signature", signature)], body: body)
    }
}
