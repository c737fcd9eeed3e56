// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: made from openapi.yaml by Scripts/describe, line by line

extension APIText {
    /// Lines 1901 to 2280.
    static let part6 = ##"""
                  are configured: main', code: no_such_account, field: account}
            decision_does_not_fit:
              value: {type: 'about:blank', title: Unprocessable Content, status: 422, detail: '"burn" is no decision: these are:
                  give_back, keep, retry, leave, printed, print_again', code: decision_does_not_fit, field: decision}
            too_many_readers:
              value: {type: 'about:blank', title: Too Many Requests, status: 429, detail: '128 read events already, which is the
                  limit: end one of them, or come back later', code: too_many_readers}
            too_many_open_orders:
              value: {type: 'about:blank', title: Too Many Requests, status: 429, detail: '64 orders are open, as many as limits.open_orders
                  allows', code: too_many_open_orders}
            internal:
              value: {type: 'about:blank', title: Internal Server Error, status: 500, detail: 'something went wrong here, and it
                  is in the log', code: internal}
            unavailable:
              value: {type: 'about:blank', title: Service Unavailable, status: 503, detail: 'too many requests: ask more slowly',
                code: unavailable}
            clock_implausible:
              value: {type: 'about:blank', title: Service Unavailable, status: 503, detail: 'no sale is opened: the clock is 3605
                  s behind that of the acquirer of main: set it', code: clock_implausible}
            out_of_order:
              value: {type: 'about:blank', title: Service Unavailable, status: 503, detail: 'no sale is opened: the ledger''s disk
                  failed: look at it', code: out_of_order}
            disk_low:
              value: {type: 'about:blank', title: Service Unavailable, status: 503, detail: 'no sale is opened: 12 MiB are free
                  where the ledger is: make room', code: disk_low}
            draining:
              value: {type: 'about:blank', title: Service Unavailable, status: 503, detail: 'no new sale is opened: the terminal
                  is being taken out of service', code: draining}
          schemas:
            Time:
              type: string
              format: date-time
              pattern: ^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$
              description: A point of time in UTC, RFC 3339 with three decimals.
              examples: ['2026-03-01T09:00:00.000Z']
            Money:
              type: object
              description: An amount of one currency.
              properties:
                value: {type: integer, format: int64, description: 'Minor units of the currency: 1250 is twelve yuan fifty.'}
                currency: {type: string, pattern: '^[A-Z]{3}$', description: ISO 4217 letters.}
              required: [value, currency]
              examples: [{value: 1250, currency: CNY}]
            Amount:
              description: 'An amount that somebody asks for: minor units as `value`, or a text as `decimal`, never both.'
              oneOf:
              - type: object
                title: minor units
                additionalProperties: false
                required: [value, currency]
                properties:
                  value: {type: integer, format: int64, minimum: 1, maximum: 1000000000000, description: 'Minor units: 1250 is 12.50
                      CNY.'}
                  currency: {type: string, pattern: '^[A-Z]{3}$', description: ISO 4217 letters.}
              - type: object
                title: decimal
                additionalProperties: false
                required: [decimal, currency]
                properties:
                  decimal:
                    type: string
                    pattern: ^[0-9]+(\.[0-9]+)?$
                    maxLength: 24
                    description: Digits, and after a point no more decimals than the currency has.
                  currency: {type: string, pattern: '^[A-Z]{3}$', description: ISO 4217 letters.}
              examples: [{value: 1250, currency: CNY}, {decimal: '12.50', currency: CNY}]
            OrderStatus:
              type: string
              enum: [opening, code, checking, paid, not_paid, paid_late, accepted, needs_person]
              description: The one word that says how a sale stands. `paid`, `not_paid`, `paid_late`, `accepted` and `needs_person`
                end a wait; `accepted` is kept for codes that no acquirer confirms. A later daemon may say more.
              examples: [code]
            Order:
              type: object
              description: One sale, with everything that belongs to it.
              properties:
                id: {type: string, description: The daemon's name for the sale.}
                reference: {type: [string, 'null'], description: The shop's own name for it.}
                status: {$ref: '#/components/schemas/OrderStatus', description: How it stands.}
                amount: {$ref: '#/components/schemas/Money', description: What the payer owes.}
                subject: {type: [string, 'null'], description: What is sold.}
                attempts: {type: array, items: {$ref: '#/components/schemas/Attempt'}, description: 'The tries, oldest first.'}
                transactions: {type: array, items: {$ref: '#/components/schemas/Transaction'}, description: The money that acquirers
                    hold for it.}
                refunds: {type: array, items: {$ref: '#/components/schemas/Refund'}, description: The money that goes back.}
                holds: {type: array, items: {$ref: '#/components/schemas/Hold'}, description: 'What a person has to decide, or has
                    decided.'}
                prints: {type: array, items: {$ref: '#/components/schemas/Print'}, description: The slips.}
                opened_at: {$ref: '#/components/schemas/Time', description: When it was opened.}
                deadline: {$ref: '#/components/schemas/Time', description: When the daemon gives it up.}
                seconds_left: {type: integer, format: int64, minimum: 0, description: Seconds to the deadline by the daemon's own
                    clock.}
                version: {type: integer, format: int64, minimum: 0, description: Grows with every change.}
                metadata: {type: object, additionalProperties: {type: string}, description: 'The shop''s own notes, as they came.'}
                held: {type: array, items: {$ref: '#/components/schemas/HeldWork'}, description: Work that a person holds back;
                    absent if none is.}
              required:
              - id
              - reference
              - status
              - amount
              - subject
              - attempts
              - transactions
              - refunds
              - holds
              - prints
              - opened_at
              - deadline
              - seconds_left
              - version
              - metadata
              examples: [{id: 01JNA6S2K4M6P8R0T2V4X6Z8B0, reference: tea-1, status: code, amount: {value: 1250, currency: CNY},
                  subject: Tea, attempts: [{reference: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, account: main, state: presented, reason: null,
                      detail: null, code: {payload: 'https://pay.example/q/9f3?a=1&b=2', expires_at: '2026-03-01T09:05:00.000Z'}}],
                  transactions: [], refunds: [], holds: [], prints: [], opened_at: '2026-03-01T09:00:00.000Z', deadline: '2026-03-01T09:05:00.000Z',
                  seconds_left: 287, version: 4, metadata: {table: '7'}}, {id: 01JNA6S2K4M6P8R0T2V4X6Z8B0, reference: tea-1, status: needs_person,
                  amount: {value: 1250, currency: CNY}, subject: Tea, attempts: [{reference: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, account: main,
                      state: paid, reason: null, detail: null, code: {payload: 'https://pay.example/q/9f3?a=1&b=2', expires_at: '2026-03-01T09:05:00.000Z'}}],
                  transactions: [{account: main, acquirer_reference: pay_1, attempt: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, amount: {value: 1200,
                        currency: CNY}, fate: held, source: notify, learnt_at: '2026-03-01T09:01:12.345Z'}], refunds: [], holds: [
                    {id: 01JNA6W7S9T1V3X5Z7B9D1F3H5, about: amount_differs, detail: 'the acquirer of main reports 12.00 CNY as pay_1,
                        which is not what the sale was for', opened_at: '2026-03-01T09:02:00.000Z', settled: null, decisions: [
                        give_back, leave], order: 01JNA6S2K4M6P8R0T2V4X6Z8B0}], prints: [], opened_at: '2026-03-01T09:00:00.000Z',
                  deadline: '2026-03-01T09:05:00.000Z', seconds_left: 221, version: 9, metadata: {table: '7'}, held: [{row: 17,
                      what: watch, held: {scope: row, by: anna, since: '2026-03-01T09:02:00.000Z', why: the acquirer works on its
                          line}}]}]
            Attempt:
              type: object
              description: One try to have a sale paid through one acquirer.
              properties:
                reference: {type: string, pattern: '^[0-9A-Z]{26}$', description: What the acquirer knows the try by.}
                account: {type: string, description: The account of the configuration.}
                state:
                  type: string
                  enum: [opened, presented, uncertain, closing, paid, closed]
                  description: How the try stands. A later daemon may say more.
                reason:
                  type: [string, 'null']
                  enum: [cancelled, expired, refused, lost, replaced, superseded, wrong_money, null]
                  description: Why it is closing or closed. A later daemon may say more.
                detail: {type: [string, 'null'], description: What the acquirer said when it refused.}
                code: {oneOf: [{$ref: '#/components/schemas/Code'}, {type: 'null'}], description: Its payment code; null before
                    the acquirer answered.}
              required: [reference, account, state, reason, detail, code]
              examples: [{reference: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, account: main, state: presented, reason: null, detail: null, code: {
                    payload: 'https://pay.example/q/9f3?a=1&b=2', expires_at: '2026-03-01T09:05:00.000Z'}}]
            Code:
              type: object
              description: The payment code that a payer scans.
              properties:
                payload: {type: string, description: The text in the QR code.}
                expires_at: {oneOf: [{$ref: '#/components/schemas/Time'}, {type: 'null'}], description: When the acquirer takes
                    no more scans; null if it did not say.}
              required: [payload, expires_at]
              examples: [{payload: 'https://pay.example/q/9f3?a=1&b=2', expires_at: '2026-03-01T09:05:00.000Z'}]
            Transaction:
              type: object
              description: Money that an acquirer says it holds.
              properties:
                account: {type: string, description: The account that it came through.}
                acquirer_reference: {type: string, description: The acquirer's own name for it.}
                attempt: {type: string, description: The reference of the try that it belongs to.}
                amount: {$ref: '#/components/schemas/Money', description: What the payer paid.}
                fate: {type: string, enum: [kept, returning, returned, held], description: What becomes of it. A later daemon may
                    say more.}
                source: {type: string, enum: [query, notify, statement], description: Where the daemon learnt of it. A later daemon
                    may say more.}
                learnt_at: {$ref: '#/components/schemas/Time', description: When the daemon learnt of it.}
              required: [account, acquirer_reference, attempt, amount, fate, source, learnt_at]
              examples: [{account: main, acquirer_reference: pay_1, attempt: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, amount: {value: 1250, currency: CNY},
                  fate: kept, source: notify, learnt_at: '2026-03-01T09:01:12.345Z'}]
            Refund:
              type: object
              description: Money that goes back to a payer.
              properties:
                id: {type: string, description: The refund's own name.}
                acquirer_reference: {type: string, description: The money that it gives back.}
                reason: {type: string, enum: [asked, late, surplus, cancelled, decided, elsewhere], description: Why. A later daemon
                    may say more.}
                amount: {$ref: '#/components/schemas/Money', description: How much.}
                state: {type: string, enum: [asked, sent, unknown, done, refused], description: How far it is. A later daemon may
                    say more.}
                note: {type: [string, 'null'], description: What the cashier wrote.}
              required: [id, acquirer_reference, reason, amount, state, note]
              examples: [{id: 01JNA6V1M5R8B2D4F6H8K0N2Q4, acquirer_reference: pay_1, reason: asked, amount: {value: 500, currency: CNY},
                  state: sent, note: cold tea}]
            Print:
              type: object
              description: A slip of paper.
              properties:
                id: {type: string, description: The slip's own name.}
                kind: {type: string, enum: [sale, copy, refund, code], description: What it is. A later daemon may say more.}
                copy: {type: integer, format: int64, minimum: 0, description: Which copy it is; 0 is the original.}
                state:
                  type: string
                  enum: [queued, started, printed, unconfirmed, doubtful, abandoned]
                  description: How far it is. A later daemon may say more.
              required: [id, kind, copy, state]
              examples: [{id: 01JNA6X3C5E7G9J1M3P5R7T9V1, kind: sale, copy: 0, state: printed}]
            Hold:
              type: object
              description: A question that only a person can answer.
              properties:
                id: {type: string, description: The hold's own name.}
                about: {type: string, description: 'What it is about, a word.'}
                detail: {type: string, description: The same as a sentence for people.}
                opened_at: {$ref: '#/components/schemas/Time', description: Since when it waits.}
                settled: {oneOf: [{$ref: '#/components/schemas/HoldSettlement'}, {type: 'null'}], description: How it was settled;
                    null while it is open.}
                decisions: {type: array, items: {type: string}, description: The decisions that fit.}
                order: {type: string, description: The sale that it belongs to; absent if none.}
              required: [id, about, detail, opened_at, settled, decisions]
              examples: [{id: 01JNA6W7S9T1V3X5Z7B9D1F3H5, about: amount_differs, detail: 'the acquirer of main reports 12.00 CNY
                    as pay_1, which is not what the sale was for', opened_at: '2026-03-01T09:02:00.000Z', settled: null, decisions: [
                    give_back, leave], order: 01JNA6S2K4M6P8R0T2V4X6Z8B0}, {id: 01JNA6W7S9T1V3X5Z7B9D1F3H5, about: amount_differs,
                  detail: 'the acquirer of main reports 12.00 CNY as pay_1, which is not what the sale was for', opened_at: '2026-03-01T09:02:00.000Z',
                  settled: {decision: give_back, by: socket, note: payer has left, at: '2026-03-01T09:20:00.000Z'}, decisions: [
                    give_back, leave], order: 01JNA6S2K4M6P8R0T2V4X6Z8B0}]
            HoldSettlement:
              type: object
              description: How a person settled a hold.
              properties:
                decision: {type: string, description: One of the decisions that the hold offered.}
                by: {type: string, description: Who decided.}
                note: {type: string, description: 'Why, in the person''s own words.'}
                at: {$ref: '#/components/schemas/Time', description: When.}
              required: [decision, by, note, at]
              examples: [{decision: give_back, by: socket, note: payer has left, at: '2026-03-01T09:20:00.000Z'}]
            HeldWork:
              type: object
              description: Work of one sale that a person holds back.
              properties:
                row: {type: integer, format: int64, description: The row of the queue.}
                what: {$ref: '#/components/schemas/QueueWork', description: What is not done meanwhile.}
                held: {$ref: '#/components/schemas/QueueHold', description: 'Who, since when and why.'}
              required: [row, what, held]
              examples: [{row: 17, what: watch, held: {scope: row, by: anna, since: '2026-03-01T09:02:00.000Z', why: the acquirer
                      works on its line}}]
            OrderPage:
              type: object
              description: A list of sales.
              properties: {orders: {type: array, items: {$ref: '#/components/schemas/Order'}, description: The sales.}}
              required: [orders]
              examples: [{orders: [{id: 01JNA6S2K4M6P8R0T2V4X6Z8B0, reference: tea-1, status: code, amount: {value: 1250, currency: CNY},
                      subject: Tea, attempts: [{reference: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, account: main, state: presented, reason: null,
                          detail: null, code: {payload: 'https://pay.example/q/9f3?a=1&b=2', expires_at: '2026-03-01T09:05:00.000Z'}}],
                      transactions: [], refunds: [], holds: [], prints: [], opened_at: '2026-03-01T09:00:00.000Z', deadline: '2026-03-01T09:05:00.000Z',
                      seconds_left: 287, version: 4, metadata: {table: '7'}}]}]
            HoldPage:
              type: object
              description: A list of holds.
              properties: {holds: {type: array, items: {$ref: '#/components/schemas/Hold'}, description: 'The holds, oldest first.'}}
              required: [holds]
              examples: [{holds: [{id: 01JNA6W7S9T1V3X5Z7B9D1F3H5, about: amount_differs, detail: 'the acquirer of main reports
                        12.00 CNY as pay_1, which is not what the sale was for', opened_at: '2026-03-01T09:02:00.000Z', settled: null,
                      decisions: [give_back, leave], order: 01JNA6S2K4M6P8R0T2V4X6Z8B0}]}]
            SettledHold:
              type: object
              description: The answer to settling a hold.
              properties: {hold: {$ref: '#/components/schemas/Hold', description: The hold as it stands now.}}
              required: [hold]
              examples: [{hold: {id: 01JNA6W7S9T1V3X5Z7B9D1F3H5, about: amount_differs, detail: 'the acquirer of main reports 12.00
                      CNY as pay_1, which is not what the sale was for', opened_at: '2026-03-01T09:02:00.000Z', settled: {decision: give_back,
                      by: socket, note: payer has left, at: '2026-03-01T09:20:00.000Z'}, decisions: [give_back, leave], order: 01JNA6S2K4M6P8R0T2V4X6Z8B0}}]
            Event:
              type: object
              description: Something that happened, as the journal has it.
              properties:
                id: {type: string, description: Epoch and number; a reader goes on after it.}
                type:
                  type: string
                  description: Such as `order.paid`, `refund.done` or `terminal.noted`; `reset` if the reader has to start over.
                    A later daemon may say more.
                order: {type: [string, 'null'], description: The sale that it is about.}
                at: {$ref: '#/components/schemas/Time', description: When.}
                entry: {type: [string, 'null'], description: The journal's word for it.}
                status: {oneOf: [{$ref: '#/components/schemas/OrderStatus'}, {type: 'null'}], description: How the sale stood after
                    it.}
              required: [id, type, order, at, entry, status]
              examples: [{id: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, type: order.code, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0, at: '2026-03-01T09:00:01.250Z',
                  entry: codeIssued, status: code}]
            EventPage:
              type: object
              description: A stretch of the journal.
              properties:
                events: {type: array, items: {$ref: '#/components/schemas/Event'}, maxItems: 200, description: 'The events, oldest
                    first.'}
                last: {type: string, description: 'Where the next page starts, as `after`.'}
              required: [events, last]
              examples: [{events: [{id: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, type: order.code, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0, at: '2026-03-01T09:00:01.250Z',
                      entry: codeIssued, status: code}], last: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42}]
            QueueWork:
              type: string
              enum: [create, watch, close, refund, query_refund, print, deadline, unknown]
              description: What a piece of work is. A later daemon may say more.
              examples: [watch]
            QueueHold:
              type: object
              description: That a person holds work back.
              properties:
                scope: {type: string, enum: [row, order, lane], description: How far it reaches.}
                by: {type: string, description: 'Who, as they call themselves.'}
                since: {$ref: '#/components/schemas/Time', description: Since when.}
                why: {type: string, description: 'Why, in their own words.'}
              required: [scope, by, since, why]
              examples: [{scope: row, by: anna, since: '2026-03-01T09:02:00.000Z', why: the acquirer works on its line}]
            QueueRow:
              type: object
              description: One piece of work that a sale owes, and why it is not done.
              properties:
                id: {type: integer, format: int64, minimum: 1, description: 'The row, a number that is never used twice.'}
                lane: {type: string, enum: [provider, print, clock], description: Who does it.}
                what: {$ref: '#/components/schemas/QueueWork', description: What is to be done.}
                about: {type: [string, 'null'], description: 'The attempt, refund or slip that it is about.'}
                order: {type: string, description: The sale.}
                reference: {type: [string, 'null'], description: The shop's own name for the sale.}
                status: {$ref: '#/components/schemas/OrderStatus', description: How the sale stands.}
                amount: {$ref: '#/components/schemas/Money', description: What the sale is about.}
                account: {type: [string, 'null'], description: The account that it goes through.}
                tries: {type: integer, format: int64, minimum: 0, description: How often it was tried.}
                last_answer: {type: [string, 'null'], description: 'What the last try brought, if it was in vain.'}
                wait:
                  type: string
                  enum:
                  - due
                  - under_way
                  - waits
                  - behind
                  - account_rests
                  - no_account
                  - held
                  - printer
                  - no_printer
                  - unreadable
                  description: Why it is not done. A later daemon may say more.
                detail: {type: string, description: The same as a sentence for people.}
                next_at: {oneOf: [{$ref: '#/components/schemas/Time'}, {type: 'null'}], description: When it is tried next.}
                next_seconds: {type: [integer, 'null'], format: int64, description: Seconds to that by the daemon's own clock.}
                since: {$ref: '#/components/schemas/Time', description: Since when it is owed.}
                age_seconds: {type: integer, format: int64, description: Seconds since then by the daemon's own clock.}
                held: {oneOf: [{$ref: '#/components/schemas/QueueHold'}, {type: 'null'}], description: Who holds it back.}
              required:
              - id
              - lane
              - what
              - about
              - order
              - reference
              - status
              - amount
              - account
              - tries
              - last_answer
              - wait
              - detail
              - next_at
              - next_seconds
              - since
              - age_seconds
              - held
              examples: [{id: 17, lane: provider, what: watch, about: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0,
                  reference: tea-1, status: checking, amount: {value: 1250, currency: CNY}, account: main, tries: 3, last_answer: no
                    route, wait: account_rests, detail: 'the acquirer of main does not answer: it is asked again in 6 s', next_at: '2026-03-01T09:02:06.000Z',
                  next_seconds: 6, since: '2026-03-01T09:00:00.000Z', age_seconds: 120, held: null}, {id: 17, lane: provider, what: watch,
                  about: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0, reference: tea-1, status: checking, amount: {
                    value: 1250, currency: CNY}, account: main, tries: 3, last_answer: no route, wait: held, detail: 'held by anna:
                    the acquirer works on its line (the acquirer is not asked)', next_at: null, next_seconds: null, since: '2026-03-01T09:00:00.000Z',
                  age_seconds: 120, held: {scope: row, by: anna, since: '2026-03-01T09:02:00.000Z', why: the acquirer works on its
                      line}}]
            StandingHold:
              type: object
              description: 'A hold of a sale or a lane: work that comes while it stands is held as well.'
              properties:
                order: {type: [string, 'null'], description: The sale; null if it is a lane.}
                lane: {type: [string, 'null'], description: The lane; null if it is a sale.}
                held: {$ref: '#/components/schemas/QueueHold', description: 'Who, since when and why.'}
              required: [order, lane, held]
              examples: [{order: null, lane: print, held: {scope: lane, by: anna, since: '2026-03-01T09:02:00.000Z', why: new paper}}]
            QueuePage:
        """##
}
