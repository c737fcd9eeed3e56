// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import HTTPTransport
import Hummingbird
import Logging
import SandboxAcquirer

/// `till-sandbox serve --state DIR`
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the gateway, the payer's phone and the control API.")

    @Option(help: "The sandbox's directory; made when it is not there.", completion: .directory)
    var state: String
    @Option(help: "Address and port to listen on; commands reach the sandbox by a loopback address or 0.0.0.0 only.")
    var listen = "127.0.0.1:8471"
    @Option(help: "Where phones reach this sandbox; http:// and --listen when it is left out.")
    var publicURL: String?
    @Option(help: "A file of scripts, one a line, that new payments take in turn.", completion: .file())
    var scripts: String?
    @Option(help: "How long after a day's end (UTC) its statement is ready: 90s, 10m or 2h.")
    var statementsAfter = "10m"
    @Option(help: "How many exchanges \"till-sandbox log\" can show, the newest; 0 for none.")
    var log = 5000
    @Option(
        help: "A new file into which everything that comes and goes is written, for \"till-sandbox replay\".",
        completion: .file())
    var record: String?
    @Flag(help: "Let time stand still until \"till-sandbox clock advance\" moves it.")
    var virtualTime = false

    func validate() throws {
        guard (0...1_000_000).contains(log) else { throw ValidationError("--log is 0 to 1000000") }
    }

    func run() async throws {
        let place = try ListenPlace(listen)
        let state = StateDirectory(state)
        guard let lock = try state.lock() else { throw SandboxFault.stateInUse(state.path) }
        defer { withExtendedLifetime(lock) {} }
        let base = publicURL ?? place.url
        guard let address = WebAddress(base), address.path == "/" else { throw SandboxFault.badURL(base) }
        let pages = "\(address.scheme)://\(address.authority)"
        guard let delay = TimeSpan.milliseconds(statementsAfter), delay <= ScriptArgument.longestTime else {
            throw SandboxFault.badDuration(statementsAfter)
        }
        let books = try state.books()
        let bank = try bank(books, PlatformKeys(signing: try state.platformKey()), pages, delay)
        let clock = try SandboxClock(books: books, isVirtual: virtualTime)
        let courier = NotifyCourier(bank: bank, clock: clock, transport: try HTTPTransport())
        let merchants = try books.merchants().count
        var logger = Logger(label: "till-sandbox")
        logger.logLevel = .error
        let app = Application(
            responder: SandboxResponder(bank: bank, clock: clock, courier: courier),
            configuration: ApplicationConfiguration(
                address: .hostname(place.host, port: place.port), serverName: "till-sandbox"),
            services: [courier],
            onServerRunning: { _ in announce(state, place, pages, merchants) },
            logger: logger)
        defer { state.withdrawAddress() }
        try await app.runService()
    }

    private func bank(_ books: Books, _ keys: PlatformKeys, _ pages: String, _ delay: Int64) throws -> OpenPayBank {
        let recorder = try record.map { try Recorder(path: $0) }
        var write: (@Sendable ([UInt8]) -> Void)?
        if let recorder { write = { recorder.write($0) } }
        let keeping = ExchangeKeeping(logged: log, record: write)
        let bank = OpenPayBank(
            books: books, keys: keys, baseURL: pages, scripts: try scriptFile(), statementDelay: delay, keeping: keeping
        ) { UInt64.random(in: .min ... .max) }
        do {
            try bank.startRecording()
        } catch {
            // An empty file would be in the way of the next try.
            if let record { try? FileManager.default.removeItem(atPath: record) }
            throw error
        }
        return bank
    }

    private func scriptFile() throws -> ScriptFile? {
        guard let scripts else { return nil }
        guard let text = try? String(contentsOfFile: scripts, encoding: .utf8) else {
            throw SandboxFault.file(scripts, "cannot be read: check the path and its permissions")
        }
        do throws(ScriptFileError) {
            return try ScriptFile(text)
        } catch {
            throw SandboxFault.file(scripts, error.description)
        }
    }

    @Sendable private func announce(_ state: StateDirectory, _ place: ListenPlace, _ pages: String, _ merchants: Int) {
        do {
            try state.publish(address: place.url)
        } catch {
            FileHandle.standardError.write(Data("till-sandbox: \(error)\n".utf8))
        }
        let text = """
            gateway  \(pages)/v1
            phone    \(pages)/p/… (the text of a payment's code)
            books    \(place.url)/sandbox/books
            state    \(state.path) (\(merchants) merchants)
            time     \(virtualTime ? "stands still until \"till-sandbox clock advance\"" : "the machine's clock")
            ready\n
            """
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}
