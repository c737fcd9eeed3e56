// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import Synchronization
package import TillCore

extension ToyAcquirer.State {
    /// Answers a question, and changes the books as it asks.
    mutating func answer(_ question: String, now: Int64, wall: Timestamp) -> String {
        asked.append(question)
        let words = question.split(separator: " ").map(String.init)
        switch (words.first, words.count) {
        case ("create", 4): return create(words, now: now, wall: wall)
        case ("query", 2): return query(words[1], now: now)
        case ("close", 4): return close(words, now: now)
        case ("refund", 4): return refund(words)
        case ("refunded", 2):
            return books.values.contains { $0.refunds[words[1]] != nil } ? "done" : "unseen"
        default: return "what?"
        }
    }

    private mutating func create(_ words: [String], now: Int64, wall: Timestamp) -> String {
        if let known = books[words[1]] {
            return known.paidAt == nil && !known.isClosed ? "code code-\(known.id)" : known.word
        }
        var book = make(words, now: now)
        book.isClosed = book.expiresAt <= wall.milliseconds
        if !book.isClosed, allPay || dice.happens(0.75) {
            book.paysAt = now + dice.number(in: 500...90_000)
        }
        books[words[1]] = book
        return book.isClosed ? "closed" : "code code-\(book.id)"
    }

    private mutating func make(_ words: [String], now: Int64) -> ToyAcquirer.Book {
        made += 1
        return ToyAcquirer.Book(
            id: "pay\(made)", amount: Int64(words[2]) ?? 0, expiresAt: Int64(words[3]) ?? 0,
            changedAt: now)
    }

    private mutating func query(_ reference: String, now: Int64) -> String {
        guard let book = books[reference] else { return "unseen" }
        // A copy that lags knows nothing of the last twenty seconds.
        if now - book.changedAt < 20_000, dice.happens(faults.stale) {
            return book.paidAt == nil ? "unseen" : "pending code-\(book.id)"
        }
        return book.word
    }

    private mutating func close(_ words: [String], now: Int64) -> String {
        guard var book = books[words[1]] else {
            // The number is used up, so that a create which is still on its way finds it closed.
            var book = make(words, now: now)
            book.isClosed = true
            books[words[1]] = book
            return "closed"
        }
        if book.paidAt != nil { return book.word }
        if book.paysAt != nil, dice.happens(faults.racyClose) { book.isCommitted = true }
        if !book.isClosed { book.changedAt = now }
        book.isClosed = true
        books[words[1]] = book
        return "closed"
    }

    private mutating func refund(_ words: [String]) -> String {
        guard let reference = books.first(where: { $0.value.id == words[1] })?.key,
            var book = books[reference], let amount = Int64(words[3])
        else { return "refused" }
        if book.refunds[words[2]] != nil { return "done" }
        guard amount <= book.held else { return "refused" }
        book.refunds[words[2]] = amount
        books[reference] = book
        return "done"
    }
}

extension ToyAcquirer {
    /// Lets the acquirer's world go on: late requests arrive, payers pay, codes expire.
    package func advance() {
        let now = clock.elapsed
        let wall = clock.wall
        state.withLock { state in
            let arrived = state.late.filter { $0.at <= now }
            state.late.removeAll { $0.at <= now }
            for request in arrived { _ = state.answer(request.question, now: now, wall: wall) }
            for reference in state.books.keys.sorted() {
                state.pay(reference, now: now, wall: wall)
            }
        }
    }

    package func arrivedNotifies() -> [ArrivedNotify] {
        let now = clock.elapsed
        return state.withLock { state in
            let arrived = state.notifies.filter { $0.at <= now }
            state.notifies.removeAll { $0.at <= now }
            return arrived.compactMap { notify in
                state.books[notify.reference].map { Self.notify(notify.id, notify.reference, $0) }
            }
        }
    }

    private static func notify(_ id: String, _ reference: String, _ book: Book) -> ArrivedNotify {
        let payment = Payment(
            acquirerReference: book.id, amount: Money(minorUnits: book.amount, .cny))
        let word = NotifyWord.payment(AttemptReference(reference), .paid(payment))
        return ArrivedNotify(
            raw: [], read: { _ throws(ProviderError) in NotifyReading(id: id, word: word) },
            acknowledge: { _ in })
    }

    package func nextDue() -> Int64? {
        let ahead = clock.offset
        return state.withLock { state in
            var next = state.late.map(\.at).min() ?? .max
            next = min(next, state.notifies.map(\.at).min() ?? .max)
            for book in state.books.values where book.paidAt == nil {
                if let at = book.paysAt, !book.isClosed || book.isCommitted { next = min(next, at) }
                guard !book.isClosed else { continue }
                next = min(next, book.expiresAt - WorldClock.beginning - ahead)
            }
            return next == .max ? nil : next
        }
    }

    /// What the acquirer holds for an attempt, in minor units.
    package func held(_ reference: AttemptReference) -> Int64 {
        state.withLock { $0.books[reference.text]?.held ?? 0 }
    }

    package func isOpen(_ reference: AttemptReference) -> Bool {
        state.withLock { state in
            state.books[reference.text].map { !$0.isClosed && $0.paidAt == nil } ?? false
        }
    }

    /// Every question that reached the acquirer, in order.
    package func questions() -> [String] { state.withLock { $0.asked } }

    /// Makes every payer pay, those who come later too.
    package func payersPayAll() { state.withLock { $0.allPay = true } }

    /// When the money of each paid attempt came, in milliseconds of true time.
    package func paymentTimes() -> [AttemptReference: Int64] {
        state.withLock { state in
            state.books.reduce(into: [:]) { $0[AttemptReference($1.key)] = $1.value.paidAt }
        }
    }
}

extension ToyAcquirer.State {
    fileprivate mutating func pay(_ reference: String, now: Int64, wall: Timestamp) {
        guard var book = books[reference] else { return }
        if !book.isClosed, book.paidAt == nil, book.expiresAt <= wall.milliseconds {
            book.isClosed = true
            book.changedAt = now
        }
        if let at = book.paysAt, at <= now, book.paidAt == nil, !book.isClosed || book.isCommitted {
            book.paidAt = now
            book.changedAt = now
            let id = "n-\(book.id)"
            if !dice.happens(faults.notifyLost) {
                notifies.append((now + dice.number(in: 0...5000), reference, id))
            }
            if dice.happens(faults.notifyTwice) {
                notifies.append((now + dice.number(in: 0...60_000), reference, id))
            }
        }
        books[reference] = book
    }
}
