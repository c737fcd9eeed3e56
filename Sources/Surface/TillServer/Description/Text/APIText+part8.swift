// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: made from openapi.yaml by Scripts/describe, line by line

extension APIText {
    /// Lines 2661 to 3040.
    static let part8 = ##"""
                waiting: {type: integer, format: int64, minimum: 0, description: Pieces of work that are not done.}
                due: {type: integer, format: int64, minimum: 0, description: Those of them that could be done now.}
                oldest_seconds: {type: [integer, 'null'], format: int64, description: Seconds that the oldest due one has waited.}
                held: {type: integer, format: int64, minimum: 0, description: Those that a person holds back.}
                set_aside: {type: integer, format: int64, minimum: 0, description: Those that this version cannot read.}
                draining: {type: boolean, description: Whether the terminal takes no new sales because a person drains it.}
              required: [waiting, due, oldest_seconds, held, set_aside, draining]
              examples: [{waiting: 7, due: 1, oldest_seconds: 12, held: 0, set_aside: 0, draining: false}]
            SalesHealth:
              type: object
              description: Whether sales are opened now, and if not, why.
              properties:
                state: {type: string, enum: [open, refused], description: Whether sales are opened.}
                reasons: {type: array, items: {$ref: '#/components/schemas/SalesRefusal'}, description: Why sales are refused.}
              required: [state, reasons]
              examples: [{state: open, reasons: []}, {state: refused, reasons: [{code: disk_low, detail: '12 MiB are free where
                        the ledger is: make room'}]}]
            SalesRefusal:
              type: object
              description: One reason why no sale is opened.
              properties:
                code: {type: string, description: The code of the problem that a sale gets.}
                detail: {type: string, description: The same as a sentence for people.}
              required: [code, detail]
              examples: [{code: disk_low, detail: '12 MiB are free where the ledger is: make room'}]
            Backup:
              type: object
              description: A backup that was made, read again and found to be good.
              properties:
                file: {type: string, description: The file.}
                bytes: {type: integer, format: int64, minimum: 0, description: Its size.}
                rows: {type: integer, format: int64, minimum: 0, description: Rows of the journal in it.}
                orders: {type: integer, format: int64, minimum: 0, description: Sales in it.}
                head: {type: string, description: The newest event in it.}
              required: [file, bytes, rows, orders, head]
              examples: [{file: /var/backups/tilld/ledger-T-0001-20270115T080000Z-812.sqlite, bytes: 1048576, rows: 812, orders: 120,
                  head: 01JNA6S2K4M6P8R0T2V4X6Z8B0-812}]
            Token:
              type: object
              description: 'A token of the local API, without the token itself: the daemon keeps its digest only.'
              properties:
                name: {type: string, description: What it is called.}
                roles: {type: array, items: {$ref: '#/components/schemas/Role'}, description: What its owner may do.}
                made_at: {$ref: '#/components/schemas/Time', description: When it was made.}
                made_by: {type: string, description: 'Who made it, as the journal calls them.'}
                expires_at: {oneOf: [{$ref: '#/components/schemas/Time'}, {type: 'null'}], description: When it ends by itself;
                    null if it does not.}
                last_used_at: {oneOf: [{$ref: '#/components/schemas/Time'}, {type: 'null'}], description: The hour in which it was
                    shown last; null if it never was.}
              required: [name, roles, made_at, made_by, expires_at, last_used_at]
              examples: [{name: kiosk-2, roles: [sale], made_at: '2026-03-01T09:00:00.000Z', made_by: socket, expires_at: '2027-03-01T09:00:00.000Z',
                  last_used_at: null}]
            MadeToken:
              type: object
              description: 'The answer to making a token: the only time that the token itself is told.'
              properties:
                secret: {type: string, description: 'The token, to be sent as `Authorization: Bearer …`.'}
                token: {$ref: '#/components/schemas/Token', description: What the daemon keeps of it.}
              required: [secret, token]
              examples: [{secret: till_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8, token: {name: kiosk-2, roles: [sale], made_at: '2026-03-01T09:00:00.000Z',
                    made_by: socket, expires_at: '2027-03-01T09:00:00.000Z', last_used_at: null}}]
            TokenPage:
              type: object
              description: The tokens that have been made and not revoked.
              properties: {tokens: {type: array, items: {$ref: '#/components/schemas/Token'}, description: 'The tokens, by name.'}}
              required: [tokens]
              examples: [{tokens: [{name: kiosk-2, roles: [sale], made_at: '2026-03-01T09:00:00.000Z', made_by: socket, expires_at: '2027-03-01T09:00:00.000Z',
                      last_used_at: null}]}]
            Role:
              type: string
              enum: [sale, refund, report, admin]
              description: 'What somebody may do: `sale` opens sales, follows and cancels them; `refund` gives money back and settles
                holds; `report` reads everything; `admin` may do everything. A later daemon may say more.'
              examples: [sale]
            Webhook:
              type: object
              description: An endpoint of the shop's own systems that is told of sales.
              properties:
                id: {type: string, description: What the daemon calls it.}
                name: {type: [string, 'null'], description: What people call it.}
                url: {type: string, description: Where it is told.}
                events: {type: array, items: {type: string}, description: Which events it is told of.}
                state: {type: string, enum: [ok, retrying, dead, stopped], description: How it does. A later daemon may say more.}
                detail: {type: [string, 'null'], description: 'What is wrong, for people.'}
                cursor: {type: string, description: The event up to which it was considered.}
                waiting: {type: integer, format: int64, minimum: 0, description: Deliveries that are still to be made.}
                dead: {type: integer, format: int64, minimum: 0, description: Deliveries that were given up.}
                delivered: {type: integer, format: int64, minimum: 0, description: Deliveries that were made.}
                delivered_at: {oneOf: [{$ref: '#/components/schemas/Time'}, {type: 'null'}], description: When the last one was
                    made.}
                since: {$ref: '#/components/schemas/Time', description: Since when it is there.}
                secrets:
                  type: integer
                  format: int64
                  minimum: 0
                  description: How many secrets it is signed with, two while one takes the place of the other.
              required:
              - id
              - name
              - url
              - events
              - state
              - detail
              - cursor
              - waiting
              - dead
              - delivered
              - delivered_at
              - since
              - secrets
              examples: [{id: 01JNB0H0H0H0H0H0H0H0H0H0H0, name: erp, url: 'https://erp.example/till', events: [order.paid, refund.*],
                  state: ok, detail: null, cursor: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, waiting: 0, dead: 0, delivered: 812, delivered_at: '2026-03-01T09:00:01.250Z',
                  since: '2026-02-01T09:00:00.000Z', secrets: 1}]
            WebhookPage:
              type: object
              description: The endpoints that are told of sales.
              properties: {webhooks: {type: array, items: {$ref: '#/components/schemas/Webhook'}, description: 'The endpoints, the
                    oldest first.'}}
              required: [webhooks]
              examples: [{webhooks: [{id: 01JNB0H0H0H0H0H0H0H0H0H0H0, name: erp, url: 'https://erp.example/till', events: [order.paid,
                        refund.*], state: ok, detail: null, cursor: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, waiting: 0, dead: 0, delivered: 812,
                      delivered_at: '2026-03-01T09:00:01.250Z', since: '2026-02-01T09:00:00.000Z', secrets: 1}]}]
            WebhookSecret:
              type: object
              description: An endpoint with a secret that was made for it, which is told this once.
              properties:
                webhook: {$ref: '#/components/schemas/Webhook', description: The endpoint.}
                secret: {type: [string, 'null'], description: What it is to verify with; null in the answer to a repetition.}
                overlap_until: {oneOf: [{$ref: '#/components/schemas/Time'}, {type: 'null'}], description: Until when it is signed
                    with the secret before as well.}
              required: [webhook, secret, overlap_until]
              examples: [{webhook: {id: 01JNB0H0H0H0H0H0H0H0H0H0H0, name: erp, url: 'https://erp.example/till', events: [order.paid,
                      refund.*], state: ok, detail: null, cursor: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, waiting: 0, dead: 0, delivered: 812,
                    delivered_at: '2026-03-01T09:00:01.250Z', since: '2026-02-01T09:00:00.000Z', secrets: 1}, secret: whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD,
                  overlap_until: null}]
            WebhookTest:
              type: object
              description: What an endpoint said to a trial.
              properties:
                webhook: {type: string, description: The endpoint.}
                message: {type: string, description: The `webhook-id` that it was sent with.}
                delivered: {type: boolean, description: Whether it was taken.}
                status: {type: [integer, 'null'], format: int64, description: The HTTP status; null if no answer came.}
                detail: {type: string, description: 'What came of it, for people.'}
                milliseconds: {type: integer, format: int64, minimum: 0, description: How long it took.}
              required: [webhook, message, delivered, status, detail, milliseconds]
              examples: [{webhook: 01JNB0H0H0H0H0H0H0H0H0H0H0, message: test_01JNB0J0J0J0J0J0J0J0J0J0J0, delivered: true, status: 204,
                  detail: it answered 204, milliseconds: 12}]
            Delivery:
              type: object
              description: An event on its way to an endpoint, or given up.
              properties:
                message: {type: string, description: 'The `webhook-id`, which is the event''s id.'}
                order: {type: [string, 'null'], description: The sale that it is about.}
                dead: {type: boolean, description: Whether it was given up.}
                tries: {type: integer, format: int64, minimum: 0, description: How often it was tried.}
                tried_at: {oneOf: [{$ref: '#/components/schemas/Time'}, {type: 'null'}], description: When it was tried last.}
                last_answer: {type: [string, 'null'], description: What came of that.}
                next_at: {oneOf: [{$ref: '#/components/schemas/Time'}, {type: 'null'}], description: When it is tried next.}
              required: [message, order, dead, tries, tried_at, last_answer, next_at]
              examples: [{message: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0, dead: false, tries: 3, tried_at: '2026-03-01T09:05:06.000Z',
                  last_answer: it answered 500, next_at: '2026-03-01T09:35:06.000Z'}]
            DeliveryPage:
              type: object
              description: What waits for an endpoint, and what was given up.
              properties:
                deliveries: {type: array, items: {$ref: '#/components/schemas/Delivery'}, description: 'The deliveries, the oldest
                    event first.'}
                last: {type: string, description: 'Where the next page starts, as `after`.'}
              required: [deliveries, last]
              examples: [{deliveries: [{message: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0, dead: false,
                      tries: 3, tried_at: '2026-03-01T09:05:06.000Z', last_answer: it answered 500, next_at: '2026-03-01T09:35:06.000Z'}],
                  last: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42}]
            WebhookHealth:
              type: object
              description: How an endpoint does that is told of sales.
              properties:
                id: {type: string, description: What the daemon calls it.}
                name: {type: [string, 'null'], description: What people call it.}
                state: {type: string, enum: [ok, retrying, dead, stopped], description: How it does. A later daemon may say more.}
                waiting: {type: integer, format: int64, minimum: 0, description: Deliveries that are still to be made.}
                dead: {type: integer, format: int64, minimum: 0, description: Deliveries that were given up.}
                detail: {type: [string, 'null'], description: 'What is wrong, for people.'}
              required: [id, name, state, waiting, dead, detail]
              examples: [{id: 01JNB0H0H0H0H0H0H0H0H0H0H0, name: erp, state: ok, waiting: 0, dead: 0, detail: null}]
            Problem:
              type: object
              description: Why the daemon refuses a request (RFC 9457).
              properties:
                type: {type: string, description: '`about:blank`: the code says it better.'}
                title: {type: string, description: The phrase of the status.}
                status: {type: integer, format: int64, description: The HTTP status.}
                detail: {type: string, description: 'What is wrong and what to do, for people.'}
                code:
                  type: string
                  enum:
                  - malformed
                  - unknown_field
                  - wrong_type
                  - missing_field
                  - idempotency_key_missing
                  - unauthorized
                  - forbidden
                  - origin_refused
                  - no_such_order
                  - no_such_hold
                  - no_such_work
                  - no_such_device
                  - no_such_token
                  - no_such_webhook
                  - no_such_route
                  - method_not_allowed
                  - already_paid
                  - already_over
                  - not_paid
                  - limit_reached
                  - cannot_hold
                  - token_exists
                  - idempotency_in_progress
                  - too_large
                  - unsupported_media_type
                  - host_refused
                  - invalid_amount
                  - unknown_currency
                  - invalid_value
                  - idempotency_conflict
                  - refund_exceeds
                  - target_refused
                  - no_such_account
                  - decision_does_not_fit
                  - too_many_readers
                  - too_many_open_orders
                  - internal
                  - unavailable
                  - clock_implausible
                  - out_of_order
                  - disk_low
                  - draining
                  description: The same as a word for programs. A later daemon may say more.
                field: {type: string, description: The path of the member that is wrong; absent if it is none.}
                order: {type: string, description: The sale that it is about; absent if it is none.}
              required: [type, title, status, detail, code]
              examples: [{type: 'about:blank', title: Conflict, status: 409, detail: 'the order is paid already: give it back with
                    a refund', code: already_paid, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0}, {type: 'about:blank', title: Bad Request,
                  status: 400, detail: 'amount is missing: send it as an object', code: missing_field, field: amount}]
            OpenOrder:
              type: object
              description: Opens a sale.
              properties:
                amount: {$ref: '#/components/schemas/Amount', description: What the payer owes.}
                subject:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 128
                  pattern: ^[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$
                  description: What is sold; the payer reads it.
                reference: {type: [string, 'null'], minLength: 1, maxLength: 64, pattern: '^[ -~]+$', description: The shop's own
                    name for the sale.}
                account:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 64
                  pattern: ^[ -~]+$
                  description: The account to use; the first one that sells in the currency if absent.
                deadline_seconds: {type: [integer, 'null'], minimum: 30, maximum: 1800, description: Seconds until the daemon gives
                    the sale up; the setting if absent.}
                metadata:
                  type: [object, 'null']
                  maxProperties: 16
                  propertyNames: {minLength: 1, maxLength: 40, pattern: '^[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$'}
                  additionalProperties: {type: string, maxLength: 256, pattern: '^[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$'}
                  description: Notes of the shop, given back as they came.
              required: [amount]
              additionalProperties: false
              examples: [{amount: {value: 1250, currency: CNY}, subject: Tea, reference: tea-1, account: main, deadline_seconds: 300,
                  metadata: {table: '7'}}, {amount: {decimal: '12.50', currency: CNY}}]
            Empty:
              type: object
              description: No words are needed; no body at all means the same.
              properties: {}
              additionalProperties: false
              examples: [{}]
            NewAttempt:
              type: object
              description: Asks for a new code.
              properties:
                account:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 64
                  pattern: ^[ -~]+$
                  description: The account to use; that of the newest try if absent.
              additionalProperties: false
              examples: [{account: main}, {}]
            RefundRequest:
              type: object
              description: Gives money back.
              properties:
                amount: {oneOf: [{$ref: '#/components/schemas/Amount'}, {type: 'null'}], description: How much; all that is left
                    if absent.}
                note:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 256
                  pattern: ^[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$
                  description: Why.
              additionalProperties: false
              examples: [{amount: {value: 500, currency: CNY}, note: cold tea}, {}]
            SettleHold:
              type: object
              description: Decides a hold.
              properties:
                decision: {type: string, minLength: 1, maxLength: 64, pattern: '^[ -~]+$', description: One of the decisions that
                    the hold offers.}
                note:
                  type: string
                  minLength: 1
                  maxLength: 256
                  pattern: ^[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$
                  description: Why, in the person's own words.
              required: [decision, note]
              additionalProperties: false
              examples: [{decision: give_back, note: payer has left}]
            HoldWork:
              type: object
              description: Holds work back until it is released.
              properties:
                why:
                  type: string
                  minLength: 1
                  maxLength: 256
                  pattern: ^[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$
                  description: Why, in the person's own words.
                by:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 64
                  pattern: ^[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$
                  description: Who, as they call themselves; the door of the request if absent.
              required: [why]
              additionalProperties: false
              examples: [{why: the acquirer works on its line, by: anna}]
            ReleaseWork:
              type: object
              description: Lets held work go on.
              properties:
                why:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 256
                  pattern: ^[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$
                  description: Why, in the person's own words.
                by:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 64
                  pattern: ^[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$
                  description: Who, as they call themselves; the door of the request if absent.
              additionalProperties: false
              examples: [{why: the line is back, by: anna}]
            FlushQueue:
              type: object
              description: Has what waits for its time tried now.
              properties:
                order: {type: [string, 'null'], minLength: 1, maxLength: 128, pattern: '^[ -~]+$', description: Only what this sale
                    owes; all if absent.}
                by:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 64
                  pattern: ^[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$
                  description: Who, as they call themselves; the door of the request if absent.
              additionalProperties: false
              examples: [{order: 01JNA6S2K4M6P8R0T2V4X6Z8B0, by: anna}, {}]
            BeginDrain:
              type: object
              description: Takes no new sales from now on.
              properties:
                why:
                  type: [string, 'null']
        """##
}
