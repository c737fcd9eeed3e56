// SPDX-License-Identifier: Apache-2.0

/// How the daemon does.
public struct HealthResource: Codable, Sendable, Hashable {
    /// `"ok"`, or `"degraded"` if a part needs looking at.
    public var status: String
    /// The daemon's version: `"0.1.0"`.
    public var version: String
    /// `"sandbox"` or `"live"`.
    public var environment: String
    /// The terminal's currency: `"CNY"`.
    public var currency: String
    /// Decimals of the terminal's currency: `2`.
    public var currencyExponent: Int
    /// The ledger: `{"state": "ok"}`.
    public var ledger: LedgerHealth
    /// The ways to the acquirers, in order of preference: `[]`.
    public var accounts: [AccountHealth]
    /// The work that waits: `{"waiting": 0}`.
    public var queue: QueueHealth
    /// Whether sales are opened; absent if not known: `{"state": "open", "reasons": []}`.
    public var sales: IntakeHealth?
    /// The displays: `[]`.
    public var displays: [DeviceHealth]
    /// The printers: `[]`.
    public var printers: [DeviceHealth]
    /// The endpoints that are told of sales; absent if there is none: `[]`.
    public var webhooks: [WebhookHealth]?

    /// Creates the message from its parts.
    public init(
        status: String,
        version: String,
        environment: String,
        currency: String,
        currencyExponent: Int,
        ledger: LedgerHealth,
        accounts: [AccountHealth],
        queue: QueueHealth,
        sales: IntakeHealth? = nil,
        displays: [DeviceHealth] = [],
        printers: [DeviceHealth] = [],
        webhooks: [WebhookHealth]? = nil
    ) {
        self.status = status
        self.version = version
        self.environment = environment
        self.currency = currency
        self.currencyExponent = currencyExponent
        self.ledger = ledger
        self.accounts = accounts
        self.queue = queue
        self.sales = sales
        self.displays = displays
        self.printers = printers
        self.webhooks = webhooks
    }

    private enum CodingKeys: String, CodingKey {
        case status
        case version
        case environment
        case currency
        case currencyExponent = "currency_exponent"
        case ledger
        case accounts
        case queue
        case sales
        case displays
        case printers
        case webhooks
    }

    /// The decimals of a currency, as far as this terminal knows them.
    ///
    /// - Parameter currency: ISO 4217 letters, such as `CNY`.
    public func exponent(of currency: String) -> Int? {
        if currency == self.currency { return currencyExponent }
        return accounts.first { $0.currency == currency }?.currencyExponent
    }
}
