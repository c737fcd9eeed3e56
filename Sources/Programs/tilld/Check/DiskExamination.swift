// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Whether the ledger's disk can be written, has room, and keeps what is written.
struct DiskExamination: Examination {
    /// What is known of the place where the ledger lies or will lie.
    struct Place: Sendable {
        /// The nearest folder that is there.
        let folder: String
        let freeBytes: Int64
        let isWritable: Bool
        /// The kind of its filesystem, such as `ext4`; empty if nobody says.
        let kind: String
    }

    let ledger: String
    /// Looks at the place; nil if it cannot be looked at.
    let look: @Sendable (_ ledger: String) -> Place?

    /// Room below which the shop should not begin a day: some 100 000 sales.
    static let comfortable: Int64 = 256 << 20
    /// Room below which sales may be refused within the hour.
    static let least: Int64 = 32 << 20

    private static let memory: Set<String> = ["tmpfs", "ramfs"]
    private static let remote: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "afs", "virtiofs", "glusterfs",
    ]

    init(ledger: String, look: @escaping @Sendable (String) -> Place? = Self.place) {
        self.ledger = ledger
        self.look = look
    }

    func findings() async -> [Finding] {
        guard let place = look(ledger) else {
            return [
                .wrong(
                    "disk", "nothing is known of the place of \(ledger)",
                    remedy: "check store.path", status: CheckStatus.storage)
            ]
        }
        var findings: [Finding] = []
        if !place.isWritable {
            findings.append(
                .wrong(
                    "disk", "\(place.folder) cannot be written by this user",
                    remedy: "check its owner and whether it is mounted read-only",
                    status: CheckStatus.storage))
        }
        if Self.memory.contains(place.kind) {
            findings.append(
                .warning(
                    "disk", "\(place.folder) is memory, and sales are lost with the power",
                    remedy: "put store.path on the terminal's own disk"))
        }
        if Self.remote.contains(place.kind) || place.kind.hasPrefix("fuse") {
            findings.append(
                .wrong(
                    "disk",
                    "\(place.folder) is not this machine's own disk, and locks and flushes cannot be relied on there",
                    remedy: "put store.path on the terminal's own disk", status: CheckStatus.storage))
        }
        findings.append(room(place))
        return findings
    }

    private func room(_ place: Place) -> Finding {
        let free = "\(place.freeBytes >> 20) MiB are free in \(place.folder)"
        if place.freeBytes < Self.least {
            return .wrong(
                "disk", free, remedy: "make room, \(Self.comfortable >> 20) MiB at least",
                status: CheckStatus.storage)
        }
        if place.freeBytes < Self.comfortable {
            return .warning("disk", free, remedy: "make room, \(Self.comfortable >> 20) MiB at least")
        }
        return .ok("disk", free)
    }

    /// Looks at the place where a ledger lies, or at the nearest folder above that is there.
    @Sendable static func place(of ledger: String) -> Place? {
        var folder = ledger
        repeat {
            guard let slash = folder.lastIndex(of: "/") else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        } while access(folder, F_OK) != 0 && folder != "/"
        var facts = statvfs()
        guard statvfs(folder, &facts) == 0 else { return nil }
        return Place(
            folder: folder, freeBytes: Int64(clamping: facts.f_bavail) * Int64(clamping: facts.f_frsize),
            isWritable: access(folder, W_OK | X_OK) == 0, kind: kind(of: folder))
    }

    /// The kind of filesystem that a folder is on.
    private static func kind(of folder: String) -> String {
        let mounts = FileManager.default.contents(atPath: "/proc/self/mountinfo") ?? Data()
        let real = URL(filePath: folder).resolvingSymlinksInPath().path
        return kind(of: real, mounts: String(decoding: mounts, as: UTF8.self))
    }

    /// The kind of the innermost mount that a folder is on.
    ///
    /// Source: proc(5), `/proc/[pid]/mountinfo`.
    static func kind(of folder: String, mounts: String) -> String {
        var best = (length: 0, kind: "")
        for line in mounts.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count else {
                continue
            }
            let point = fields[4].replacing("\\040", with: " ")
            let isAbove = point == "/" || folder == point || folder.hasPrefix(point + "/")
            // Of two at one place the later one lies on top.
            if isAbove, point.utf8.count >= best.length { best = (point.utf8.count, String(fields[dash + 1])) }
        }
        return best.kind
    }
}
