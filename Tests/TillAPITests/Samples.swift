// SPDX-License-Identifier: Apache-2.0

@testable import TillAPI

/// The messages that the fixtures hold.
enum Samples {
    static let attempt = "01JNA6T8W3YQ5ZKX0C7VDEFGHJ"
    static let opened = WireTime(milliseconds: 1_772_355_600_000)
    static let deadline = WireTime(milliseconds: 1_772_355_900_000)

    static let bareOrder = OrderResource(
        id: "01JNA6S2K4M6P8R0T2V4X6Z8B0", status: .opening,
        amount: MoneyResource(value: 1250, currency: "CNY"), attempts: [],
        openedAt: opened, deadline: deadline, secondsLeft: 287, version: 1)

    static let order = OrderResource(
        id: "01JNA6S2K4M6P8R0T2V4X6Z8B0", reference: "tea-1", status: .needsPerson,
        amount: MoneyResource(value: 1250, currency: "CNY"), subject: "红茶 / Tea",
        attempts: attempts,
        transactions: [
            TransactionResource(
                account: "main", acquirerReference: "pay_1", attempt: attempt,
                amount: MoneyResource(value: 1200, currency: "CNY"), fate: .held, source: .notify,
                learntAt: WireTime(milliseconds: 1_772_355_672_345))
        ],
        refunds: [
            RefundResource(
                id: "R1", acquirerReference: "pay_1", reason: .decided,
                amount: MoneyResource(value: 1200, currency: "CNY"), state: .sent,
                note: "cold \"tea\""),
            RefundResource(
                id: "R2", acquirerReference: "pay_1", reason: .late,
                amount: MoneyResource(value: 1, currency: "CNY"), state: .unknown),
        ],
        holds: holds,
        prints: [
            PrintResource(id: "P1", kind: .sale, copy: 0, state: .doubtful),
            PrintResource(id: "P2", kind: .copy, copy: 1, state: .queued),
        ],
        openedAt: opened, deadline: deadline, secondsLeft: 0, version: 9_007_199_254_740_993,
        metadata: ["table": "7", "openedAt": "kept as it is"])

    static let attempts = [
        AttemptResource(
            reference: "01JNA6T8W3YQ5ZKX0C7VDEFGHA", account: "main", state: .closed,
            reason: .replaced),
        AttemptResource(
            reference: attempt, account: "main", state: .presented,
            code: CodeResource(payload: "https://pay.example/q/9f3?a=1&b=2", expiresAt: deadline)),
        AttemptResource(
            reference: "01JNA6T8W3YQ5ZKX0C7VDEFGHB", account: "side", state: .closing,
            reason: .wrongMoney,
            code: CodeResource(payload: "x")),
    ]

    static let holds = [
        HoldResource(
            id: "H1", about: "amount_differs",
            detail: "the acquirer reports 12.00 CNY, asked were 12.50 CNY",
            openedAt: WireTime(milliseconds: 1_772_355_720_000), decisions: ["give_back", "leave"]),
        HoldResource(
            id: "H2", about: "receipt_in_doubt", detail: "nobody can tell whether paper came out",
            openedAt: WireTime(milliseconds: 1_772_355_780_000),
            settled: HoldSettlement(
                decision: "leave", by: "uid:1000", note: "saw it",
                at: WireTime(milliseconds: 1_772_356_800_000)),
            decisions: []),
    ]

    static let events = EventPage(
        events: [
            EventResource(
                id: "e1-42", type: "order.changed", order: order.id,
                at: WireTime(milliseconds: 1_772_355_601_250), entry: "codeIssued", status: .code),
            EventResource(id: "e2-1", type: "reset", at: WireTime(milliseconds: 1_772_355_602_000)),
        ],
        last: "e2-1")

    static let health = HealthResource(
        status: "degraded", version: "0.1.0", environment: "sandbox", currency: "CNY",
        currencyExponent: 2,
        ledger: LedgerHealth(
            state: "ok", last: "e1-42", openOrders: 3, openHolds: 1, freeBytes: 5_368_709_120),
        accounts: [
            AccountHealth(
                id: "main", provider: "openpay", breaker: "closed", currency: "CNY",
                currencyExponent: 2, clockOffsetSeconds: -2),
            AccountHealth(
                id: "yen", provider: "openpay", breaker: "half_open", currency: "JPY",
                currencyExponent: 0),
            AccountHealth(id: "old", provider: "scheme", breaker: "open"),
        ],
        queue: QueueHealth(
            waiting: 7, due: 1, oldestSeconds: 12, held: 2, setAside: 1, isDraining: true),
        sales: IntakeHealth(reasons: [
            IntakeReason(code: "disk_low", detail: "12 MiB are free where the ledger is: make room")
        ]),
        displays: [DeviceHealth(id: "counter", state: "ok")],
        printers: [
            DeviceHealth(
                id: "kitchen", state: "paper_out", detail: "the paper is out: put in a new roll")
        ])
}
