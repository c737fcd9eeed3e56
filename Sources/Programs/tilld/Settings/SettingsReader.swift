// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DeviceProfiles
import DisplayService
import Foundation
import Raster
import TillCore
import TillServer
import TillStore
import Yams

/// Reads the configuration.
enum SettingsReader {
    /// Reads a file.
    ///
    /// - Throws: ``SettingsError`` with everything that is wrong.
    static func read(file path: String, environment: [String: String]) throws(SettingsError)
        -> Settings
    {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw SettingsError(["\(path) cannot be read: name the configuration with --config"])
        }
        let folder = URL(filePath: path).standardizedFileURL.deletingLastPathComponent().path
        return try read(
            String(decoding: bytes, as: UTF8.self), folder: folder, environment: environment)
    }

    /// Reads a text; relative paths in it are from `folder`, which is absolute.
    static func read(_ text: String, folder: String, environment: [String: String])
        throws(SettingsError) -> Settings
    {
        if let objection = YAMLText.objection(to: text) {
            throw SettingsError(["the configuration \(objection)"])
        }
        let node: Node?
        do {
            node = try Yams.compose(yaml: text, .default, .default, .utf8)
        } catch {
            throw SettingsError([Self.sentence(of: error)])
        }
        let faults = SettingsFaults()
        let root = SettingsSection(node, path: "", environment: environment, faults: faults)
        let reading = Reading(
            root: root, folder: folder, credentials: environment["CREDENTIALS_DIRECTORY"])
        let settings = reading.settings()
        root.finish()
        guard let settings, faults.sentences.isEmpty else { throw SettingsError(faults.sentences) }
        return settings
    }

    /// One sentence for what is no YAML, without the lines of the file, which may hold anything.
    static func sentence(of error: any Error) -> String {
        switch error as? YamlError {
        case .duplicatedKeysInMapping(let names, let context)?:
            "line \(context.mark.line): \(YAMLText.shown(names.sorted().joined(separator: ", "), longest: 100)) stands twice in this section"
        case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
            .composer(_, let problem, let mark, _)?:
            "line \(mark.line): the configuration is not YAML: \(problem)"
        case let other:
            "the configuration is not YAML" + (other == nil ? "" : ": look for characters that no text has")
        }
    }
}

/// Everything that is wrong with a configuration, a sentence each.
struct SettingsError: Error, CustomStringConvertible {
    let sentences: [String]

    init(_ sentences: [String]) { self.sentences = sentences }

    var description: String { sentences.joined(separator: "\n") }
}

/// One reading of one configuration.
struct Reading {
    let root: SettingsSection
    let folder: String
    /// Where the service manager put credentials; nil if it handed none over.
    let credentials: String?

    func settings() -> Settings? {
        let environment = root.word("environment", among: ["sandbox", "live"], otherwise: "sandbox")
        if root.text("environment") == nil {
            root.fault("environment", "is required: sandbox or live")
        }
        let terminal = terminal()
        let store = root.section("store")
        let path = absolute(store.requiredText("path"))
        let backup = backup(store)
        let keyPath = store.text("key_file").map { absolute($0) } ?? TerminalKey.usualPath(ledger: path)
        let pins = pins(store)
        store.finish()
        let api = api(ledger: path)
        let notify = notify()
        let sales = root.section("sales")
        let patience = sales.duration(
            "deadline", in: .seconds(30)...(.seconds(1800)), otherwise: .seconds(300))
        let lateMoney = sales.word(
            "late_money", among: LateMoney.allCases.map(\.rawValue),
            otherwise: LateMoney.giveBack.rawValue)
        sales.finish()
        let limits = root.section("limits")
        let openOrders = limits.number("open_orders", in: 1...10_000, otherwise: 64)
        limits.finish()
        let accounts = accounts(live: environment == "live")
        let printers = printers()
        let displays = displays()
        let sound = sound()
        let logFormat = logFormat()
        let webhookHosts = webhookHosts()
        let devices = root.section("devices")
        let profiles = absolute(devices.text("folder") ?? "/usr/share/tilld/Devices")
        let fonts = devices.list("fonts")
        let slipFonts = devices.list("slip_fonts")
        devices.finish()
        guard let terminal else { return nil }
        return Settings(
            environment: environment == "live" ? .live : .sandbox, terminal: terminal,
            ledgerPath: path, backup: backup, keyPath: keyPath, pins: pins, api: api, notify: notify,
            patience: patience, openOrdersMax: openOrders,
            lateMoney: LateMoney(rawValue: lateMoney) ?? .giveBack, accounts: accounts,
            printers: printers, displays: displays, sound: sound, logFormat: logFormat, webhookHosts: webhookHosts,
            devices: profiles,
            fonts: fonts.isEmpty ? TypeSetter.usualFonts : fonts,
            slipFonts: slipFonts.isEmpty ? Self.usualSlipFonts : slipFonts)
    }

    /// The second face of the usual font is of fixed width, as slips are.
    private static let usualSlipFonts = ["/usr/share/fonts/truetype/wqy/wqy-microhei.ttc#1"]

    private func terminal() -> Settings.Terminal? {
        let section = root.section("terminal")
        let id = section.requiredText("id")
        let merchant = section.requiredText("merchant")
        let name = section.requiredText("name")
        let code = section.requiredText("currency")
        let zone = section.requiredText("time_zone")
        let language = section.word("language", among: ["en", "zh-Hans"], otherwise: "en")
        if name.count > 40 { section.fault("name", "has at most 40 characters") }
        let currency = Currency(code)
        if currency == nil, !code.isEmpty {
            section.fault("currency", "\"\(code)\" is not a currency of ISO 4217, such as CNY")
        }
        if !zone.isEmpty, TimeZone(identifier: zone) == nil {
            section.fault("time_zone", "\"\(zone)\" is not a time zone, such as Asia/Shanghai")
        }
        section.finish()
        return currency.map {
            Settings.Terminal(
                id: TerminalID(id), merchant: merchant, name: name, currency: $0, timeZone: zone,
                language: language)
        }
    }

    private func backup(_ store: SettingsSection) -> Settings.Backup? {
        guard store.has("backup") else { return nil }
        let section = store.section("backup")
        let folder = absolute(section.requiredText("folder"))
        let isTimed = section.text("every") != nil
        let every = section.duration(
            "every", in: .seconds(60)...(.seconds(720 * 3600)), otherwise: .seconds(24 * 3600))
        let keep = section.number("keep", in: 1...1000, otherwise: 7)
        section.finish()
        return Settings.Backup(folder: folder, every: isTimed ? every : nil, keep: keep)
    }

    private func api(ledger: String) -> Settings.API {
        let section = root.section("api")
        let socket = absolute(section.requiredText("socket"))
        // What the kernel's address structure holds.
        if socket.utf8.count > 100 { section.fault("socket", "has at most 100 bytes") }
        var listen: ListenAddress?
        var token = ""
        if let text = section.text("listen") {
            listen = ListenAddress(text)
            if listen?.isLoopback != true {
                section.fault("listen", "must be an address of this machine, such as 127.0.0.1:8470")
            }
            if let path = section.text("token_file") {
                let content = secret(path, section, "token_file")
                if let content, content.utf8.count < 32 {
                    section.fault("token_file", "must hold at least 32 characters")
                }
                token = content ?? ""
            } else if !section.isNoText("token_file") {
                section.fault("token_file", "is required where listen is set")
            }
        } else {
            _ = section.text("token_file")
        }
        let group = section.text("group") ?? "tilld"
        let tokens = section.text("tokens_file").map { absolute($0) } ?? TokenBook.usualPath(ledger: ledger)
        let peers = peers(section)
        let metrics = section.word("metrics", among: ["token", "anybody"], otherwise: "token")
        section.finish()
        return Settings.API(
            socket: socket, group: group, listen: listen, token: token, tokensPath: tokens, peers: peers,
            opensMetrics: metrics == "anybody")
    }

    private func notify() -> Settings.Notify? {
        guard root.has("notify") else { return nil }
        let section = root.section("notify")
        let text = section.requiredText("listen")
        let listen = ListenAddress(text)
        if listen == nil, !text.isEmpty {
            section.fault("listen", "must be an address and a port, such as 127.0.0.1:8472")
        }
        let url = section.text("public_url")
        section.finish()
        return listen.map { Settings.Notify(listen: $0, publicURL: url) }
    }

    private func accounts(live: Bool) -> [Settings.Account] {
        let section = root.section("accounts")
        let enabled = section.list("enabled")
        if enabled.isEmpty { section.fault("enabled", "must name at least one account") }
        let accounts = enabled.compactMap { name -> Settings.Account? in
            guard section.has(name) else {
                section.fault("enabled", "names \"\(name)\", which is not configured")
                return nil
            }
            return account(section.section(name), name, live: live)
        }
        // Those that are not enabled may stay in the file.
        for name in section.names where name != "enabled" { _ = section.section(name) }
        section.finish()
        return accounts
    }

    private func account(_ section: SettingsSection, _ name: String, live: Bool) -> Settings.Account {
        let provider = section.requiredText("provider")
        var values: [String: String] = [:]
        let known = ProviderCatalog.maker(provider)?.keys ?? []
        if known.isEmpty, !provider.isEmpty {
            let all = ProviderCatalog.all.map(\.id.text).joined(separator: ", ")
            section.fault("provider", "\"\(provider)\" is not known: these are: \(all)")
        }
        for key in known {
            guard let text = section.text(key) else { continue }
            values[key] = key.hasSuffix("_file") ? secret(text, section, key) ?? "" : text
        }
        if live, let gateway = values["gateway"], !gateway.lowercased().hasPrefix("https://") {
            section.fault("gateway", "is not https, which live money needs")
        }
        if !known.isEmpty { section.finish() }
        return Settings.Account(id: AccountID(name), provider: provider, section: values)
    }

    func displays() -> [Settings.Display] {
        let section = root.section("displays")
        let displays = section.list("enabled").compactMap { name -> Settings.Display? in
            guard section.has(name) else {
                section.fault("enabled", "names \"\(name)\", which is not configured")
                return nil
            }
            let part = section.section(name)
            let device = part.requiredText("device")
            let rotate = part.number("rotate", in: 0...270, otherwise: 0)
            if rotate % 90 != 0 { part.fault("rotate", "must be 0, 90, 180 or 270") }
            let display = Settings.Display(
                name: name, device: absolutePort(device),
                width: part.number("width", in: 64...4096, otherwise: 800),
                height: part.number("height", in: 40...4096, otherwise: 480),
                theme: part.word("theme", among: ["dark", "light"], otherwise: "dark"),
                stand: StandSettings(part), panel: panel(part),
                language: part.text("language").flatMap { $0.isEmpty ? nil : $0 },
                words: part.list("words").map(absolute), logo: path("logo", of: part),
                greeting: greeting(part))
            part.finish()
            return display
        }
        for name in section.names where name != "enabled" { _ = section.section(name) }
        section.finish()
        return displays
    }

    /// What a person knows better about a panel.
    private func panel(_ part: SettingsSection) -> [String: String] {
        var words: [String: String] = [:]
        for key in FramebufferOptions.keys {
            if let word = part.text(key), !word.isEmpty { words[key] = word }
        }
        return words
    }

    private func greeting(_ display: SettingsSection) -> String {
        let greeting = display.text("greeting") ?? ""
        if greeting.count > 60 { display.fault("greeting", "has at most 60 characters") }
        return greeting
    }

    private func sound() -> SoundSetting? {
        guard root.has("sound") else { return nil }
        let section = root.section("sound")
        let command = section.list("command")
        let device = section.text("device") ?? ""
        section.finish()
        if !command.isEmpty {
            let setting = SoundSetting(command: command)
            if setting == nil {
                section.fault("command", "must be a program and its arguments, at most \(SoundSetting.wordsMax) words")
            }
            return setting
        }
        guard !device.isEmpty else { return nil }
        let setting = SoundSetting(device: device)
        if setting == nil { section.fault("device", "must be an ALSA device, such as default or plughw:0,0") }
        return setting
    }

    /// The files that heads of the journal are kept in.
    private func pins(_ store: SettingsSection) -> [String] {
        store.sections("pins").compactMap { pin in
            let file = pin.requiredText("file")
            pin.finish()
            return file.isEmpty ? nil : absolute(file)
        }
    }

    /// The content of a file that nobody else may read; nil if it cannot be had, which is a fault.
    private func secret(_ path: String, _ section: SettingsSection, _ key: String) -> String? {
        do throws(SecretFile.Fault) {
            if path.hasPrefix(Self.credential) {
                return try SecretFile.read(
                    credential: String(path.dropFirst(Self.credential.count)), in: credentials)
            }
            return try SecretFile.read(
                absolute(path),
                mayBePublic: key.hasSuffix("platform_key_file") || key.hasSuffix("webhook_key_file"))
        } catch {
            section.fault(key, error.sentence)
            return nil
        }
    }

    /// What stands before the name of a credential of the service manager's.
    private static let credential = "credential:"

    /// A path as it is meant: from the configuration's folder if it does not begin with `/`.
    func absolute(_ path: String) -> String {
        path.isEmpty || path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }

    /// A file that may be left out; nil if it is.
    func path(_ key: String, of section: SettingsSection) -> String? {
        section.text(key).flatMap { $0.isEmpty ? nil : absolute($0) }
    }

    /// A device setting whose path, if it has one, may be relative.
    func absolutePort(_ text: String) -> String {
        for kind in ["file:", "png:"] where text.hasPrefix(kind) {
            return kind + absolute(String(text.dropFirst(kind.count)))
        }
        return text
    }
}
