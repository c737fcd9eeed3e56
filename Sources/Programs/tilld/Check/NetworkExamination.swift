// SPDX-License-Identifier: Apache-2.0

import PaymentService
import ProviderKit
import TillCore

/// Whether an account's acquirer is reached, takes our key, and signs what it answers.
///
/// It asks what became of a payment that never was, which any acquirer answers and which changes
/// nothing. What the answer proves about the clock is kept by the client's watch.
struct NetworkExamination: Examination {
    let account: PaymentService.Account
    let client: ProviderClient
    /// A reference that was never used.
    let reference: AttemptReference
    let now: Timestamp

    func findings() async -> [Finding] {
        let subject = "account \(account.id)"
        let place = account.hosts.sorted().joined(separator: ", ")
        let attempt = PaymentAttempt(
            reference: reference, account: account.id, amount: Money(minorUnits: 1, account.currency),
            subject: "", expiresAt: now)
        do throws(ProviderError) {
            let exchange = try account.provider.queryPayment(of: attempt)
            _ = try await client.answer(to: exchange, of: account)
            return [.ok(subject, "\(place) answers, takes our key, and signs with the key that we know")]
        } catch {
            return [
                .wrong(
                    subject, "\(place): \(error)", remedy: Self.remedy(for: error),
                    status: CheckStatus.unavailable)
            ]
        }
    }

    /// What to do about an error.
    static func remedy(for error: ProviderError) -> String {
        switch error {
        case .unreachable(let why):
            let word = why.lowercased()
            if word.contains("resolve") { return "check the host in gateway, and the name server of this machine" }
            if word.contains("certificate") || word.contains("ssl") || word.contains("tls") {
                return "check the clock, the certificate of the gateway, and who is in between"
            }
            return "check the cable and the address in gateway"
        case .clockOff: return "set the clock"
        case .forged: return "check the clock and the platform's key"
        case .refused: return "check merchant, key and private_key_file: the acquirer knows others"
        case .misconfigured, .unsupported: return "check the account's section"
        case .busy, .noReply, .acquirerUnsure, .unreadable: return "try again, and then ask the acquirer"
        }
    }
}
