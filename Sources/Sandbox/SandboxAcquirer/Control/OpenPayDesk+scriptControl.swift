// SPDX-License-Identifier: Apache-2.0

extension OpenPayDesk {
    /// How many scripts the queue takes at once.
    static let queueLimit: Int64 = 10_000

    /// `GET /sandbox/scripts`: the queue and the merchants' own scripts.
    func readScripts() throws -> JSONValue {
        let queue = try books.queuedScripts().map { entry in
            JSONValue.object(
                ("merchant", entry.merchant.map { .string($0) }), ("script", .string(entry.script.description)))
        }
        let merchants = try books.merchants().map { merchant in
            JSONValue.object(("merchant", .string(merchant.id)), ("script", .string(merchant.script.description)))
        }
        return .object(("queue", .array(queue)), ("merchants", .array(merchants)))
    }

    /// `POST /sandbox/scripts`: `{script, times?, merchant?}` for the next new payments.
    func queueScripts(_ content: JSONValue) throws -> JSONValue {
        let reader = try BodyReader(content, knows: ["script", "times", "merchant"])
        let script = try script(reader)
        let merchant = try knownMerchant(reader)
        let times = content["times"] == nil ? 1 : content["times"]?.whole ?? 0
        guard (1...Self.queueLimit).contains(times) else {
            throw Problem.invalid("times", "send 1 to \(Self.queueLimit)")
        }
        for _ in 0..<times { try books.enqueue(script, merchant: merchant) }
        return try readScripts()
    }

    /// `PUT /sandbox/scripts`: `{script, merchant?}` becomes the merchants' own script.
    func setScript(_ content: JSONValue) throws -> JSONValue {
        let reader = try BodyReader(content, knows: ["script", "merchant"])
        try books.setScript(try script(reader), of: try knownMerchant(reader))
        return try readScripts()
    }

    /// `DELETE /sandbox/scripts`: empties the queue.
    func dropScripts() throws -> JSONValue {
        try books.emptyScriptQueue()
        return try readScripts()
    }

    private func script(_ reader: BodyReader) throws(Problem) -> Script {
        let text = try reader.text("script", 1...512)
        do throws(ScriptError) {
            return try Script(text)
        } catch {
            throw .invalid("script", error.description)
        }
    }

    private func knownMerchant(_ reader: BodyReader) throws -> String? {
        guard let merchant = try reader.optionalText("merchant", 1...32) else { return nil }
        guard try books.merchant(merchant) != nil else { throw BooksError.unknownMerchant(merchant) }
        return merchant
    }
}
