// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A shop in a folder of its own: a sandbox that stays, and a daemon that is started and stopped.
///
/// Both are the built programs, and are spoken to as by anybody else.
final class BenchShop {
    /// Where the ledger and all that is large lies.
    let folder: String
    /// Where the socket is, whose path has to be short.
    private let roof: String
    private let plan: ShopPlan
    private let ports: [UInt16]
    private var sandbox: Child?
    /// The daemon, if it runs.
    private(set) var daemon: Child?
    private var keys = 0
    /// When the shop was opened, in seconds since 1970.
    private let began = time(nil)

    /// The ledger's file.
    var ledger: String { plan.ledger ?? "\(folder)/ledger.sqlite" }
    /// The local API on its socket.
    var api: Door { .socket("\(roof)/api") }
    /// The local API on its port.
    var portAPI: Door { .port(ports[1]) }
    /// Where acquirers notify us.
    var notifies: Door { .port(ports[2]) }
    /// What the daemon said.
    private var log: String { "\(folder)/tilld.log" }

    /// What is shown on the port of the local API.
    static let token = "a-token-of-the-benches-and-nothing-else-0123456789"

    /// Opens a shop, with its sandbox and without its daemon.
    ///
    /// - Throws: ``BenchFault`` if something of it does not come up.
    init(_ name: String, in place: String, _ plan: ShopPlan = ShopPlan()) throws(BenchFault) {
        self.plan = plan
        folder = "\(place)/\(name)-\(getpid())"
        roof = "\(NSTemporaryDirectory())/till-bench-\(getpid())-\(name)".replacing("//", with: "/")
        ports = try Door.freePorts(3)
        for path in [folder, roof] {
            Leavings.remove(folder: path)
            Leavings.note(folder: path)
            do {
                try FileManager.default.createDirectory(
                    atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch {
                throw .missing("\(path) cannot be made: name another folder with --folder")
            }
        }
        let account = try addMerchant()
        try write(Self.token + "\n", to: "\(folder)/token")
        try write(configuration(account), to: "\(folder)/tilld.yaml")
        try startSandbox()
    }

    deinit { close() }

    /// Ends all programs and takes the folders away.
    func close() {
        daemon?.stop()
        sandbox?.kill()
        daemon = nil
        sandbox = nil
        for path in [folder, roof] { Leavings.remove(folder: path) }
    }

    /// Starts the daemon, and waits for its first answer.
    ///
    /// - Parameter disk: how its disk is; nil as it is.
    /// - Returns: Seconds from the start to that answer.
    /// - Throws: ``BenchFault/missing(_:)`` with what it said, if it does not come up.
    @discardableResult func start(on disk: SlowDisk? = nil) throws(BenchFault) -> Double {
        let program = try Programs.built("tilld")
        var environment = disk?.environment(ledger: ledger) ?? [:]
        // Without it a trap takes seconds to become an end.
        environment["SWIFT_BACKTRACE"] = "enable=no"
        let start = Ticks.now()
        let child = try Child(
            program, ["run", "--config", "\(folder)/tilld.yaml"], log: log, environment: environment)
        daemon = child
        let request = Request.bytes("GET", "/v1/orders?limit=1", to: api)
        let isUp = Ticks.wait(30, every: 0.0002) {
            guard !child.hasEnded() else { return true }
            return (try? Lane(api).exchange(request))?.status == 200
        }
        let time = Ticks.now() - start
        guard isUp, !child.hasEnded() else { throw .missing("tilld does not come up:\n\(tail)") }
        return time
    }

    /// Stops the daemon.
    ///
    /// - Returns: Seconds until it was gone.
    /// - Throws: ``BenchFault/control(_:)`` if it did not end as it should.
    @discardableResult func stop() throws(BenchFault) -> Double {
        guard let child = daemon else { throw .missing("no daemon runs") }
        let time = child.stop()
        daemon = nil
        guard let time, child.status == 0 else { throw .control("tilld did not end well:\n\(tail)") }
        return time
    }

    /// Asks the daemon for something, on a connection of its own.
    ///
    /// - Throws: ``BenchFault`` if the answer has another status.
    @discardableResult func ask(
        _ method: String, _ path: String, body: String? = nil, expecting status: Int = 200
    ) throws(BenchFault) -> Answer {
        let fields = body == nil ? [] : [("Idempotency-Key", newKey())]
        let answer = try Lane(api).exchange(Request.bytes(method, path, to: api, fields, body: body))
        guard answer.status == status else {
            throw .control("\(method) \(path) gave \(answer.status): \(answer.text.prefix(300))")
        }
        return answer
    }

    /// Keeps the daemon from asking the acquirer: what is measured then is this machine alone.
    ///
    /// - Throws: ``BenchFault`` if it does not.
    func holdAcquirers() throws(BenchFault) { try ask("POST", "/v1/queue/provider/hold", body: #"{"why":"a bench"}"#) }

    /// A key that no request has had, also of an earlier run on the same ledger: 26 characters.
    func newKey() -> String {
        keys += 1
        return "bench-" + Self.digits(began) + Self.digits(keys)
    }

    private static func digits(_ number: Int) -> String {
        let digits = String(number % 10_000_000_000)
        return String(repeating: "0", count: 10 - digits.count) + digits
    }

    /// The last lines that the daemon printed.
    private var tail: String {
        let text = FileManager.default.contents(atPath: log).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.split(separator: "\n").suffix(8).joined(separator: "\n")
    }

    private func write(_ text: String, to path: String) throws(BenchFault) {
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw .missing("\(path) cannot be written: look at the disk") }
    }

    /// Registers the shop, and gives the section of its account.
    private func addMerchant() throws(BenchFault) -> String {
        let output = "\(folder)/account.yaml"
        let add = try Child(
            try Programs.built("till-sandbox"),
            [
                "merchant", "add", "--state", "\(folder)/sandbox", "--name", "Corner Tea", "--currency", "CNY",
                "--id", "M-42", "--out", "\(folder)/keys", "--script", plan.script,
                "--gateway", "http://127.0.0.1:\(ports[0])/v1",
            ], log: output)
        guard Ticks.wait(30, until: add.hasEnded), add.status == 0 else {
            throw .missing("the sandbox does not take a merchant; see \(output)")
        }
        return FileManager.default.contents(atPath: output).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private func startSandbox() throws(BenchFault) {
        let child = try Child(
            try Programs.built("till-sandbox"),
            ["serve", "--state", "\(folder)/sandbox", "--listen", "127.0.0.1:\(ports[0])"], log: "\(folder)/sandbox.log"
        )
        sandbox = child
        let door = Door.port(ports[0])
        let request = Request.bytes("GET", "/sandbox/clock", to: door)
        guard Ticks.wait(30, until: { (try? Lane(door).exchange(request)) != nil }) else {
            throw .missing("the sandbox does not come up; see \(folder)/sandbox.log")
        }
    }

    private func configuration(_ account: String) throws(BenchFault) -> String {
        var lines = [
            "environment: sandbox",
            "terminal: { id: T-1, merchant: M-42, name: Corner Tea, currency: CNY, time_zone: Asia/Shanghai }",
            "store: { path: \"\(ledger)\" }", "limits: { open_orders: 10000 }",
            "devices: { folder: \"\(try Programs.file("Devices"))\" }",
        ]
        let port = plan.listens ? ", listen: \"127.0.0.1:\(ports[1])\", token_file: token" : ""
        lines.append("api: { socket: \"\(roof)/api\"\(port) }")
        if plan.notifies {
            let place = "127.0.0.1:\(ports[2])"
            lines.append("notify: { listen: \"\(place)\", public_url: \"http://\(place)/notify\" }")
        }
        if plan.prints {
            lines.append("printers: { enabled: [counter], counter: { profile: generic-80, port: \"file:slips.bin\" } }")
        }
        if let display = plan.display {
            lines.append("displays: { enabled: [payer], payer: { device: \"\(display)\", width: 800, height: 480 } }")
        }
        return (lines + [account]).joined(separator: "\n")
    }
}
