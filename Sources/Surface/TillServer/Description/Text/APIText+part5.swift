// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: made from openapi.yaml by Scripts/describe, line by line

extension APIText {
    /// Lines 1521 to 1900.
    static let part5 = ##"""
              description: No token was shown, or none that is good.
              headers: {WWW-Authenticate: {description: How to ask for it., schema: {type: string}}}
              content:
                application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}, examples: {unauthorized: {$ref: '#/components/examples/unauthorized'}}}
            Forbidden:
              description: Whoever asks may not do this.
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
                  examples: {forbidden: {$ref: '#/components/examples/forbidden'}, origin_refused: {$ref: '#/components/examples/origin_refused'}}
            NotFound:
              description: There is nothing of that name.
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
                  examples: {no_such_order: {$ref: '#/components/examples/no_such_order'}, no_such_hold: {$ref: '#/components/examples/no_such_hold'},
                    no_such_work: {$ref: '#/components/examples/no_such_work'}, no_such_device: {$ref: '#/components/examples/no_such_device'},
                    no_such_token: {$ref: '#/components/examples/no_such_token'}, no_such_webhook: {$ref: '#/components/examples/no_such_webhook'},
                    no_such_route: {$ref: '#/components/examples/no_such_route'}}
            MethodNotAllowed:
              description: The path knows other methods, which `Allow` names.
              headers: {Allow: {description: The methods that the path knows., schema: {type: string}}}
              content:
                application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}, examples: {method_not_allowed: {$ref: '#/components/examples/method_not_allowed'}}}
            Conflict:
              description: It makes no sense as things stand.
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
                  examples: {already_paid: {$ref: '#/components/examples/already_paid'}, already_over: {$ref: '#/components/examples/already_over'},
                    not_paid: {$ref: '#/components/examples/not_paid'}, limit_reached: {$ref: '#/components/examples/limit_reached'},
                    cannot_hold: {$ref: '#/components/examples/cannot_hold'}, token_exists: {$ref: '#/components/examples/token_exists'},
                    idempotency_in_progress: {$ref: '#/components/examples/idempotency_in_progress'}}
            TooLarge:
              description: The body is too large, or what is asked for is.
              content:
                application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}, examples: {too_large: {$ref: '#/components/examples/too_large'}}}
            UnsupportedMediaType:
              description: The body does not say that it is JSON.
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
                  examples: {unsupported_media_type: {$ref: '#/components/examples/unsupported_media_type'}}
            Misdirected:
              description: The `Host` is not one of this daemon.
              content:
                application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}, examples: {host_refused: {$ref: '#/components/examples/host_refused'}}}
            Unprocessable:
              description: The request can be read and not be carried out.
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
                  examples: {invalid_amount: {$ref: '#/components/examples/invalid_amount'}, unknown_currency: {$ref: '#/components/examples/unknown_currency'},
                    invalid_value: {$ref: '#/components/examples/invalid_value'}, idempotency_conflict: {$ref: '#/components/examples/idempotency_conflict'},
                    refund_exceeds: {$ref: '#/components/examples/refund_exceeds'}, target_refused: {$ref: '#/components/examples/target_refused'},
                    no_such_account: {$ref: '#/components/examples/no_such_account'}, decision_does_not_fit: {$ref: '#/components/examples/decision_does_not_fit'}}
            TooMany:
              description: There are as many of these as there may be.
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
                  examples: {too_many_readers: {$ref: '#/components/examples/too_many_readers'}, too_many_open_orders: {$ref: '#/components/examples/too_many_open_orders'}}
            Internal:
              description: Something broke inside the daemon.
              content:
                application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}, examples: {internal: {$ref: '#/components/examples/internal'}}}
            Unavailable:
              description: The daemon takes no such request now. What is open goes on.
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
                  examples: {unavailable: {$ref: '#/components/examples/unavailable'}, clock_implausible: {$ref: '#/components/examples/clock_implausible'},
                    out_of_order: {$ref: '#/components/examples/out_of_order'}, disk_low: {$ref: '#/components/examples/disk_low'},
                    draining: {$ref: '#/components/examples/draining'}}
          examples:
            OpenOrder.all:
              value: {amount: {value: 1250, currency: CNY}, subject: Tea, reference: tea-1, account: main, deadline_seconds: 300,
                metadata: {table: '7'}}
            OpenOrder.decimal:
              value: {amount: {decimal: '12.50', currency: CNY}}
            Order.opening:
              value: {id: 01JNA6S2K4M6P8R0T2V4X6Z8B0, reference: tea-1, status: opening, amount: {value: 1250, currency: CNY}, subject: Tea,
                attempts: [{reference: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, account: main, state: opened, reason: null, detail: null, code: null}],
                transactions: [], refunds: [], holds: [], prints: [], opened_at: '2026-03-01T09:00:00.000Z', deadline: '2026-03-01T09:05:00.000Z',
                seconds_left: 300, version: 1, metadata: {table: '7'}}
            Order.code:
              value: {id: 01JNA6S2K4M6P8R0T2V4X6Z8B0, reference: tea-1, status: code, amount: {value: 1250, currency: CNY}, subject: Tea,
                attempts: [{reference: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, account: main, state: presented, reason: null, detail: null,
                    code: {payload: 'https://pay.example/q/9f3?a=1&b=2', expires_at: '2026-03-01T09:05:00.000Z'}}], transactions: [],
                refunds: [], holds: [], prints: [], opened_at: '2026-03-01T09:00:00.000Z', deadline: '2026-03-01T09:05:00.000Z',
                seconds_left: 287, version: 4, metadata: {table: '7'}}
            Order.paid:
              value: {id: 01JNA6S2K4M6P8R0T2V4X6Z8B0, reference: tea-1, status: paid, amount: {value: 1250, currency: CNY}, subject: Tea,
                attempts: [{reference: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, account: main, state: paid, reason: null, detail: null, code: {
                      payload: 'https://pay.example/q/9f3?a=1&b=2', expires_at: '2026-03-01T09:05:00.000Z'}}], transactions: [{
                    account: main, acquirer_reference: pay_1, attempt: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, amount: {value: 1250, currency: CNY},
                    fate: kept, source: notify, learnt_at: '2026-03-01T09:01:12.345Z'}], refunds: [], holds: [], prints: [{id: 01JNA6X3C5E7G9J1M3P5R7T9V1,
                    kind: sale, copy: 0, state: printed}], opened_at: '2026-03-01T09:00:00.000Z', deadline: '2026-03-01T09:05:00.000Z',
                seconds_left: 221, version: 7, metadata: {table: '7'}}
            OrderPage.one:
              value: {orders: [{id: 01JNA6S2K4M6P8R0T2V4X6Z8B0, reference: tea-1, status: code, amount: {value: 1250, currency: CNY},
                    subject: Tea, attempts: [{reference: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, account: main, state: presented, reason: null,
                        detail: null, code: {payload: 'https://pay.example/q/9f3?a=1&b=2', expires_at: '2026-03-01T09:05:00.000Z'}}],
                    transactions: [], refunds: [], holds: [], prints: [], opened_at: '2026-03-01T09:00:00.000Z', deadline: '2026-03-01T09:05:00.000Z',
                    seconds_left: 287, version: 4, metadata: {table: '7'}}]}
            Order.needs_person:
              value: {id: 01JNA6S2K4M6P8R0T2V4X6Z8B0, reference: tea-1, status: needs_person, amount: {value: 1250, currency: CNY},
                subject: Tea, attempts: [{reference: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, account: main, state: paid, reason: null, detail: null,
                    code: {payload: 'https://pay.example/q/9f3?a=1&b=2', expires_at: '2026-03-01T09:05:00.000Z'}}], transactions: [
                  {account: main, acquirer_reference: pay_1, attempt: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, amount: {value: 1200, currency: CNY},
                    fate: held, source: notify, learnt_at: '2026-03-01T09:01:12.345Z'}], refunds: [], holds: [{id: 01JNA6W7S9T1V3X5Z7B9D1F3H5,
                    about: amount_differs, detail: 'the acquirer of main reports 12.00 CNY as pay_1, which is not what the sale
                      was for', opened_at: '2026-03-01T09:02:00.000Z', settled: null, decisions: [give_back, leave], order: 01JNA6S2K4M6P8R0T2V4X6Z8B0}],
                prints: [], opened_at: '2026-03-01T09:00:00.000Z', deadline: '2026-03-01T09:05:00.000Z', seconds_left: 221, version: 9,
                metadata: {table: '7'}, held: [{row: 17, what: watch, held: {scope: row, by: anna, since: '2026-03-01T09:02:00.000Z',
                      why: the acquirer works on its line}}]}
            Empty.empty:
              value: {}
            Order.checking:
              value: {id: 01JNA6S2K4M6P8R0T2V4X6Z8B0, reference: tea-1, status: checking, amount: {value: 1250, currency: CNY},
                subject: Tea, attempts: [{reference: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, account: main, state: closing, reason: cancelled,
                    detail: null, code: {payload: 'https://pay.example/q/9f3?a=1&b=2', expires_at: '2026-03-01T09:05:00.000Z'}}],
                transactions: [], refunds: [], holds: [], prints: [], opened_at: '2026-03-01T09:00:00.000Z', deadline: '2026-03-01T09:05:00.000Z',
                seconds_left: 287, version: 5, metadata: {table: '7'}}
            NewAttempt.account:
              value: {account: main}
            NewAttempt.same:
              value: {}
            RefundRequest.part:
              value: {amount: {value: 500, currency: CNY}, note: cold tea}
            RefundRequest.rest:
              value: {}
            Order.refunded:
              value: {id: 01JNA6S2K4M6P8R0T2V4X6Z8B0, reference: tea-1, status: paid, amount: {value: 1250, currency: CNY}, subject: Tea,
                attempts: [{reference: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, account: main, state: paid, reason: null, detail: null, code: {
                      payload: 'https://pay.example/q/9f3?a=1&b=2', expires_at: '2026-03-01T09:05:00.000Z'}}], transactions: [{
                    account: main, acquirer_reference: pay_1, attempt: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, amount: {value: 1250, currency: CNY},
                    fate: kept, source: notify, learnt_at: '2026-03-01T09:01:12.345Z'}], refunds: [{id: 01JNA6V1M5R8B2D4F6H8K0N2Q4,
                    acquirer_reference: pay_1, reason: asked, amount: {value: 500, currency: CNY}, state: sent, note: cold tea}],
                holds: [], prints: [{id: 01JNA6X3C5E7G9J1M3P5R7T9V1, kind: sale, copy: 0, state: printed}], opened_at: '2026-03-01T09:00:00.000Z',
                deadline: '2026-03-01T09:05:00.000Z', seconds_left: 221, version: 8, metadata: {table: '7'}}
            Explanation.paid:
              value: {order: 01JNA6S2K4M6P8R0T2V4X6Z8B0, explanation: [{seq: 42, at: '2026-03-01T09:00:01.250Z', wall: '2026-03-01T09:00:01.250Z',
                    by: tilld, source: query, text: 'The acquirer said (asked by query) that it holds 12.50 CNY, its reference pay_1.'},
                  {seq: null, at: '2026-03-01T09:00:01.250Z', wall: '2026-03-01T09:00:01.250Z', by: tilld, source: daemon, text: 'Now
                      it is paid: 12.50 CNY are kept. Nothing is left to do.'}]}
            Evidence.file:
              value: {payload: eyJ2IjoxfQ, protected: eyJhbGciOiJFZERTQSJ9, signature: AAECAwQFBgcICQoLDA0ODw}
            HoldPage.one:
              value: {holds: [{id: 01JNA6W7S9T1V3X5Z7B9D1F3H5, about: amount_differs, detail: 'the acquirer of main reports 12.00
                      CNY as pay_1, which is not what the sale was for', opened_at: '2026-03-01T09:02:00.000Z', settled: null, decisions: [
                      give_back, leave], order: 01JNA6S2K4M6P8R0T2V4X6Z8B0}]}
            SettleHold.give_back:
              value: {decision: give_back, note: payer has left}
            SettledHold.settled:
              value: {hold: {id: 01JNA6W7S9T1V3X5Z7B9D1F3H5, about: amount_differs, detail: 'the acquirer of main reports 12.00
                    CNY as pay_1, which is not what the sale was for', opened_at: '2026-03-01T09:02:00.000Z', settled: {decision: give_back,
                    by: socket, note: payer has left, at: '2026-03-01T09:20:00.000Z'}, decisions: [give_back, leave], order: 01JNA6S2K4M6P8R0T2V4X6Z8B0}}
            EventPage.one:
              value: {events: [{id: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, type: order.code, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0, at: '2026-03-01T09:00:01.250Z',
                    entry: codeIssued, status: code}], last: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42}
            WebhookPage.one:
              value: {webhooks: [{id: 01JNB0H0H0H0H0H0H0H0H0H0H0, name: erp, url: 'https://erp.example/till', events: [order.paid,
                      refund.*], state: ok, detail: null, cursor: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, waiting: 0, dead: 0, delivered: 812,
                    delivered_at: '2026-03-01T09:00:01.250Z', since: '2026-02-01T09:00:00.000Z', secrets: 1}]}
            AddWebhook.erp:
              value: {url: 'https://erp.example/till', name: erp, events: [order.paid, refund.*], after: first}
            WebhookSecret.made:
              value: {webhook: {id: 01JNB0H0H0H0H0H0H0H0H0H0H0, name: erp, url: 'https://erp.example/till', events: [order.paid,
                    refund.*], state: ok, detail: null, cursor: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, waiting: 0, dead: 0, delivered: 812,
                  delivered_at: '2026-03-01T09:00:01.250Z', since: '2026-02-01T09:00:00.000Z', secrets: 1}, secret: whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD,
                overlap_until: null}
            WebhookSecret.again:
              value: {webhook: {id: 01JNB0H0H0H0H0H0H0H0H0H0H0, name: erp, url: 'https://erp.example/till', events: [order.paid,
                    refund.*], state: ok, detail: null, cursor: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, waiting: 0, dead: 0, delivered: 812,
                  delivered_at: '2026-03-01T09:00:01.250Z', since: '2026-02-01T09:00:00.000Z', secrets: 1}, secret: null, overlap_until: null}
            DeliveryPage.one:
              value: {deliveries: [{message: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0, dead: false, tries: 3,
                    tried_at: '2026-03-01T09:05:06.000Z', last_answer: it answered 500, next_at: '2026-03-01T09:35:06.000Z'}], last: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42}
            WebhookTest.taken:
              value: {webhook: 01JNB0H0H0H0H0H0H0H0H0H0H0, message: test_01JNB0J0J0J0J0J0J0J0J0J0J0, delivered: true, status: 204,
                detail: it answered 204, milliseconds: 12}
            RotateWebhook.day:
              value: {overlap_hours: 24}
            Redeliver.one:
              value: {message: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42}
            Redeliver.first:
              value: {after: first}
            Webhook.erp:
              value: {id: 01JNB0H0H0H0H0H0H0H0H0H0H0, name: erp, url: 'https://erp.example/till', events: [order.paid, refund.*],
                state: ok, detail: null, cursor: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, waiting: 0, dead: 0, delivered: 812, delivered_at: '2026-03-01T09:00:01.250Z',
                since: '2026-02-01T09:00:00.000Z', secrets: 1}
            QueuePage.one:
              value: {rows: [{id: 17, lane: provider, what: watch, about: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0,
                    reference: tea-1, status: checking, amount: {value: 1250, currency: CNY}, account: main, tries: 3, last_answer: no
                      route, wait: account_rests, detail: 'the acquirer of main does not answer: it is asked again in 6 s', next_at: '2026-03-01T09:02:06.000Z',
                    next_seconds: 6, since: '2026-03-01T09:00:00.000Z', age_seconds: 120, held: null}], last: 17, standing: []}
            FlushQueue.order:
              value: {order: 01JNA6S2K4M6P8R0T2V4X6Z8B0, by: anna}
            FlushQueue.all:
              value: {}
            HoldWork.why:
              value: {why: the acquirer works on its line, by: anna}
            QueuePage.held:
              value: {rows: [{id: 17, lane: provider, what: watch, about: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0,
                    reference: tea-1, status: checking, amount: {value: 1250, currency: CNY}, account: main, tries: 3, last_answer: no
                      route, wait: held, detail: 'held by anna: the acquirer works on its line (the acquirer is not asked)', next_at: null,
                    next_seconds: null, since: '2026-03-01T09:00:00.000Z', age_seconds: 120, held: {scope: row, by: anna, since: '2026-03-01T09:02:00.000Z',
                      why: the acquirer works on its line}}], last: 17, standing: [{order: null, lane: print, held: {scope: lane,
                      by: anna, since: '2026-03-01T09:02:00.000Z', why: new paper}}]}
            ReleaseWork.why:
              value: {why: the line is back, by: anna}
            Drain.open:
              value: {state: open, by: null, since: null, why: null, owed: 0, orders: 0, stuck: 0, watched: 4, oldest: null}
            Drain.draining:
              value: {state: draining, by: anna, since: '2026-03-01T09:02:00.000Z', why: closing time, owed: 3, orders: 2, stuck: 0,
                watched: 4, oldest: {id: 17, lane: provider, what: watch, about: 01JNA6T8W3YQ5ZKX0C7VDEFGHJ, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0,
                  reference: tea-1, status: checking, amount: {value: 1250, currency: CNY}, account: main, tries: 3, last_answer: no
                    route, wait: account_rests, detail: 'the acquirer of main does not answer: it is asked again in 6 s', next_at: '2026-03-01T09:02:06.000Z',
                  next_seconds: 6, since: '2026-03-01T09:00:00.000Z', age_seconds: 120, held: null}}
            BeginDrain.closing:
              value: {why: closing time, by: anna}
            EndDrain.anna:
              value: {by: anna}
            ProofPage.one:
              value: {accounts: [{account: main, has_statements: true, proven_until: '2026-03-01', trouble: null, days: [{day: '2026-03-01',
                        compared_at: '2026-03-02T00:10:00.000Z', lines: 118, hash: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08,
                        holds: [], open: 0}]}]}
            Day.over:
              value: {day: '2026-03-01', is_over: true, sales: [{account: main, count: 128, total: {value: 321450, currency: CNY}}],
                refunds: [{account: main, count: 1, total: {value: 500, currency: CNY}}], head: {epoch: 01JNA6S2K4M6P8R0T2V4X6Z8B0,
                  seq: 1234, chain: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, at: '2026-03-01T09:00:00.000Z'}}
            PrintedSlip.printed:
              value: {printer: counter, result: printed, detail: null}
            JournalHead.head:
              value: {epoch: 01JNA6S2K4M6P8R0T2V4X6Z8B0, seq: 1234, chain: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08,
                at: '2026-03-01T09:00:00.000Z'}
            Verification.good:
              value: {rows: 5000, orders: 0, next: 'chain:5000', fault: null}
            Verification.bad:
              value: {rows: 76, orders: 0, next: null, fault: {row: 77, order: null, what: 'its content is not what was written:
                    row 78 still fits to its hash'}}
            PrinterPage.one:
              value: {printers: [{id: counter, role: receipts, profile: epson-tm-t88v, port: 'usb:/dev/usb/lp0', columns: 42, state: ok, detail: null,
                    answers: marks, counts: true, waiting: 0, doubtful: 0, last: null}]}
            PrinterProbe.answered:
              value: {printer: counter, result: answered, detail: null, vendor: EPSON, model: TM-T88V, fits: [epson-tm-t88v], profile: 'id:
                  epson-tm-t88v

                  '}
            Devices.two:
              value: {displays: [{id: payer, state: ok, detail: null}], printers: [{id: counter, state: paper_out, detail: 'the
                      paper is out: put in a new roll'}]}
            DisplayPage.one:
              value: {displays: [{id: payer, state: ok, detail: null, width: 800, height: 480, pixel_um: 165, code: {modules: 29,
                      module_px: 13, module_um: 2145, quiet_modules: 4, distance_mm: 804, farthest_mm: 1072}, scan: {result: matches,
                      at: '2026-03-01T09:00:00.000Z', is_sample: false}, glass: as_sent, warnings: []}]}
            DisplayTest.shown:
              value: {display: payer, result: shown, detail: null}
            Health.ok:
              value: {status: ok, version: 0.1.0, environment: sandbox, currency: CNY, currency_exponent: 2, ledger: {state: ok,
                  last: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42, open_orders: 3, open_holds: 0, free_bytes: 5368709120, key: kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k},
                accounts: [{id: main, provider: openpay, breaker: closed, currency: CNY, currency_exponent: 2, clock_offset_seconds: -2}],
                queue: {waiting: 7, due: 1, oldest_seconds: 12, held: 0, set_aside: 0, draining: false}, sales: {state: open, reasons: []},
                displays: [{id: payer, state: ok, detail: null}], printers: [{id: counter, state: paper_out, detail: 'the paper
                      is out: put in a new roll'}], webhooks: [{id: 01JNB0H0H0H0H0H0H0H0H0H0H0, name: erp, state: ok, waiting: 0,
                    dead: 0, detail: null}]}
            MakeBackup.configured:
              value: {}
            MakeBackup.named:
              value: {folder: /media/stick}
            Backup.made:
              value: {file: /var/backups/tilld/ledger-T-0001-20270115T080000Z-812.sqlite, bytes: 1048576, rows: 812, orders: 120,
                head: 01JNA6S2K4M6P8R0T2V4X6Z8B0-812}
            TokenPage.one:
              value: {tokens: [{name: kiosk-2, roles: [sale], made_at: '2026-03-01T09:00:00.000Z', made_by: socket, expires_at: '2027-03-01T09:00:00.000Z',
                    last_used_at: null}]}
            MakeToken.kiosk:
              value: {name: kiosk-2, roles: [sale], days: 365}
            MakeToken.office:
              value: {name: office, roles: [refund, report]}
            MadeToken.made:
              value: {secret: till_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8, token: {name: kiosk-2, roles: [sale], made_at: '2026-03-01T09:00:00.000Z',
                  made_by: socket, expires_at: '2027-03-01T09:00:00.000Z', last_used_at: null}}
            Token.kiosk:
              value: {name: kiosk-2, roles: [sale], made_at: '2026-03-01T09:00:00.000Z', made_by: socket, expires_at: '2027-03-01T09:00:00.000Z',
                last_used_at: null}
            malformed:
              value: {type: 'about:blank', title: Bad Request, status: 400, detail: 'the body is not JSON: expected a colon at byte
                  9', code: malformed}
            unknown_field:
              value: {type: 'about:blank', title: Bad Request, status: 400, detail: 'tip is not a member of this message: known
                  are amount, subject, reference, account, deadline_seconds, metadata', code: unknown_field, field: tip}
            wrong_type:
              value: {type: 'about:blank', title: Bad Request, status: 400, detail: 'amount.value must be a whole number, not text',
                code: wrong_type, field: amount.value}
            missing_field:
              value: {type: 'about:blank', title: Bad Request, status: 400, detail: 'amount is missing: send it as an object', code: missing_field,
                field: amount}
            idempotency_key_missing:
              value: {type: 'about:blank', title: Bad Request, status: 400, detail: send an Idempotency-Key header with a name of
                  your own for this request, code: idempotency_key_missing, field: Idempotency-Key}
            unauthorized:
              value: {type: 'about:blank', title: Unauthorized, status: 401, detail: 'send the token as "Authorization: Bearer …"',
                code: unauthorized, field: Authorization}
            forbidden:
              value: {type: 'about:blank', title: Forbidden, status: 403, detail: 'this needs one of the roles refund, admin, and
                  token:kiosk-2 has sale', code: forbidden}
            origin_refused:
              value: {type: 'about:blank', title: Forbidden, status: 403, detail: pages of other origins may not ask, code: origin_refused,
                field: Origin}
            no_such_order:
              value: {type: 'about:blank', title: Not Found, status: 404, detail: there is no order 01JNA6S2K4M6P8R0T2V4X6Z8B0,
                code: no_such_order, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0}
            no_such_hold:
              value: {type: 'about:blank', title: Not Found, status: 404, detail: there is no hold 01JNA6W7S9T1V3X5Z7B9D1F3H5, code: no_such_hold}
            no_such_work:
              value: {type: 'about:blank', title: Not Found, status: 404, detail: 'there is no row 17 in the queue: it is done,
                  or never was', code: no_such_work}
            no_such_device:
              value: {type: 'about:blank', title: Not Found, status: 404, detail: 'there is no printer "kitchen": these are: counter',
                code: no_such_device}
            no_such_token:
              value: {type: 'about:blank', title: Not Found, status: 404, detail: 'there is no token of that name: "till token list"
                  names those that there are', code: no_such_token}
            no_such_webhook:
              value: {type: 'about:blank', title: Not Found, status: 404, detail: 'there is no webhook 01JNB0H0H0H0H0H0H0H0H0H0H1:
                  see "till webhook list"', code: no_such_webhook}
            no_such_route:
              value: {type: 'about:blank', title: Not Found, status: 404, detail: there is nothing at /v1/secrets, code: no_such_route}
            method_not_allowed:
              value: {type: 'about:blank', title: Method Not Allowed, status: 405, detail: /v1/orders answers to GET and POST only,
                code: method_not_allowed}
            already_paid:
              value: {type: 'about:blank', title: Conflict, status: 409, detail: 'the order is paid already: give it back with a
                  refund', code: already_paid, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0}
            already_over:
              value: {type: 'about:blank', title: Conflict, status: 409, detail: the order is over already, code: already_over,
                order: 01JNA6S2K4M6P8R0T2V4X6Z8B0}
            not_paid:
              value: {type: 'about:blank', title: Conflict, status: 409, detail: the order is not paid, code: not_paid, order: 01JNA6S2K4M6P8R0T2V4X6Z8B0}
            limit_reached:
              value: {type: 'about:blank', title: Conflict, status: 409, detail: 'there are 64 tokens: revoke one that nobody uses',
                code: limit_reached}
            cannot_hold:
              value: {type: 'about:blank', title: Conflict, status: 409, detail: a deadline cannot be held, code: cannot_hold}
            token_exists:
              value: {type: 'about:blank', title: Conflict, status: 409, detail: 'there is a token "kiosk-2": revoke it first, or
                  write another name', code: token_exists, field: name}
            idempotency_in_progress:
              value: {type: 'about:blank', title: Conflict, status: 409, detail: 'the first request with this key is still being
                  carried out: send it again in a second', code: idempotency_in_progress, field: Idempotency-Key}
            too_large:
              value: {type: 'about:blank', title: Content Too Large, status: 413, detail: a body has at most 65536 bytes, code: too_large}
            unsupported_media_type:
              value: {type: 'about:blank', title: Unsupported Media Type, status: 415, detail: 'send the body as JSON, with "Content-Type:
                  application/json"', code: unsupported_media_type, field: Content-Type}
            host_refused:
              value: {type: 'about:blank', title: Misdirected Request, status: 421, detail: this API answers to localhost only,
                code: host_refused, field: Host}
            invalid_amount:
              value: {type: 'about:blank', title: Unprocessable Content, status: 422, detail: 'an amount of zero cannot be paid:
                  write more than that', code: invalid_amount, field: amount}
            unknown_currency:
              value: {type: 'about:blank', title: Unprocessable Content, status: 422, detail: '"XQX" is not a currency: write three
                  capital letters of ISO 4217, such as CNY', code: unknown_currency, field: amount.currency}
            invalid_value:
              value: {type: 'about:blank', title: Unprocessable Content, status: 422, detail: 'deadline_seconds is 29: send 30 to
                  1800', code: invalid_value, field: deadline_seconds}
            idempotency_conflict:
              value: {type: 'about:blank', title: Unprocessable Content, status: 422, detail: 'this key was used for another request:
                  take a new one', code: idempotency_conflict, field: Idempotency-Key}
            refund_exceeds:
              value: {type: 'about:blank', title: Unprocessable Content, status: 422, detail: more is asked back than is left, code: refund_exceeds,
                field: amount}
            target_refused:
              value: {type: 'about:blank', title: Unprocessable Content, status: 422, detail: '192.168.1.1 is of this machine
                  or its network: if that is meant, name it in webhooks.local_hosts of the configuration', code: target_refused, field: url}
            no_such_account:
              value: {type: 'about:blank', title: Unprocessable Content, status: 422, detail: 'there is no account "side": these
        """##
}
