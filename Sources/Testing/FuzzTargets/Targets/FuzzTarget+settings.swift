// SPDX-License-Identifier: Apache-2.0

extension FuzzTarget {
    /// The configuration.
    static let settings = FuzzTarget(
        "settings",
        words: [
            "environment: live\n", "terminal:\n", "  id: ", "  currency: JPY\n", "  time_zone: ", "store: {path: a}\n",
            "api:\n", "  socket: ", "  listen: ", "  token_file: ", "sales: {deadline: 5m}\n", "30s", "1h", "limits:\n",
            "  open_orders: ", "accounts:\n", "  enabled: [main]\n", "  main:\n", "    provider: openpay\n",
            "    gateway: https://pay.example/v1\n", "printers:\n", "    profile: ", "    port: ", "    paper_mm: ",
            "displays:\n", "    rotate: 90\n", "devices:\n", "notify:\n", "&a ", "*a", "<<: ", "!!int ", "!!binary ",
            "? ",
            "- ", ": ", "{", "}", "[", "]", "|\n", ">\n", "---\n", "...\n", "%YAML 1.2\n", "\"", "'", "#", "~", "\t",
        ], longest: 1536
    ) { input in
        let text = String(decoding: input, as: UTF8.self)
        do throws(SettingsError) {
            let settings = try SettingsReader.read(text, folder: "/nowhere", environment: [:])
            return .of(fault(of: settings), otherwise: .read)
        } catch {
            guard !error.sentences.isEmpty else { return .broken("refused, and nobody says why") }
            for sentence in error.sentences {
                if let fault = Sentence.fault(of: sentence) { return .broken(fault) }
            }
            return .refused
        }
    }

    /// What settings may not be, however they are written.
    private static func fault(of settings: Settings) -> String? {
        guard (.seconds(30)...(.seconds(1800))).contains(settings.patience) else { return "a deadline out of range" }
        guard (1...10_000).contains(settings.openOrdersMax) else { return "too many open orders" }
        guard settings.ledgerPath.hasPrefix("/"), settings.api.socket.hasPrefix("/"), settings.devices.hasPrefix("/")
        else { return "a path that begins nowhere" }
        guard settings.api.socket.utf8.count <= 100 else { return "a socket that no kernel takes" }
        if let listen = settings.api.listen {
            guard listen.isLoopback, settings.api.token.utf8.count >= 32 else { return "a door without a lock" }
        }
        guard !settings.accounts.isEmpty else { return "nothing to be paid through" }
        for account in settings.accounts where settings.environment == .live {
            let gateway = account.section["gateway"] ?? "https://"
            guard gateway.lowercased().hasPrefix("https://") else { return "live money over \(gateway)" }
        }
        for display in settings.displays {
            guard (64...4096).contains(display.width), (40...4096).contains(display.height),
                (Int(display.panel["rotate"] ?? "0") ?? 1) % 90 == 0
            else { return "a display of no size" }
        }
        return nil
    }
}
