// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: made from openapi.yaml by Scripts/describe, line by line

extension APIText {
    /// Lines 2281 to 2651.
    static let part7 = ##"""
                accounts: {type: array, items: {$ref: '#/components/schemas/AccountHealth'}, description: 'The ways to the acquirers,
                    in order of preference.'}
                queue: {$ref: '#/components/schemas/QueueHealth', description: The work that waits.}
                sales: {$ref: '#/components/schemas/SalesHealth', description: Whether sales are opened; absent if not known.}
                displays: {type: array, items: {$ref: '#/components/schemas/Device'}, description: The displays.}
                printers: {type: array, items: {$ref: '#/components/schemas/Device'}, description: The printers.}
              required:
              - status
              - version
              - environment
              - currency
              - currency_exponent
              - ledger
              - accounts
              - queue
              - displays
              - printers
              examples: [{status: ok, version: 0.1.0, environment: sandbox, currency: CNY, currency_exponent: 2, ledger: {state: ok,
                    last: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, open_orders: 3, open_holds: 0, free_bytes: 5368709120, key: kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k},
                  accounts: [{id: main, provider: openpay, breaker: closed, currency: CNY, currency_exponent: 2, clock_offset_seconds: -2}],
                  queue: {waiting: 7, due: 1, oldest_seconds: 12, held: 0, set_aside: 0, draining: false}, sales: {state: open,
                    reasons: []}, displays: [{id: payer, state: ok, detail: null}], printers: [{id: counter, state: paper_out, detail: 'the
                        paper is out: put in a new roll'}]}]
            LedgerHealth:
              type: object
              description: How the ledger does.
              properties:
                state: {type: string, description: 'One word, `ok` if sales can be opened.'}
                last: {type: string, description: The newest event.}
                open_orders: {type: integer, format: int64, minimum: 0, description: Sales that are not over.}
                open_holds: {type: integer, format: int64, minimum: 0, description: Holds that wait for a person.}
                free_bytes: {type: [integer, 'null'], format: int64, description: Bytes left on its disk; null if nobody knows.}
                key: {type: string, description: The thumbprint of the key that signs evidence; absent if there is none.}
              required: [state, last, open_orders, open_holds, free_bytes]
              examples: [{state: ok, last: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, open_orders: 3, open_holds: 0, free_bytes: 5368709120,
                  key: kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k}]
            AccountHealth:
              type: object
              description: How the way to one acquirer does.
              properties:
                id: {type: string, description: The account of the configuration.}
                provider: {type: string, description: The adapter that it uses.}
                breaker: {type: string, enum: [closed, open, half_open], description: Whether it is asked at all.}
                currency: {type: string, description: The currency that it takes; absent if not known.}
                currency_exponent: {type: integer, format: int64, description: Decimals of that currency; absent if not known.}
                clock_offset_seconds: {type: integer, format: int64, description: Seconds that our clock is ahead of the acquirer's;
                    absent if not known.}
              required: [id, provider, breaker]
              examples: [{id: main, provider: openpay, breaker: closed, currency: CNY, currency_exponent: 2, clock_offset_seconds: -2}]
            QueueHealth:
              type: object
              description: How much work waits.
              properties:
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
                  - no_such_account
                  - decision_does_not_fit
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
              examples: [{why: closing time, by: anna}]
            EndDrain:
              type: object
              description: Takes new sales again.
              properties:
                by:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 64
                  pattern: ^[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$
                  description: Who, as they call themselves; the door of the request if absent.
              additionalProperties: false
              examples: [{by: anna}]
            MakeBackup:
              type: object
              description: Asks for a backup of the ledger.
              properties:
                folder:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 1024
                  pattern: ^/[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$
                  description: The folder to make it in, an absolute path, over the Unix socket only; that of the configuration
                    if absent.
              additionalProperties: false
              examples: [{}, {folder: /media/stick}]
            MakeToken:
              type: object
              description: Makes a token for a program.
              properties:
                name: {type: string, pattern: '^[a-z][a-z0-9-]{0,31}$', description: What the token is called.}
                roles:
                  type: array
                  items: {$ref: '#/components/schemas/Role'}
                  minItems: 1
                  uniqueItems: true
                  description: What its owner may do, each word once.
                days: {type: [integer, 'null'], minimum: 1, maximum: 3650, description: Days until it ends by itself; never if absent.}
              required: [name, roles]
              additionalProperties: false
              examples: [{name: kiosk-2, roles: [sale], days: 365}, {name: office, roles: [refund, report]}]
        """##
}
