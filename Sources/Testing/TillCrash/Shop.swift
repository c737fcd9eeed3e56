// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A shop in a folder of its own: a sandbox that stays, and a daemon that lives and dies.
final class Shop {
    /// The folder; a socket's path has to be short.
    let folder: String
    /// The local API.
    let api: Wire
    /// The sandbox: gateway, phone and books.
    let bank: Wire
    /// What the shim does.
    let board: FaultBoard
    private let port: UInt16
    private var sandbox: ChildProcess?
    private(set) var daemon: ChildProcess?

    var ledger: String { "\(folder)/ledger/ledger.sqlite" }
    var paper: String { "\(folder)/paper" }
    var log: String { "\(folder)/tilld.log" }
    var disk: String { "\(folder)/disk" }

    /// Opens the shop.
    ///
    /// - Parameter scripts: what happens to payments, in turn.
    init(_ name: String, scripts: [String]) throws {
        folder = "\(NSTemporaryDirectory())/till-crash-\(getpid())-\(name)".replacing("//", with: "/")
        try? FileManager.default.removeItem(atPath: folder)
        Children.note(folder: folder)
        for part in ["frames", "ledger", "view"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
        }
        port = try Wire.freePort()
        api = Wire(address: .socket("\(folder)/api"))
        bank = Wire(address: .port(port))
        board = try FaultBoard("\(folder)/board")
        try (scripts.joined(separator: "\n") + "\n").write(
            toFile: "\(folder)/scripts", atomically: true, encoding: .utf8)
        do {
            try configure(notify: try Wire.freePort())
            try startSandbox()
        } catch {
            close()
            throw error
        }
    }

    /// Starts the daemon.
    ///
    /// - Parameters:
    ///   - isShimmed: whether the shim stands before its C library.
    ///   - tracer: a command that runs it.
    func start(isShimmed: Bool, by tracer: [String] = []) throws {
        var environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder, "TZ": "UTC", "LC_ALL": "C.UTF-8",
            // Without it a trap takes seconds to become an end.
            "SWIFT_BACKTRACE": "enable=no",
        ]
        if isShimmed {
            environment["LD_PRELOAD"] = Programs.shim
            environment["TILL_FAULT_BOARD"] = "\(folder)/board"
            environment["TILL_FAULT_LEDGER"] = ledger
            environment["TILL_FAULT_PAPER"] = paper
            environment["TILL_FAULT_FRAMES"] = "\(folder)/frames"
            environment["TILL_FAULT_DISK"] = disk
        }
        unlink("\(folder)/api")
        // As if five minutes lay between two lives: a daemon whose disk failed again and again opens no
        // sale, which has tests of its own.
        unlink("\(folder)/api.faults")
        let command = tracer + [Programs.tilld, "--config", "\(folder)/tilld.yaml"]
        daemon = try ChildProcess(command[0], Array(command.dropFirst()), log: log, environment)
    }

    /// Waits until the local API answers; false if the daemon ended or did not come up.
    func isUp(within limit: Duration = .seconds(10)) -> Bool {
        Moment.wait(limit) { daemon?.poll() != nil || isListening } && daemon?.poll() == nil
    }

    /// Starts the daemon without any fault, and waits until it serves.
    func startWhole(isShimmed: Bool) throws {
        try start(isShimmed: isShimmed)
        guard isUp() else {
            throw CrashFault("tilld does not come up: \(daemon?.end.map { "\($0)" } ?? "hangs")\n\(tail)")
        }
    }

    private var isListening: Bool { api.exchange("GET", "/v1/orders?limit=1", limit: .seconds(5)) != nil }

    /// The last lines that the daemon printed.
    var tail: String {
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").suffix(12).joined(separator: "\n")
    }

    /// Ends all programs and takes the folder away.
    func close(keeping: Bool = false) {
        daemon?.kill()
        sandbox?.kill()
        Children.forget(folder: folder)
        if !keeping { try? FileManager.default.removeItem(atPath: folder) }
    }

    private func configure(notify: UInt16) throws {
        let add = try ChildProcess(
            Programs.sandbox,
            [
                "merchant", "add", "--state", "\(folder)/sandbox", "--name", "Corner Tea", "--currency", "CNY", "--id",
                "M-42",
                "--out", "\(folder)/keys", "--gateway", "http://127.0.0.1:\(port)/v1",
            ], log: "\(folder)/account.yaml", ["PATH": "/usr/bin:/bin", "HOME": folder])
        guard add.wait(.seconds(20)) == .exited(0) else { throw CrashFault("the merchant was not added") }
        let account = try String(contentsOfFile: "\(folder)/account.yaml", encoding: .utf8)
        let text = """
            environment: sandbox
            terminal: { id: T-1, merchant: M-42, name: Corner Tea, currency: CNY, time_zone: Asia/Shanghai }
            store: { path: \(ledger) }
            api: { socket: \(folder)/api }
            notify: { listen: "127.0.0.1:\(notify)", public_url: "http://127.0.0.1:\(notify)/notify" }
            limits: { open_orders: 10000 }
            printers: { enabled: [counter], counter: { profile: generic-80, port: "file:\(paper)" } }
            displays: { enabled: [payer], payer: { device: "png:\(folder)/frames", width: 160, height: 120 } }
            devices: { folder: \(Programs.devices) }
            \(account)
            """
        try text.write(toFile: "\(folder)/tilld.yaml", atomically: true, encoding: .utf8)
    }

    private func startSandbox() throws {
        sandbox = try ChildProcess(
            Programs.sandbox,
            [
                "serve", "--state", "\(folder)/sandbox", "--listen", "127.0.0.1:\(port)", "--scripts",
                "\(folder)/scripts",
            ], log: "\(folder)/sandbox.log", ["PATH": "/usr/bin:/bin", "HOME": folder])
        guard Moment.wait(.seconds(20), until: { bank.exchange("GET", "/sandbox/clock") != nil }) else {
            throw CrashFault("the sandbox does not come up")
        }
    }
}
