// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

extension OpenPayDesk {
    /// The script of an order number; chosen when its payment is asked for first, and kept.
    ///
    /// The request's own `Sandbox-Outcome` comes first, then the queue, then the script file, then the amount, then the
    /// merchant's own script.
    func script(_ orderNo: String, _ new: NewPayment?, of merchant: Merchant, wished: Script?) throws -> Script? {
        if let chosen = try books.chosenScript(orderNo: orderNo, of: merchant.id) { return chosen }
        guard let new else { return nil }
        let script = try wished ?? queuedScript(of: merchant) ?? scriptOfFile() ?? scriptOfAmount(new.amount, merchant)
        try books.choose(script, orderNo: orderNo, of: merchant.id)
        return script
    }

    /// Whether a word of the script strikes this call; each has a number of calls to strike.
    func strikes(_ word: ScriptWord?, _ asked: PreparedCall, under name: String? = nil) throws -> Bool {
        guard let word, let orderNo = asked.orderNo, let argument = asked.script?[word] else { return false }
        let limit = if case .count = word.argument { argument } else { Int64(1) }
        let isStruck = try books.strike(name ?? word.rawValue, orderNo: orderNo, of: asked.merchant.id, atMost: limit)
        if isStruck { notes?.struck.append(word) }
        return isStruck
    }

    /// Throws what a script answers instead of doing anything.
    func refuseByScript(_ asked: PreparedCall) throws {
        if try strikes(.http500, asked) {
            var problem = Problem(.internalFault, "the platform stumbled: ask what became of it")
            problem.isUnknown = asked.call.isPost
            throw problem
        }
        if try strikes(.http429, asked) {
            var problem = Problem(.rateLimited, "too many requests: come again later")
            problem.retryAfter = 1000
            throw problem
        }
        if asked.call.isEnding, try strikes(.closeRefused, asked) {
            throw Problem(.orderConflict, "the payer is typing: close it later")
        }
        if try strikes(.maintenance, asked) {
            var problem = Problem(.maintenance, "the platform is being repaired: come again later")
            problem.retryAfter = 5000
            throw problem
        }
    }

    /// The script that a request asks for with `Sandbox-Outcome`: an outcome's name, or words.
    func wishedScript(_ request: HTTPRequest) throws(Problem) -> Script? {
        guard let text = request.headerFields[.sandboxOutcome] else { return nil }
        do throws(ScriptError) {
            return try Script(String(text.prefix(512)))
        } catch {
            throw .invalid("Sandbox-Outcome", error.description)
        }
    }

    private func queuedScript(of merchant: Merchant) throws -> Script? {
        try books.takeQueuedScript(of: merchant.id)
    }

    private func scriptOfFile() throws -> Script? {
        guard let scripts = bank.scriptFile?.scripts else { return nil }
        let name = "script_file_position"
        let position = try books.setting(name) ?? 0
        try books.set(name, position + 1)
        return scripts[Int(position % Int64(scripts.count))]
    }

    private func scriptOfAmount(_ amount: Amount, _ merchant: Merchant) throws -> Script {
        if let outcome = SaleOutcome(amount: amount.value) { return try Script(outcome.words) }
        guard merchant.scriptsByAmount, let word = ScriptWord(number: amount.value % 100) else {
            return merchant.script
        }
        return merchant.script.adding(word)
    }
}
