// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Testing

@testable import SandboxAcquirer

@Suite struct `The payer's phone` {
    @Test func `the page shows who, what and how much, and loads nothing`() throws {
        let shop = try Shop()
        let payment = try shop.create("A-1")

        let page = try shop.phone(.get, payment.path)

        #expect(page.status == 200)
        #expect(page.response.headerFields[.contentType] == "text/html; charset=utf-8")
        #expect(page.text.contains("Tea &amp; Co"))
        #expect(page.text.contains("Tea &lt;b&gt;"))
        #expect(page.text.contains("CNY 12.50"))
        #expect(page.text.contains("action=\"\(payment.path)/pay\""))
        #expect(page.text.contains("action=\"\(payment.path)/decline\""))
        #expect(!page.text.contains("http") && !page.text.contains("<script") && !page.text.contains("src="))
        #expect(page.response.headerFields[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
    }

    @Test func `pay leads back to the page, which says paid`() throws {
        let shop = try Shop()
        let payment = try shop.create("A-1")

        let answer = try shop.phone(.post, "\(payment.path)/pay")
        let page = try shop.phone(.get, payment.path)

        #expect(answer.status == 303)
        #expect(answer.response.headerFields[.location] == payment.path)
        #expect(page.text.contains("Paid"))
        #expect(!page.text.contains("<button"))
        #expect(try shop.held("A-1") == ["CNY": 1250])
    }

    @Test func `paying twice takes the money once`() throws {
        let shop = try Shop()
        let payment = try shop.create("A-1")
        try shop.pay(payment)

        let again = try shop.phone(.post, "\(payment.path)/pay")

        #expect(again.status == 409)
        #expect(try shop.held("A-1") == ["CNY": 1250])
    }

    @Test func `decline fails the payment`() throws {
        let shop = try Shop()
        let payment = try shop.create("A-1")

        _ = try shop.phone(.post, "\(payment.path)/decline")

        #expect(try shop.payment("A-1").status == "failed")
        #expect(try shop.phone(.get, payment.path).text.contains("Declined"))
    }

    @Test func `a closed payment is refused, but for one that is scripted to be late`() throws {
        let shop = try Shop()
        let late = try Shop(script: "manual+paid_after_close:3600")
        let payments = try [shop, late].map { shop in
            let payment = try shop.create("A-1")
            _ = try shop.post("/v1/payments/\(payment.id)/close")
            return payment
        }

        let refused = try shop.phone(.post, "\(payments[0].path)/pay", json: true)
        let taken = try late.phone(.post, "\(payments[1].path)/pay", json: true)

        #expect(refused.status == 409)
        #expect(try refused.payment().status == "closed")
        #expect(taken.status == 200)
        #expect(try taken.payment().status == "paid")
        _ = try late.pass(3_600_000)
        #expect(try late.held("A-1") == ["CNY": 1250])
        #expect(try shop.held("A-1").isEmpty)
    }

    @Test(arguments: ["/p/", "/p/nothing", "/p", "/p/nothing/pay"])
    func `an unknown code leads to a page that says so`(path: String) throws {
        let shop = try Shop()

        let page = try shop.phone(.get, path)

        #expect(page.status == 404)
        #expect(page.text.contains("Unknown code"))
    }

    @Test(
        arguments: [
            (1250, "CNY", "CNY 12.50"), (5, "CNY", "CNY 0.05"), (1250, "JPY", "JPY 1250"), (1250, "KWD", "KWD 1.250"),
        ] as [(Int64, String, String)])
    func `amounts have the decimals of their currency`(value: Int64, currency: String, text: String) {
        #expect(Amount(value: value, currency: currency).decimal == text)
    }
}
