// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Signing
import Testing

@testable import SandboxAcquirer

@Suite struct `Who may call` {
    @Test func `a signature of another key is refused`() throws {
        let shop = try Shop()
        let request = try shop.request(.post, "/v1/payments", Shop.body("A-1"), key: .generateEd25519())

        let seen = try shop.send(request, Shop.body("A-1"))

        #expect(seen.status == 401)
        #expect(try seen.problem().code == "bad_signature")
        #expect(try shop.books.payments().isEmpty)
    }

    @Test func `another merchant's key is refused`() throws {
        let shop = try Shop()
        let other = try Shop(books: shop.books, merchant: "M-43")
        let request = try shop.request(.get, "/v1/time", key: other.key)

        let seen = try shop.send(request)

        #expect(try seen.problem().code == "bad_signature")
    }

    @Test(arguments: ["nobody", "key_2", ""])
    func `an unknown key is refused`(keyID: String) throws {
        let shop = try Shop()

        let seen = try shop.send(shop.request(.get, "/v1/time", keyID: keyID))

        #expect(try seen.problem().code == "bad_signature")
    }

    @Test(arguments: ["body", "method", "path", "merchant", "idempotency key", "signature", "digest", "host"])
    func `what is changed on the way is refused`(what: String) throws {
        let shop = try Shop()
        _ = try Shop(books: shop.books, merchant: "M-43")
        var body = Shop.body("A-1")
        var request = try shop.request(.post, "/v1/payments", body)
        switch what {
        case "body": body = Shop.body("A-1", 1)
        case "method": request.method = .put
        case "path": request.path = "/v1/payments/"
        case "merchant": request.headerFields[try #require(.init("OpenPay-Merchant"))] = "M-43"
        case "idempotency key": request.headerFields[try #require(.init("Idempotency-Key"))] = "other"
        case "signature":
            request.headerFields[.signature] = "sig1=:\(Base64.encode([UInt8](repeating: 1, count: 64))):"
        case "digest": request.headerFields[.contentDigest] = ContentDigest.field(of: [])
        default: request.authority = "example.com"
        }

        let seen = try shop.send(request, body)

        #expect(seen.status == 401)
        #expect(try seen.problem().code == "bad_signature")
        #expect(try shop.books.payments().isEmpty)
    }

    @Test(arguments: [
        "@method", "@target-uri", "content-digest", "idempotency-key", "openpay-merchant", "order", "more",
    ])
    func `every component has to be covered, in order, and no other`(name: String) throws {
        let shop = try Shop()
        let body = Shop.body("A-1")
        let request = try shop.request(.post, "/v1/payments", body) { parameters in
            switch name {
            case "order": parameters.components.swapAt(0, 1)
            case "more": parameters.components.append(.field("content-type"))
            default: parameters.components.removeAll { $0.name == name }
            }
        }

        let problem = try shop.send(request, body).problem()

        #expect(problem.code == "bad_signature")
        #expect(problem.field == "Signature-Input")
    }

    @Test(arguments: [
        "created", "expires", "long", "nonce", "short nonce", "alg", "other alg", "tag", "other tag", "keyid",
    ])
    func `every parameter has to be there and right`(what: String) throws {
        let shop = try Shop()
        let request = try shop.request(.get, "/v1/time") { parameters in
            switch what {
            case "created": parameters.created = nil
            case "expires": parameters.expires = nil
            case "long": parameters.expires = Shop.start / 1000 + 301
            case "nonce": parameters.nonce = nil
            case "short nonce": parameters.nonce = Base64.encodeURL([1, 2, 3])
            case "alg": parameters.algorithm = nil
            case "tag": parameters.tag = nil
            case "other tag": parameters.tag = "closedpay"
            case "keyid": parameters.keyID = nil
            default: break
            }
        }
        var sent = request
        if what == "other alg" {
            let input = try #require(request.headerFields[.signatureInput])
            sent.headerFields[.signatureInput] = input.replacingOccurrences(of: "ed25519", with: "hmac-sha256")
        }

        let seen = try shop.send(sent)

        #expect(seen.status == 401)
        #expect(try seen.problem().code == "bad_signature")
    }

    @Test func `a request without a signature gets a signed refusal`() throws {
        let shop = try Shop()
        let request = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:8471", path: "/v1/time")

        let seen = try shop.send(request)

        #expect(seen.status == 401)
        #expect(try seen.problem().code == "bad_signature")
    }

    @Test func `a POST needs an idempotency key`() throws {
        let shop = try Shop()
        var request = try shop.request(.post, "/v1/payments", Shop.body("A-1")) { parameters in
            parameters.components.removeAll { $0.name == "idempotency-key" }
        }
        request.headerFields[try #require(.init("Idempotency-Key"))] = nil

        let seen = try shop.send(request, Shop.body("A-1"))

        #expect(seen.status == 400)
        #expect(try seen.problem().field == "Idempotency-Key")
    }

    @Test(arguments: [
        (-301, "clock_skew"), (-299, nil), (299, nil), (301, "clock_skew"), (-600, "clock_skew"), (600, "clock_skew"),
    ])
    func `a signature is of now or refused`(seconds: Int64, code: String?) throws {
        let shop = try Shop()
        let body = Shop.body("A-1")
        let post = try shop.request(.post, "/v1/payments", body) { parameters in
            parameters.created = Shop.start / 1000 + seconds
            parameters.expires = Shop.start / 1000 + seconds + 300
        }
        let get = try shop.request(.get, "/v1/time") { parameters in
            parameters.created = Shop.start / 1000 + seconds
            parameters.expires = Shop.start / 1000 + seconds + 300
        }

        let posted = try shop.send(post, body)
        let got = try shop.send(get)

        #expect((try? posted.problem().code) == code)
        #expect((try? posted.problem().outcome) == code.map { _ in "unknown" })
        #expect((try? got.problem().outcome) == code.map { _ in "not_done" })
        if code != nil { #expect(try got.problem().server_time == "2026-03-01T09:30:00Z") }
    }

    @Test func `an expired signature is refused before its 300 seconds`() throws {
        let shop = try Shop()
        let request = try shop.request(.get, "/v1/time")
        shop.now += 61_000

        let seen = try shop.send(request)

        #expect(try seen.problem().code == "clock_skew")
    }

    @Test func `a nonce is good once in fifteen minutes`() throws {
        let shop = try Shop()
        let body = Shop.body("A-1")
        let nonce = Base64.encodeURL([UInt8](repeating: 7, count: 16))
        let first = try shop.request(.post, "/v1/payments", body) { $0.nonce = nonce }
        _ = try shop.send(first, body)
        shop.now += 899_000
        let soon = try shop.request(.post, "/v1/payments", body) { $0.nonce = nonce }
        let get = try shop.request(.get, "/v1/time") { $0.nonce = nonce }

        let replayed = try shop.send(soon, body)
        let gotten = try shop.send(get)
        shop.now += 2000
        let later = try shop.send(shop.request(.get, "/v1/time") { $0.nonce = nonce })

        #expect(replayed.status == 401)
        #expect(try replayed.problem().code == "nonce_reused")
        #expect(try replayed.problem().outcome == "unknown")
        #expect(try gotten.problem().outcome == "not_done")
        #expect(later.status == 200)
    }

    @Test func `a refused signature does not use up its nonce`() throws {
        let shop = try Shop()
        let request = try shop.request(.get, "/v1/time")
        var forged = request
        forged.path = "/v1/payments?order_no=A-1"
        _ = try shop.send(forged)

        let seen = try shop.send(request)

        #expect(seen.status == 200)
    }

    @Test func `the merchant's lists decide who may call`() throws {
        let shop = try Shop(allowed: ["127.0.0.1", "10.0.0.8"], denied: ["10.0.0.8"])

        let allowed = try shop.send(shop.request(.get, "/v1/time"), from: "127.0.0.1")
        let denied = try shop.send(shop.request(.get, "/v1/time"), from: "10.0.0.8")
        let unlisted = try shop.send(shop.request(.get, "/v1/time"), from: "10.0.0.7")

        #expect(allowed.status == 200)
        #expect(try denied.problem().code == "address_refused")
        #expect(try unlisted.problem().code == "address_refused")
    }

    @Test func `an idempotency key stands for one request`() throws {
        let shop = try Shop()
        let refused = try shop.post("/v1/payments", "{}", idempotencyKey: "K")
        let first = try shop.post("/v1/payments", Shop.body("A-1"), idempotencyKey: "K")

        let again = try shop.post("/v1/payments", Shop.body("A-1"), idempotencyKey: "K")
        let other = try shop.post("/v1/payments", Shop.body("A-2"), idempotencyKey: "K")

        #expect(refused.status == 400)
        #expect(try again.payment() == first.payment())
        #expect(other.status == 422)
        #expect(try other.problem().field == "Idempotency-Key")
        #expect(try shop.books.payments().map(\.orderNo) == ["A-1"])
    }

    @Test func `a refusal does not use up its idempotency key`() throws {
        let shop = try Shop()
        _ = try shop.create("A-1", 1250)
        let conflict = try shop.post("/v1/payments", Shop.body("A-1", 1251), idempotencyKey: "K")

        let other = try shop.post("/v1/payments", Shop.body("A-2"), idempotencyKey: "K")

        #expect(conflict.status == 409)
        #expect(other.status == 201)
    }

    @Test func `a body beyond the limit or of another type is refused`() throws {
        let shop = try Shop()
        let long = Shop.body("A-1") + String(repeating: " ", count: OpenPayBank.bodyLimit)
        var untyped = try shop.request(.post, "/v1/payments", Shop.body("A-1"))
        untyped.headerFields[.contentType] = "text/plain"

        let tooLong = try shop.send(shop.request(.post, "/v1/payments", long), long)
        let wrongType = try shop.send(untyped, Shop.body("A-1"))

        #expect(tooLong.status == 413)
        #expect(wrongType.status == 415)
    }

    @Test(arguments: [
        (SignatureAlgorithm.ecdsaP256, ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]),
        (.rsaPSS, ["genrsa", "2048"]), (.rsaV15, ["genrsa", "2048"]), (.ed25519, ["genpkey", "-algorithm", "ed25519"]),
    ])
    func `a key that openssl made is good for its algorithm`(algorithm: SignatureAlgorithm, making: [String]) throws {
        let shop = try Shop()
        let key = try Tool.inDirectory { directory in
            let path = directory.appendingPathComponent("key.pem").path
            let made = try Tool.run(list: ["openssl", making[0], "-out", path] + making.dropFirst())
            #expect(made.status == 0)
            let publicKey = try Tool.run("openssl", "pkey", "-in", path, "-pubout")
            try shop.books.add(MerchantKey(id: "key_2", algorithm: algorithm, material: publicKey.output), of: "M-42")
            return try SigningKey(pem: String(contentsOfFile: path, encoding: .utf8))
        }

        let seen = try shop.send(shop.request(.get, "/v1/time", key: key, algorithm: algorithm, keyID: "key_2"))

        #expect(seen.status == 200)
    }

    @Test func `a shared secret is good for hmac`() throws {
        let shop = try Shop()
        let secret = Array("a secret of enough bytes".utf8)
        try shop.books.add(MerchantKey(id: "key_h", algorithm: .hmac, material: Base64.encode(secret)), of: "M-42")

        let seen = try shop.send(
            shop.request(.get, "/v1/time", key: SigningKey(secret: secret), algorithm: .hmac, keyID: "key_h"))

        #expect(seen.status == 200)
    }
}
