// SPDX-License-Identifier: Apache-2.0

import DisplayService
import TillCore
import TillStore

/// The configuration, checked: what a terminal is and has.
struct Settings: Sendable {
    /// Whether real money moves.
    enum Environment: String, Sendable { case sandbox, live }

    struct Terminal: Sendable {
        let id: TerminalID
        let merchant: String
        let name: String
        let currency: Currency
        let timeZone: String
        let language: String
    }

    struct Backup: Sendable {
        let folder: String
        /// How often; nil for on demand only.
        let every: Duration?
        /// How many are kept of those that are made by themselves.
        let keep: Int
    }

    struct API: Sendable {
        let socket: String
        let group: String?
        let listen: ListenAddress?
        let token: String
        /// The file in which tokens are kept that were made.
        let tokensPath: String
        /// What users of the socket may do; nil if all of them may do everything.
        let peers: PeerSettings?
        /// Whether figures can be read on the port without a token.
        var opensMetrics = false
    }

    struct Notify: Sendable {
        let listen: ListenAddress
        let publicURL: String?
    }

    struct Account: Sendable {
        let id: AccountID
        let provider: String
        let section: [String: String]
    }

    struct Printer: Sendable {
        let name: String
        let profile: String
        let port: String
        let paper: Int?
        /// What it is for.
        var role = PrinterRole.receipts
        /// The kinds of slips that it names as its own; empty is all that no other printer names.
        var slips: Set<SlipKind> = []
        /// The file that says what stands on slips; nil is the built-in one.
        var layout: String?
        /// Files with the words of further languages.
        var words: [String] = []
        /// Whether the drawer opens with the original of each sale.
        var opensDrawer = false
        /// The file of the shop's logo.
        var logo: String?
    }

    struct Display: Sendable {
        let name: String
        let device: String
        let width: Int
        let height: Int
        let theme: String
        /// What stands around it.
        let stand: StandSettings
        /// What is known better about the panel, by the keys of ``DeviceDrivers/FramebufferOptions``.
        let panel: [String: String]
        /// The language of its words; nil is the terminal's.
        let language: String?
        /// Files with the words of further languages.
        let words: [String]
        /// The file of the shop's logo.
        let logo: String?
        /// What stands under the shop's name between sales; empty for the usual words.
        let greeting: String
    }

    let environment: Environment
    let terminal: Terminal
    let ledgerPath: String
    let backup: Backup?
    /// The terminal's own key, which signs evidence.
    let keyPath: String
    /// Files that heads of the journal are appended to, once a day.
    let pins: [String]
    let api: API
    let notify: Notify?
    let patience: Duration
    let openOrdersMax: Int
    let lateMoney: LateMoney
    let accounts: [Account]
    let printers: [Printer]
    let displays: [Display]
    /// How a payment sounds; nil for no sound.
    let sound: SoundSetting?
    /// What lines of the log are.
    var logFormat = LogFormat.text
    /// Hosts of this machine or its network that webhooks may be sent to.
    var webhookHosts: [String] = []
    /// The folder of device profiles.
    let devices: String
    /// Font files for screens, tried in order.
    let fonts: [String]
    /// Font files of fixed width for slips, tried in order.
    let slipFonts: [String]
}

/// A host and a port.
struct ListenAddress: Sendable, Hashable {
    let host: String
    let port: Int

    /// Reads `127.0.0.1:8470` or `[::1]:8470`; nil if it is neither.
    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (1...65_535).contains(port)
        else { return nil }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard !host.isEmpty else { return nil }
        self.host = String(host)
        self.port = port
    }

    /// Whether only this machine can reach it.
    var isLoopback: Bool { host == "127.0.0.1" || host == "::1" || host == "localhost" }
}
