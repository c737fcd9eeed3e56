// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Signing

extension OpenPayDesk {
    /// What signs the answers to a request.
    func answering(_ request: HTTPRequest) throws -> SignedAnswer {
        SignedAnswer(keys: try rotationsSoFar().last?.keys ?? bank.keys, request: request, now: now)
    }

    /// The keys that notifies are signed with: the one of now, and while it overlaps the one before.
    func notifyKeys() throws -> [SigningKey] {
        let rotations = try rotationsSoFar()
        let keys = [bank.keys.signing] + rotations.map(\.keys.signing)
        return Self.inUse(keys, rotations, at: now)
    }

    /// What the keys are called that notifies are signed with.
    func notifyKeyNames() throws -> [String] {
        let rotations = try rotationsSoFar()
        return Self.inUse([bank.keys.id] + rotations.map(\.keys.id), rotations, at: now)
    }

    /// The secrets that a merchant's notifies are signed with: the one of now, and while it overlaps the one before.
    func notifySecrets(of merchant: Merchant) throws -> [[UInt8]] {
        let rotations = try rotationsSoFar().filter { $0.merchant == merchant.id }
        let secrets = [merchant.webhookSecret] + rotations.map(\.webhookSecret)
        return Self.inUse(secrets, rotations, at: now).compactMap { $0 }
    }

    /// The last of some, and the one before it until the overlap ends; there is one more than rotations.
    private static func inUse<Value>(_ all: [Value], _ rotations: [KeyRotation], at now: Int64) -> [Value] {
        let isOverlapping = rotations.last.map { now < $0.overlapEnd } ?? false
        return Array(all.suffix(isOverlapping ? 2 : 1))
    }

    private func rotationsSoFar() throws -> [KeyRotation] {
        try books.rotations().filter { $0.since <= now }
    }
}
