// SPDX-License-Identifier: Apache-2.0

import PaymentService
import TillAPI
import TillCore

/// Whether the clock can be believed, by the release, the journal and the acquirers.
struct ClockExamination: Examination {
    let watch: ClockWatch
    let wall: @Sendable () -> Timestamp
    let accounts: [AccountID]

    func findings() async -> [Finding] {
        let remedy = "set it with timedatectl set-time, or let timedatectl set-ntp true do it"
        var findings = accounts.compactMap { account -> Finding? in
            guard let offset = watch.offset(of: account)?.components.seconds else { return nil }
            let sentence = "\(abs(offset)) s \(offset < 0 ? "behind" : "ahead of") the acquirer of \(account)"
            if watch.fault(of: account) != nil {
                return .wrong("clock", sentence, remedy: remedy, status: CheckStatus.configuration)
            }
            guard abs(offset) < 60 else { return .warning("clock", sentence, remedy: remedy) }
            return .ok("clock", sentence)
        }
        if findings.isEmpty {
            let time = WireTime(milliseconds: max(0, wall().milliseconds))
            findings = [
                watch.fault.map {
                    .wrong("clock", "\($0)", remedy: remedy, status: CheckStatus.configuration)
                } ?? .ok("clock", "\(time) is plausible, and no acquirer was asked")
            ]
        }
        return findings
    }
}
