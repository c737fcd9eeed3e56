// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: made from openapi.yaml by Scripts/describe, line by line

extension APIText {
    /// Lines 2281 to 2660.
    static let part7 = ##"""
              type: object
              description: A stretch of the queue.
              properties:
                rows: {type: array, items: {$ref: '#/components/schemas/QueueRow'}, description: 'The rows, oldest first.'}
                last: {type: integer, format: int64, description: 'Where the next page starts, as `after`.'}
                standing: {type: array, items: {$ref: '#/components/schemas/StandingHold'}, description: 'The holds of sales and
                    lanes, oldest first.'}
              required: [rows, last, standing]
              examples: [{rows: [{id: 17, lane: provider, what: watch, about: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0,
                      reference: tea-1, status: checking, amount: {value: 1250, currency: CNY}, account: main, tries: 3, last_answer: no
                        route, wait: account_rests, detail: 'the acquirer of main does not answer: it is asked again in 6 s', next_at: '2026-03-01T09:02:06.000Z',
                      next_seconds: 6, since: '2026-03-01T09:00:00.000Z', age_seconds: 120, held: null}], last: 17, standing: []},
                {rows: [{id: 17, lane: provider, what: watch, about: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0,
                      reference: tea-1, status: checking, amount: {value: 1250, currency: CNY}, account: main, tries: 3, last_answer: no
                        route, wait: held, detail: 'held by anna: the acquirer works on its line (the acquirer is not asked)', next_at: null,
                      next_seconds: null, since: '2026-03-01T09:00:00.000Z', age_seconds: 120, held: {scope: row, by: anna, since: '2026-03-01T09:02:00.000Z',
                        why: the acquirer works on its line}}], last: 17, standing: [{order: null, lane: print, held: {scope: lane,
                        by: anna, since: '2026-03-01T09:02:00.000Z', why: new paper}}]}]
            Drain:
              type: object
              description: Whether new sales are taken, and what is still owed.
              properties:
                state:
                  type: string
                  enum: [open, draining, stuck, drained]
                  description: '`open` takes new sales; `stuck` waits for a person; `drained` owes nothing. A later daemon may say
                    more.'
                by: {type: [string, 'null'], description: Who asked for it.}
                since: {oneOf: [{$ref: '#/components/schemas/Time'}, {type: 'null'}], description: Since when.}
                why: {type: [string, 'null'], description: 'Why, in their own words.'}
                owed: {type: integer, format: int64, minimum: 0, description: Pieces of work that have to be done first.}
                orders: {type: integer, format: int64, minimum: 0, description: Sales that owe them.}
                stuck: {type: integer, format: int64, minimum: 0, description: Those pieces that stay until a person does something.}
                watched: {type: integer, format: int64, minimum: 0, description: Pieces that nobody has to wait for.}
                oldest: {oneOf: [{$ref: '#/components/schemas/QueueRow'}, {type: 'null'}], description: The oldest piece that has
                    to be done first.}
              required: [state, by, since, why, owed, orders, stuck, watched, oldest]
              examples: [{state: draining, by: anna, since: '2026-03-01T09:02:00.000Z', why: closing time, owed: 3, orders: 2, stuck: 0,
                  watched: 4, oldest: {id: 17, lane: provider, what: watch, about: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0,
                    reference: tea-1, status: checking, amount: {value: 1250, currency: CNY}, account: main, tries: 3, last_answer: no
                      route, wait: account_rests, detail: 'the acquirer of main does not answer: it is asked again in 6 s', next_at: '2026-03-01T09:02:06.000Z',
                    next_seconds: 6, since: '2026-03-01T09:00:00.000Z', age_seconds: 120, held: null}}, {state: open, by: null,
                  since: null, why: null, owed: 0, orders: 0, stuck: 0, watched: 4, oldest: null}]
            JournalHead:
              type: object
              description: The last row of the journal, which stands for all rows before it.
              properties:
                epoch: {type: string, description: The ledger's life; a restored one has a new name.}
                seq: {type: integer, format: int64, minimum: 0, description: The row's number.}
                chain: {type: string, pattern: '^[0-9a-f]{64}$', description: The row's hash.}
                at: {$ref: '#/components/schemas/Time', description: 'When it was written, by the wall clock.'}
              required: [epoch, seq, chain, at]
              examples: [{epoch: 01JNA6S2K4M6P8R0T2V4X6Z8B0, seq: 1234, chain: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08,
                  at: '2026-03-01T09:00:00.000Z'}]
            Verification:
              type: object
              description: What one stretch of an examination of the ledger brought.
              properties:
                rows: {type: integer, format: int64, minimum: 0, description: Rows whose chain was checked.}
                orders: {type: integer, format: int64, minimum: 0, description: Sales that were compared with their rows.}
                next: {type: [string, 'null'], description: 'Where the next stretch begins, as `after`; null at the end, and behind
                    a fault.'}
                fault:
                  oneOf: [{$ref: '#/components/schemas/VerificationFault'}, {type: 'null'}]
                  description: The first thing that does not fit; null if all does.
              required: [rows, orders, next, fault]
              examples: [{rows: 5000, orders: 0, next: 'chain:5000', fault: null}, {rows: 76, orders: 0, next: null, fault: {row: 77,
                    order: null, what: 'its content is not what was written: row 78 still fits to its hash'}}]
            VerificationFault:
              type: object
              description: Something in the ledger that is not what was written.
              properties:
                row: {type: [integer, 'null'], format: int64, description: The first row of the journal that does not fit.}
                order: {type: [string, 'null'], description: The first sale that differs.}
                what: {type: string, description: What differs.}
              required: [row, order, what]
              examples: [{row: 77, order: null, what: 'its content is not what was written: row 78 still fits to its hash'}]
            Explanation:
              type: object
              description: What happened to a sale, step by step.
              properties:
                order: {type: string, description: The sale.}
                explanation:
                  type: array
                  items: {$ref: '#/components/schemas/Sentence'}
                  description: The steps, the oldest first; the last one says where it stands.
              required: [order, explanation]
              examples: [{order: 01JNA6S2K4M6P8R0T2V4X6Z8B0, explanation: [{seq: 42, at: '2026-03-01T09:00:01.250Z', wall: '2026-03-01T09:00:01.250Z',
                      by: tilld, source: query, text: 'The acquirer said (asked by query) that it holds 12.50 CNY, its reference
                        pay_1.'}, {seq: null, at: '2026-03-01T09:00:01.250Z', wall: '2026-03-01T09:00:01.250Z', by: tilld, source: daemon,
                      text: 'Now it is paid: 12.50 CNY are kept. Nothing is left to do.'}]}]
            Sentence:
              type: object
              description: One step of what happened to a sale, as people read it.
              properties:
                seq: {type: [integer, 'null'], format: int64, description: The row of the journal that it tells of.}
                at: {$ref: '#/components/schemas/Time', description: 'When, in the ledger''s time, which never goes back.'}
                wall: {$ref: '#/components/schemas/Time', description: 'When, by the wall clock.'}
                by: {type: string, description: 'Who, as the journal has it.'}
                source: {type: string, enum: [cashier, answer, query, notify, printer, daemon], description: How it came to be known.}
                text: {type: string, description: What happened and what it meant.}
              required: [seq, at, wall, by, source, text]
              examples: [{seq: 42, at: '2026-03-01T09:00:01.250Z', wall: '2026-03-01T09:00:01.250Z', by: tilld, source: query, text: 'The
                    acquirer said (asked by query) that it holds 12.50 CNY, its reference pay_1.'}]
            Evidence:
              type: object
              description: 'A file that the terminal signs: a JWS in flattened JSON (RFC 7515, section 7.2.2).'
              properties:
                payload: {type: string, pattern: '^[A-Za-z0-9_-]+$', description: 'The story with its rows of the journal, base64url.'}
                protected: {type: string, pattern: '^[A-Za-z0-9_-]+$', description: 'The protected header, base64url.'}
                signature: {type: string, pattern: '^[A-Za-z0-9_-]+$', description: 'The Ed25519 signature, base64url.'}
              required: [payload, protected, signature]
              examples: [{payload: eyJ2IjoxfQ, protected: eyJhbGciOiJFZERTQSJ9, signature: AAECAwQFBgcICQoLDA0ODw}]
            ProofPage:
              type: object
              description: How far each account is proven by its acquirer's statements.
              properties: {accounts: {type: array, items: {$ref: '#/components/schemas/AccountProof'}, description: 'The accounts,
                    in order of preference.'}}
              required: [accounts]
              examples: [{accounts: [{account: main, has_statements: true, proven_until: '2026-03-01', trouble: null, days: [{day: '2026-03-01',
                          compared_at: '2026-03-02T00:10:00.000Z', lines: 118, hash: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08,
                          holds: [], open: 0}]}]}]
            AccountProof:
              type: object
              description: How far one account is proven.
              properties:
                account: {type: string, description: The account.}
                has_statements: {type: boolean, description: Whether its acquirer gives statements at all.}
                proven_until: {type: [string, 'null'], description: The last day up to which every day was compared and every difference
                    is settled.}
                trouble: {type: [string, 'null'], description: Why the next day is not compared yet.}
                days: {type: array, items: {$ref: '#/components/schemas/ComparedDay'}, description: 'The days compared last, the
                    newest first.'}
              required: [account, has_statements, proven_until, trouble, days]
              examples: [{account: main, has_statements: true, proven_until: '2026-03-01', trouble: null, days: [{day: '2026-03-01',
                      compared_at: '2026-03-02T00:10:00.000Z', lines: 118, hash: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08,
                      holds: [], open: 0}]}]
            ComparedDay:
              type: object
              description: A day whose statement was compared with the ledger.
              properties:
                day: {type: string, format: date, description: 'The day, as the acquirer counts days.'}
                compared_at: {$ref: '#/components/schemas/Time', description: When it was compared.}
                lines: {type: integer, format: int64, minimum: 0, description: How many lines the statement has.}
                hash: {type: string, pattern: '^[0-9a-f]{64}$', description: SHA-256 of the statement's bytes.}
                holds: {type: array, items: {type: string}, description: The holds that its differences opened.}
                open: {type: integer, format: int64, minimum: 0, description: How many of them wait for a person.}
              required: [day, compared_at, lines, hash, holds, open]
              examples: [{day: '2026-03-01', compared_at: '2026-03-02T00:10:00.000Z', lines: 118, hash: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08,
                  holds: [], open: 0}]
            Day:
              type: object
              description: What the terminal sold on a day.
              properties:
                day: {type: string, format: date, description: The day by the terminal's time zone.}
                is_over: {type: boolean, description: Whether the day is over; what is not over may grow.}
                sales: {type: array, items: {$ref: '#/components/schemas/DayLine'}, description: 'What was sold, by account and
                    currency.'}
                refunds: {type: array, items: {$ref: '#/components/schemas/DayLine'}, description: 'What of sales went back on that
                    day, by account and currency.'}
                head: {$ref: '#/components/schemas/JournalHead', description: The journal's head when this was added up.}
              required: [day, is_over, sales, refunds, head]
              examples: [{day: '2026-03-01', is_over: true, sales: [{account: main, count: 128, total: {value: 321450, currency: CNY}}],
                  refunds: [{account: main, count: 1, total: {value: 500, currency: CNY}}], head: {epoch: 01JNA6S2K4M6P8R0T2V4X6Z8B0,
                    seq: 1234, chain: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, at: '2026-03-01T09:00:00.000Z'}}]
            DayLine:
              type: object
              description: Money of one account in one currency.
              properties:
                account: {type: string, description: The account.}
                count: {type: integer, format: int64, minimum: 0, description: How many sales or refunds.}
                total: {$ref: '#/components/schemas/Money', description: Their sum.}
              required: [account, count, total]
              examples: [{account: main, count: 128, total: {value: 321450, currency: CNY}}]
            PrinterPage:
              type: object
              description: The printers.
              properties: {printers: {type: array, items: {$ref: '#/components/schemas/Printer'}, description: The printers.}}
              required: [printers]
              examples: [{printers: [{id: counter, role: receipts, profile: epson-tm-t88v, port: 'usb:/dev/usb/lp0', columns: 42, state: ok, detail: null,
                      answers: marks, counts: true, waiting: 0, doubtful: 0, last: null}]}]
            Printer:
              type: object
              description: 'A printer of the terminal: what it is, how it does, and what waits for it.'
              properties:
                id: {type: string, description: The name in the configuration.}
                role: {type: string, enum: [receipts, journal], description: 'What it is for: slips, or a roll with a line for each sale.'}
                profile: {type: string, description: 'Its profile, a file in `Devices/Printers`.'}
                port: {type: string, description: Where it is.}
                columns: {type: integer, format: int64, minimum: 0, description: Cells of a line.}
                state: {type: string, description: 'One word, `ok` if it works.'}
                detail: {type: [string, 'null'], description: The same as a sentence for people.}
                answers: {type: [string, 'null'], enum: [marks, ordered, at_once, silent, null], description: How sure one can be
                    that a slip is out.}
                counts: {type: [boolean, 'null'], description: Whether it says how often it has cut.}
                waiting: {type: integer, format: int64, minimum: 0, description: 'Slips, or lines of a roll, that wait for it.'}
                doubtful: {type: integer, format: int64, minimum: 0, description: Slips of which nobody can tell whether they came
                    out.}
                last: {type: [integer, 'null'], format: int64, minimum: 0, description: The running number of the last line on a roll; null
                    for other printers.}
              required: [id, role, profile, port, columns, state, detail, answers, counts, waiting, doubtful, last]
              examples: [{id: counter, role: receipts, profile: epson-tm-t88v, port: 'usb:/dev/usb/lp0', columns: 42, state: ok, detail: null, answers: marks,
                  counts: true, waiting: 0, doubtful: 0, last: null}]
            PrintedSlip:
              type: object
              description: What came of a slip that somebody asked for.
              properties:
                printer: {type: string, description: The printer.}
                result: {type: string, enum: [printed, unconfirmed, waits, failed], description: What is known.}
                detail: {type: [string, 'null'], description: 'Why, as a sentence for people.'}
              required: [printer, result, detail]
              examples: [{printer: counter, result: printed, detail: null}]
            PrinterProbe:
              type: object
              description: What a printer answered when it was asked what it can do.
              properties:
                printer: {type: string, description: The printer.}
                result: {type: string, enum: [answered, silent, waits, failed], description: Whether it could be asked.}
                detail: {type: [string, 'null'], description: Why it could not.}
                vendor: {type: [string, 'null'], description: The maker that it names.}
                model: {type: [string, 'null'], description: The model that it names.}
                fits: {type: array, items: {type: string}, description: 'Profiles that fit what it names, the surest first.'}
                profile: {type: [string, 'null'], description: 'A profile made of its answers, as the text of a file.'}
              required: [printer, result, detail, vendor, model, fits, profile]
              examples: [{printer: counter, result: answered, detail: null, vendor: EPSON, model: TM-T88V, fits: [epson-tm-t88v],
                  profile: 'id: epson-tm-t88v

                    '}]
            DisplayPage:
              type: object
              description: The customer screens and how codes stand on them.
              properties: {displays: {type: array, items: {$ref: '#/components/schemas/Display'}, description: 'The displays, in
                    the order of the configuration.'}}
              required: [displays]
              examples: [{displays: [{id: payer, state: ok, detail: null, width: 800, height: 480, pixel_um: 165, code: {modules: 29,
                        module_px: 13, module_um: 2145, quiet_modules: 4, distance_mm: 804, farthest_mm: 1072}, scan: {result: matches,
                        at: '2026-03-01T09:00:00.000Z', is_sample: false}, glass: as_sent, warnings: []}]}]
            Display:
              type: object
              description: A customer screen, and how well codes can be read from it.
              properties:
                id: {type: string, description: The name in the configuration.}
                state: {type: string, description: 'One word, `ok` if it works.'}
                detail: {type: [string, 'null'], description: The same as a sentence for people.}
                width: {type: [integer, 'null'], format: int64, description: Columns of its pictures; null before it was opened.}
                height: {type: [integer, 'null'], format: int64, description: Rows of its pictures; null before it was opened.}
                pixel_um: {type: [integer, 'null'], format: int64, description: The edge of a pixel in micrometres; null if nobody
                    knows.}
                code: {oneOf: [{$ref: '#/components/schemas/ShownCode'}, {type: 'null'}], description: 'How the last code stood
                    on it, or a sample.'}
                scan: {oneOf: [{$ref: '#/components/schemas/CodeScan'}, {type: 'null'}], description: When a code was read back
                    last.}
                glass: {type: string, enum: [not_compared, as_sent, unreadable], description: What became of reading its memory.}
                warnings: {type: array, items: {type: string}, description: 'What a person should know, a sentence each.'}
              required: [id, state, detail, width, height, pixel_um, code, scan, glass, warnings]
              examples: [{id: payer, state: ok, detail: null, width: 800, height: 480, pixel_um: 165, code: {modules: 29, module_px: 13,
                    module_um: 2145, quiet_modules: 4, distance_mm: 804, farthest_mm: 1072}, scan: {result: matches, at: '2026-03-01T09:00:00.000Z',
                    is_sample: false}, glass: as_sent, warnings: []}]
            ShownCode:
              type: object
              description: How a code stands on a customer screen.
              properties:
                modules: {type: integer, format: int64, description: Modules a side.}
                module_px: {type: integer, format: int64, description: Pixels a module.}
                module_um: {type: [integer, 'null'], format: int64, description: The edge of a module in micrometres; null if nobody
                    knows.}
                quiet_modules: {type: number, description: 'The narrowest side of the light border in modules, at most 4.'}
                distance_mm: {type: [integer, 'null'], format: int64, description: From how far away a phone should read it with
                    ease.}
                farthest_mm: {type: [integer, 'null'], format: int64, description: From how far away a good phone still may.}
              required: [modules, module_px, module_um, quiet_modules, distance_mm, farthest_mm]
              examples: [{modules: 29, module_px: 13, module_um: 2145, quiet_modules: 4, distance_mm: 804, farthest_mm: 1072}]
            CodeScan:
              type: object
              description: A code that was read back from a customer screen's picture.
              properties:
                result:
                  type: string
                  enum: [matches, no_code, other_code, several_codes, not_read]
                  description: What was read. A later daemon may say more.
                at: {$ref: '#/components/schemas/Time', description: When.}
                is_sample: {type: boolean, description: Whether it was a sample that was never shown.}
              required: [result, at, is_sample]
              examples: [{result: matches, at: '2026-03-01T09:00:00.000Z', is_sample: false}]
            DisplayTest:
              type: object
              description: What came of a test picture.
              properties:
                display: {type: string, description: The display.}
                result: {type: string, enum: [shown, busy, waits, failed], description: What is known.}
                detail: {type: [string, 'null'], description: The same as a sentence for people.}
              required: [display, result, detail]
              examples: [{display: payer, result: shown, detail: null}]
            Devices:
              type: object
              description: The devices of the terminal and how they do.
              properties:
                displays: {type: array, items: {$ref: '#/components/schemas/Device'}, description: The customer screens.}
                printers: {type: array, items: {$ref: '#/components/schemas/Device'}, description: The printers.}
              required: [displays, printers]
              examples: [{displays: [{id: payer, state: ok, detail: null}], printers: [{id: counter, state: paper_out, detail: 'the
                        paper is out: put in a new roll'}]}]
            Device:
              type: object
              description: How a printer or a display does.
              properties:
                id: {type: string, description: The name in the configuration.}
                state: {type: string, description: 'One word, `ok` if it works.'}
                detail: {type: [string, 'null'], description: The same as a sentence for people.}
              required: [id, state, detail]
              examples: [{id: counter, state: paper_out, detail: 'the paper is out: put in a new roll'}]
            Health:
              type: object
              description: How the daemon does.
              properties:
                status: {type: string, enum: [ok, degraded], description: Whether a part needs looking at.}
                version: {type: string, description: The daemon's version.}
                environment: {type: string, enum: [sandbox, live], description: Whether real money moves.}
                currency: {type: string, description: The terminal's currency.}
                currency_exponent: {type: integer, format: int64, description: Decimals of that currency.}
                ledger: {$ref: '#/components/schemas/LedgerHealth', description: The ledger.}
                accounts: {type: array, items: {$ref: '#/components/schemas/AccountHealth'}, description: 'The ways to the acquirers,
                    in order of preference.'}
                queue: {$ref: '#/components/schemas/QueueHealth', description: The work that waits.}
                sales: {$ref: '#/components/schemas/SalesHealth', description: Whether sales are opened; absent if not known.}
                displays: {type: array, items: {$ref: '#/components/schemas/Device'}, description: The displays.}
                printers: {type: array, items: {$ref: '#/components/schemas/Device'}, description: The printers.}
                webhooks:
                  type: array
                  items: {$ref: '#/components/schemas/WebhookHealth'}
                  description: The endpoints that are told of sales; absent if there is none.
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
                        paper is out: put in a new roll'}], webhooks: [{id: 01JNB0H0H0H0H0H0H0H0H0H0H0, name: erp, state: ok, waiting: 0,
                      dead: 0, detail: null}]}]
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
                last_backup: {$ref: '#/components/schemas/Time', description: When the newest backup was made that the daemon knows of; absent if it knows of none.}
              required: [state, last, open_orders, open_holds, free_bytes]
              examples: [{state: ok, last: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, open_orders: 3, open_holds: 0, free_bytes: 5368709120,
                  key: kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k, last_backup: '2026-03-01T02:00:00.000Z'}]
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
        """##
}
