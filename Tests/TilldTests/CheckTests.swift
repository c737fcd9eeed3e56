// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import ForeignJudges
import Foundation
import HTTPTypes
import PaymentService
import ProviderKit
import Testing
import TillCore
import TillStore
import TillTesting

@testable import tilld

@Suite struct `tilld check` {
    private let now = Timestamp(milliseconds: WorldClock.beginning)

    private func verdicts(_ examination: some Examination) async -> [Finding.Verdict] {
        await examination.findings().map(\.verdict)
    }

    // MARK: disk

    private func disk(
        free: Int64 = 10 << 30, isWritable: Bool = true, kind: String = "ext4"
    ) -> DiskExamination {
        DiskExamination(ledger: "/var/lib/tilld/ledger.sqlite") { _ in
            DiskExamination.Place(folder: "/var/lib/tilld", freeBytes: free, isWritable: isWritable, kind: kind)
        }
    }

    @Test func `a disk with room that can be written is well`() async {
        #expect(await verdicts(disk()) == [.ok])
    }

    @Test func `a disk without room, without rights, of memory or far away is not`() async {
        #expect(await verdicts(disk(free: 255 << 20)) == [.warning])
        #expect(await verdicts(disk(free: 31 << 20)) == [.wrong])
        #expect(await verdicts(disk(isWritable: false)) == [.wrong, .ok])
        #expect(await verdicts(disk(kind: "tmpfs")) == [.warning, .ok])
        for kind in ["nfs4", "cifs", "fuse.sshfs", "fuseblk"] {
            #expect(await verdicts(disk(kind: kind)) == [.wrong, .ok], "\(kind)")
        }
        #expect(await verdicts(DiskExamination(ledger: "/x", look: { _ in nil })) == [.wrong])
        #expect(await disk(free: 1).findings().allSatisfy { $0.status == 74 && $0.remedy != nil })
    }

    @Test func `a place that is not there is that of the nearest folder above`() throws {
        let folder = try TemporaryFolder()

        let place = try #require(DiskExamination.place(of: "\(folder.path)/a/b/ledger.sqlite"))

        #expect(place.folder == folder.path)
        #expect(place.isWritable)
        #expect(place.freeBytes > 0)
        #expect(!place.kind.isEmpty)
    }

    @Test(arguments: [
        ("/", "ext4"), ("/var", "ext4"), ("/var/lib", "nfs4"), ("/var/lib/tilld", "nfs4"),
        ("/var/library", "ext4"), ("/mnt/a b/x", "vfat"), ("/run/over", "tmpfs"),
    ])
    func `the innermost mount decides of what kind a folder is`(folder: String, kind: String) {
        let mounts = """
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            30 22 0:40 / /var/lib rw - nfs4 server:/x rw
            31 22 8:2 / /mnt/a\\040b rw master:1 shared:2 - vfat /dev/sdb rw
            32 22 8:3 / /run/over rw - ext4 /dev/sdc rw
            33 22 0:41 / /run/over rw - tmpfs tmpfs rw
            nonsense
            """

        #expect(DiskExamination.kind(of: folder, mounts: mounts) == kind)
    }

    // MARK: clock

    private func watch(_ wall: Timestamp, last: Timestamp? = nil) -> ClockWatch {
        ClockWatch(wall: { wall }, continuous: { .zero }, after: last, released: Version.released)
    }

    @Test func `a clock is well if it is plausible or confirmed`() async {
        let confirmed = watch(Timestamp(milliseconds: 0))
        confirmed.note(Timestamp(milliseconds: 5000), of: "main")
        let plausible = ClockExamination(watch: watch(now), wall: { now }, accounts: ["main"])

        #expect(await verdicts(plausible) == [.ok])
        #expect(
            await verdicts(
                ClockExamination(
                    watch: confirmed, wall: { Timestamp(milliseconds: 0) }, accounts: ["main"])) == [.ok])
    }

    @Test func `a clock before the release or the journal, or off the acquirer's, is not`() async throws {
        let early = Timestamp(milliseconds: 0)
        let unset = ClockExamination(watch: watch(early), wall: { early }, accounts: [])
        let behind = ClockExamination(
            watch: watch(now, last: now + .seconds(3600)), wall: { now }, accounts: [])
        let off = watch(now)
        off.note(now + .seconds(3605), of: "main")
        let late = watch(now)
        late.note(now + .seconds(61), of: "main")

        #expect(await verdicts(unset) == [.wrong])
        #expect(await verdicts(behind) == [.wrong])
        let findings = await ClockExamination(watch: off, wall: { now }, accounts: ["main"]).findings()
        #expect(findings.map(\.verdict) == [.wrong])
        #expect(findings[0].sentence == "3605 s behind the acquirer of main")
        #expect(findings[0].status == 78)
        #expect(
            await verdicts(ClockExamination(watch: late, wall: { now }, accounts: ["main"])) == [.warning])
    }

    // MARK: ledger

    private func ledger(_ folder: TemporaryFolder) throws -> Ledger {
        try Ledger(
            path: "\(folder.path)/ledger.sqlite", terminal: "T-1", version: "test",
            clocks: WorldClock(seed: 1).clocks, onFault: { _ in })
    }

    private func look(_ folder: TemporaryFolder) -> LedgerExamination {
        do throws(LedgerError) {
            return LedgerExamination(
                inspection: .success(try LedgerInspection.look(at: "\(folder.path)/ledger.sqlite")))
        } catch {
            return LedgerExamination(inspection: .failure(error))
        }
    }

    private func contents(_ folder: TemporaryFolder) throws -> [String: Data] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).reduce(into: [:]) {
            $0[$1] = try Data(contentsOf: folder.url.appending(path: $1))
        }
    }

    @Test func `a ledger that is not there is made by the first start`() async throws {
        let folder = try TemporaryFolder()

        #expect(await verdicts(look(folder)) == [.ok])
        #expect(try contents(folder).isEmpty)
    }

    @Test func `a ledger that a daemon has is left alone`() async throws {
        let folder = try TemporaryFolder()
        let ledger = try ledger(folder)
        let before = try contents(folder)

        let findings = await look(folder).findings()

        #expect(findings.map(\.verdict) == [.ok])
        #expect(findings[0].sentence.contains("a tilld runs"))
        #expect(try contents(folder) == before)
        try ledger.close()
    }

    @Test func `a ledger that a crash left is looked at, and not changed`() async throws {
        let folder = try TemporaryFolder()
        let copy = try TemporaryFolder()
        let ledger = try ledger(folder)
        for name in ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite.lock"] {
            try FileManager.default.copyItem(
                at: folder.url.appending(path: name), to: copy.url.appending(path: name))
        }
        try ledger.close()
        let before = try contents(copy)

        let inspection = try LedgerInspection.look(at: "\(copy.path)/ledger.sqlite")

        #expect(inspection == .good(rows: 1, last: now, followers: 0))
        #expect(try contents(copy) == before)
    }

    @Test func `a ledger that was changed, is newer, or is none is told`() async throws {
        let folder = try TemporaryFolder()
        try ledger(folder).close()
        let file = "\(folder.path)/ledger.sqlite"
        func sqlite(_ sql: String) throws { _ = try ForeignTool.run("sqlite3", [file, sql]) }

        try sqlite("DROP TRIGGER journal_is_never_changed; UPDATE journal SET wall = wall + 1")
        let changed = await look(folder).findings()
        try sqlite("INSERT INTO grdb_migrations VALUES ('9999-later')")
        let newer = await look(folder).findings()
        try Data(String(repeating: "no ledger ", count: 999).utf8).write(to: URL(filePath: file))
        let none = await look(folder).findings()

        #expect(changed.map(\.verdict) == [.wrong])
        #expect(changed[0].sentence.contains("row 1"))
        #expect(newer[0].sentence.contains("newer tilld"))
        #expect(none.map(\.verdict) == [.wrong])
        #expect((changed + newer + none).allSatisfy { $0.status == 74 })
    }

    // MARK: webhooks

    @Test func `webhooks that cannot be signed are told, with what to do`() async throws {
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/ledger.sqlite.webhooks"
        func look(_ endpoints: Int?) async -> Finding {
            await WebhookExamination(endpoints: endpoints, file: file).findings()[0]
        }
        func write(_ bytes: [UInt8], mode: Int = 0o600) throws {
            try Data(Data(bytes).base64EncodedString().utf8).write(to: URL(filePath: file))
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        }

        #expect(await look(0) == .ok("webhooks", "none is set up"))
        #expect(await look(nil) == .ok("webhooks", "none is set up"))
        let gone = await look(2)
        try write(Array(repeating: 7, count: 32))
        #expect(await look(1) == .ok("webhooks", "the secrets of one endpoint can be made"))
        #expect(await look(nil) == .ok("webhooks", "the secrets can be made"))
        try write(Array(repeating: 7, count: 32), mode: 0o644)
        let open = await look(2)
        try write(Array(repeating: 7, count: 31))
        let other = await look(2)

        #expect([gone, open, other].map(\.verdict) == [.warning, .warning, .warning])
        #expect(gone.sentence.hasSuffix("is gone, and nothing can be signed for 2 endpoints"))
        #expect(gone.remedy?.contains("till webhook rotate") == true)
        #expect(open.sentence.contains("chmod 600 \(file)"))
        #expect(other.sentence.contains("holds something else"))
    }

    @Test func `a ledger says how many endpoints it has`() async throws {
        let folder = try TemporaryFolder()
        let ledger = try ledger(folder)
        _ = try await ledger.follow("webhook", after: nil, atMost: 9, key: nil) { _ in "" }
        try ledger.close()

        let inspection = try LedgerInspection.look(at: "\(folder.path)/ledger.sqlite")

        #expect(inspection == .good(rows: 1, last: now, followers: 1))
    }

    // MARK: devices

    private func devices(
        _ display: DisplaySetting, printer: String = "none", fonts: [String] = [],
        framebuffers: [FramebufferCandidate] = []
    ) -> DeviceExamination {
        DeviceExamination(
            displays: [("payer", display)], printers: [("counter", printer)], fonts: fonts,
            framebuffers: { framebuffers })
    }

    @Test func `devices that are there are well`() async throws {
        let folder = try TemporaryFolder()

        let verdicts = await verdicts(
            devices(.png("\(folder.path)/frames"), printer: "usb:/dev/null"))

        #expect(verdicts == [.ok, .ok])
        #expect(await self.verdicts(devices(.framebuffer("/dev/null"), printer: "tcp:10.0.0.7:9100")) == [.ok, .ok])
    }

    @Test func `a file that was printed to before is well, and no folder for pictures`() async throws {
        let folder = try TemporaryFolder()
        let paper = "\(folder.path)/paper"
        try Data().write(to: URL(filePath: paper))

        let verdicts = await verdicts(devices(.png(paper), printer: "file:\(paper)"))

        #expect(verdicts == [.wrong, .ok])
    }

    @Test func `devices that are not there, and fonts, are told`() async {
        let absent = await devices(
            .framebuffer("/dev/fb99"), printer: "usb:/dev/usb/lp99", fonts: ["/nowhere/a.ttc#0"]
        ).findings()

        #expect(absent.map(\.verdict) == [.wrong, .wrong, .warning])
        #expect(absent[0].subject == "display payer" && absent[0].sentence.contains("/dev/fb99"))
        #expect(absent[1].subject == "printer counter" && absent[1].status == 69)
        #expect(await verdicts(devices(.automatic)) == [.wrong, .ok])
        #expect(await verdicts(devices(.named("panel"))) == [.wrong, .ok])
        #expect(await verdicts(devices(.png("/dev/null/frames"))) == [.wrong, .ok])
    }

    // MARK: network

    /// An acquirer that answers each query in one way.
    private struct Gateway: Transport {
        let answer: @Sendable () throws(ProviderError) -> String
        func send(_ request: ProviderRequest) async throws(ProviderError) -> ProviderReply {
            ProviderReply(
                head: HTTPResponse(status: .ok), body: Array(try answer().utf8), request: request)
        }
    }

    private func network(_ answer: @escaping @Sendable () throws(ProviderError) -> String) async
        -> Finding?
    {
        await NetworkExamination(
            account: Account(
                id: "main", currency: .cny, provider: ToyProvider(), hosts: [ToyProvider.host]),
            client: ProviderClient(
                transport: Gateway(answer: answer), moment: { Moment(now: now, nonce: []) }),
            reference: "ZZZ", now: now
        ).findings().first
    }

    @Test func `an acquirer that knows nothing of a payment that never was is well`() async {
        let finding = await network { () throws(ProviderError) in "unseen" }

        #expect(finding?.verdict == .ok)
        #expect(finding?.subject == "account main")
    }

    @Test(arguments: [
        (ProviderError.unreachable("Could not resolve host: pay.example"), "name server"),
        (.unreachable("SSL certificate problem: certificate is not yet valid"), "the clock"),
        (.unreachable("Connection refused"), "the cable"), (.forged("stale"), "the platform's key"),
        (.refused(code: "bad_signature", message: "who are you"), "private_key_file"),
        (.noReply("timed out"), "try again"),
    ])
    func `an acquirer that is not reached, or refuses us, is told with what to do`(
        error: ProviderError, remedy: String
    ) async {
        let finding = await network { () throws(ProviderError) in throw error }

        #expect(finding?.verdict == .wrong)
        #expect(finding?.status == 69)
        #expect(finding?.sentence.contains("\(error)") == true)
        #expect(finding?.remedy?.contains(remedy) == true)
    }

    // MARK: keys, api, notify

    @Test(arguments: [
        ("https://pay.sandbox.example/v1", Settings.Environment.sandbox, Finding.Verdict.ok),
        ("https://pay.sandbox.acquirer.com/v1", .live, .warning),
        ("https://pay.acquirer.com/v1", .live, .ok), ("https://pay.acquirer.com/v1", .sandbox, .warning),
        ("http://127.0.0.1:8471/v1", .sandbox, .ok),
    ])
    func `an account has to be of the environment's kind`(
        gateway: String, environment: Settings.Environment, verdict: Finding.Verdict
    ) async {
        let account = Settings.Account(id: "main", provider: "openpay", section: ["gateway": gateway])

        #expect(
            await verdicts(KeyExamination(environment: environment, accounts: [account])) == [verdict])
    }

    @Test func `a socket needs a folder and a group`() async throws {
        let folder = try TemporaryFolder()
        let socket = "\(folder.path)/api.sock"

        #expect(await verdicts(APIExamination(socket: socket, group: "root", isRunning: false)) == [.ok])
        #expect(
            await verdicts(APIExamination(socket: socket, group: "nobody-has-this", isRunning: false))
                == [.warning, .ok])
        #expect(
            await verdicts(
                APIExamination(socket: socket, group: "root", strangers: ["user pos"], isRunning: false))
                == [.warning, .ok])
        #expect(
            await verdicts(APIExamination(socket: "/dev/null/api.sock", group: nil, isRunning: false)) == [.wrong])
        #expect(
            await verdicts(APIExamination(socket: socket, group: nil, isRunning: true)) == [.warning])
    }

    @Test func `notifies need an address that is ours, and one that acquirers know`() async throws {
        let listen = try #require(ListenAddress("127.0.0.1:8472"))
        func examine(_ url: String?, live: Bool = false, running: Bool = false, free: Bool = true) async
            -> [Finding.Verdict]
        {
            await verdicts(
                NotifyExamination(
                    notify: Settings.Notify(listen: listen, publicURL: url), isLive: live,
                    isRunning: running, canListen: { _ in free }))
        }

        #expect(await examine("https://shop.example/notify", live: true) == [.ok])
        #expect(await examine("http://shop.example/notify", live: true) == [.warning])
        #expect(await examine(nil) == [.warning])
        #expect(await examine("https://shop.example/notify", free: false) == [.wrong])
        #expect(await examine("https://shop.example/notify", running: true, free: false) == [.ok])
        #expect(await verdicts(NotifyExamination(notify: nil, isLive: true, isRunning: false)) == [.ok])
    }

    @Test func `an address on which somebody listens is not ours`() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size)
                listen(descriptor, 1)
                getsockname(descriptor, $0, &size)
            }
        }

        let taken = try #require(ListenAddress("127.0.0.1:\(UInt16(bigEndian: address.sin_port))"))

        #expect(!NotifyExamination.canListen(taken))
        #expect(!NotifyExamination.canListen(try #require(ListenAddress("203.0.113.9:8472"))))
    }
}
