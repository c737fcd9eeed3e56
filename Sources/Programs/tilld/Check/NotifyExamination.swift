// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Whether acquirers can tell us of payments unasked.
struct NotifyExamination: Examination {
    let notify: Settings.Notify?
    let isLive: Bool
    let isRunning: Bool
    /// Whether an address can be listened on; not asked while a daemon listens there.
    let canListen: @Sendable (ListenAddress) -> Bool

    init(
        notify: Settings.Notify?, isLive: Bool, isRunning: Bool,
        canListen: @escaping @Sendable (ListenAddress) -> Bool = Self.canListen
    ) {
        self.notify = notify
        self.isLive = isLive
        self.isRunning = isRunning
        self.canListen = canListen
    }

    func findings() async -> [Finding] {
        guard let notify else {
            return [.ok("notify", "is not set up: acquirers are asked, which takes a little longer")]
        }
        var findings: [Finding] = []
        if let url = notify.publicURL {
            if isLive, !url.lowercased().hasPrefix("https://") {
                findings.append(
                    .warning(
                        "notify", "\(url) is not https", remedy: "give acquirers an address with TLS"))
            }
        } else {
            findings.append(
                .warning(
                    "notify", "no public_url is set, and no acquirer knows where to tell us",
                    remedy: "set notify.public_url, or leave the section out"))
        }
        if !isRunning, !canListen(notify.listen) {
            findings.append(
                .wrong(
                    "notify", "\(notify.listen.host):\(notify.listen.port) cannot be listened on",
                    remedy: "check notify.listen and who listens there: ss -ltnp",
                    status: CheckStatus.configuration))
        }
        if findings.isEmpty {
            findings.append(.ok("notify", "\(notify.listen.host):\(notify.listen.port) is ours"))
        }
        return findings
    }

    /// Binds an address and lets it go at once.
    @Sendable static func canListen(_ address: ListenAddress) -> Bool {
        var hints = addrinfo()
        hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(address.host, "\(address.port)", &hints, &found) == 0, let entry = found else {
            return false
        }
        defer { freeaddrinfo(found) }
        let descriptor = socket(entry.pointee.ai_family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var one: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
        return bind(descriptor, entry.pointee.ai_addr, entry.pointee.ai_addrlen) == 0
    }
}
