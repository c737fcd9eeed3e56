// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Whether the local API's socket can be made, and used by those who shall.
struct APIExamination: Examination {
    let socket: String
    let group: String?
    /// Users and groups of `api.peers` that this machine does not have.
    var strangers: [String] = []
    /// Whether a daemon has the ledger, and so the socket.
    let isRunning: Bool

    func findings() async -> [Finding] {
        var findings: [Finding] = []
        if let group, getgrnam(group) == nil {
            findings.append(
                .warning(
                    "api", "there is no group \(group), and nobody but root and the daemon's user can use the socket",
                    remedy: "add it with groupadd --system \(group), or set api.group"))
        }
        for stranger in strangers {
            findings.append(
                .warning(
                    "api", "there is no \(stranger), and what api.peers says of it is for nobody",
                    remedy: "add it, or look at the name"))
        }
        guard let place = DiskExamination.place(of: socket), place.isWritable else {
            findings.append(
                .wrong(
                    "api", "\(socket) cannot be made by this user",
                    remedy: "check api.socket; under systemd, RuntimeDirectory makes its folder",
                    status: CheckStatus.configuration))
            return findings
        }
        let isThere = access(socket, F_OK) == 0
        if isRunning, !isThere {
            findings.append(
                .warning(
                    "api", "a tilld has the ledger and its socket \(socket) is not there",
                    remedy: "look whether it was started with another configuration"))
        } else {
            findings.append(.ok("api", isRunning ? "\(socket) is open" : "\(socket) can be made"))
        }
        return findings
    }
}
