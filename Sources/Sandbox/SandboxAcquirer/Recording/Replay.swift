// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
package import Signing

/// Plays a recorded session again, in books of its own, at the times and with the random numbers of then.
///
/// The requests are those that the merchant signed, so its key is not needed. The platform's key and the secrets are new ones:
/// a recording holds none. So everything is compared but the bytes of signatures.
package struct Replay {
    /// Makes a new key in the place of one that the recording does not hold.
    package typealias KeyMaker = () throws -> SigningKey

    private let bank: OpenPayBank
    private let chance: Chance
    private let makeKey: KeyMaker
    private let secret: [UInt8]
    private var line = 1

    /// Begins with the first line.
    ///
    /// - Parameters:
    ///   - secret: What notifies are signed with, at least 24 bytes.
    ///   - makeKey: Where the platform's keys come from.
    /// - Throws: ``RecordingError``, ``BooksError``, or what `makeKey` throws.
    package init(_ start: [UInt8], secret: [UInt8], makeKey: @escaping KeyMaker) throws {
        let start = try RecordingStart(start)
        self.secret = secret
        self.makeKey = makeKey
        let books = try Books()
        for entry in start.merchants {
            guard let first = entry.keys.first else { continue }
            let merchant = entry.merchant
            try books.add(
                Merchant(
                    id: merchant.id, name: merchant.name, currency: merchant.currency, script: merchant.script,
                    scriptsByAmount: merchant.scriptsByAmount, webhookSecret: entry.hasSecret ? secret : nil,
                    allowed: merchant.allowed, denied: merchant.denied), key: first)
            for key in entry.keys.dropFirst() { try books.add(key, of: merchant.id) }
        }
        let chance = Chance()
        self.chance = chance
        bank = OpenPayBank(
            books: books, keys: PlatformKeys(id: start.keyID, signing: try makeKey()), baseURL: start.baseURL,
            scripts: start.scripts.isEmpty ? nil : try Self.file(start.scripts), statementDelay: start.statementDelay,
            keeping: ExchangeKeeping(), random: { chance.next() })
    }

    /// Plays the next line.
    ///
    /// - Throws: ``RecordingError/unreadable(_:)``, or GRDB's `DatabaseError`.
    package mutating func play(_ text: [UInt8]) throws -> ReplayedExchange {
        line += 1
        guard let value = try? JSONParser.value(of: text), let at = value["at_ms"]?.whole else {
            throw RecordingError.unreadable("line \(line): this is no line of a recording")
        }
        chance.lay((value["chance"]?.elements ?? []).compactMap { $0.text.flatMap { UInt64($0) } })
        let skew = value["skew_ms"]?.whole ?? 0
        var played: (what: String, differences: [String])
        switch value["kind"]?.text {
        case "request": played = try request(value, at: at, skew: skew)
        case "due": played = try due(value, at: at, skew: skew)
        case "settled":
            try bank.settle(to: at)
            played = ("what was due when somebody looked", [])
        case "delivered": played = try delivered(value, at: at)
        default: throw RecordingError.unreadable("line \(line): this is no line of a recording")
        }
        if chance.rest != 0 {
            played.differences.append("\(chance.rest > 0 ? "fewer" : "more") random numbers were drawn than then")
        }
        return ReplayedExchange(line: line, what: played.what, differences: played.differences)
    }

    private func request(_ value: JSONValue, at: Int64, skew: Int64) throws -> (String, [String]) {
        guard let recorded = value["request"], let (request, body) = RecordedRequest.read(recorded) else {
            throw RecordingError.unreadable("line \(line): the request cannot be read")
        }
        let isControl = RequestPath(request.path ?? "/").segments.first == "sandbox"
        let delivery = bank.answer(
            request, body: isControl ? try refilled(body) : body, from: value["from"]?.text ?? "", now: at, skew: skew)
        var answers = [ExchangeRecord.answer(delivery, to: request), value["answer"] ?? .null]
        // The control API answers with new keys.
        if isControl { answers = answers.map { .object(("status", $0["status"])) } }
        let (now, then) = (JSONValue.object(("answer", answers[0])), JSONValue.object(("answer", answers[1])))
        return ("\(request.method.rawValue) \(request.path ?? "/")", Difference.all(now, then))
    }

    private func due(_ value: JSONValue, at: Int64, skew: Int64) throws -> (String, [String]) {
        let sent = try bank.advance(to: at, skew: skew).map { delivery in
            JSONValue.object(
                ("id", .string(delivery.id)), ("request", ExchangeRecord.request(delivery.request, delivery.body)))
        }
        let recorded = value["sent"] ?? .array([])
        let what = "what was due, \(recorded.elements.count) notifies"
        return (what, Difference.all(.object(("sent", .array(sent))), .object(("sent", recorded))))
    }

    private func delivered(_ value: JSONValue, at: Int64) throws -> (String, [String]) {
        let id = value["id"]?.text ?? ""
        try bank.delivered(id, status: value["status"]?.whole.map { Int($0) }, now: at)
        return ("what became of notify \(id)", [])
    }

    /// Puts new secrets where the recording has none.
    private func refilled(_ body: [UInt8]) throws -> [UInt8] {
        guard let value = try? JSONParser.value(of: body) else { return body }
        var fresh: [String: JSONValue] = [:]
        let hidden = JSONValue.string(ExchangeRecord.hidden)
        if value["webhook_secret"] == hidden {
            fresh["webhook_secret"] = .string("whsec_" + Base64.encode(secret))
        }
        if value["key"] == hidden { fresh["key"] = .string(try makeKey().pem()) }
        return value.replacing(fresh).bytes
    }

    private static func file(_ scripts: [Script]) throws -> ScriptFile {
        try ScriptFile(scripts.map(\.description).joined(separator: "\n"))
    }
}
