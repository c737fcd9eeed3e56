// SPDX-License-Identifier: Apache-2.0

import TillStore

/// Whether the daemon could use the ledger. A ledger that a daemon has is left alone.
struct LedgerExamination: Examination {
    let inspection: Result<LedgerInspection, LedgerError>

    func findings() async -> [Finding] {
        switch inspection {
        case .success(.absent):
            return [.ok("ledger", "there is none yet: the first start makes it")]
        case .success(.inUse):
            return [.ok("ledger", "a tilld runs on it, and it was left alone: ask \"till health\"")]
        case .success(.tooLarge(let bytes)):
            return [
                .ok("ledger", "nobody uses it; its \(bytes >> 20) MiB are too many to look at a copy")
            ]
        case .success(.good(let rows, _, _)):
            return [.ok("ledger", "its last rows fit together, \(rows) in all")]
        case .failure(.newerSchema(let path)):
            return [
                .wrong(
                    "ledger", "a newer tilld wrote \(path)",
                    remedy: "install that version, or restore a backup", status: CheckStatus.storage)
            ]
        case .failure(.brokenChain(let seq)):
            return [
                .wrong(
                    "ledger", "the journal does not fit from row \(seq) on",
                    remedy: "keep the file and restore a backup", status: CheckStatus.storage)
            ]
        case .failure(let error):
            return [
                .wrong(
                    "ledger", "\(error)", remedy: "run this as root or as the daemon's user, or look at the disk",
                    status: CheckStatus.storage)
            ]
        }
    }
}
