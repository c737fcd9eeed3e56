// SPDX-License-Identifier: Apache-2.0

import Foundation
import TillAPI

/// The messages of `openapi.yaml` and the types that read and write them.
enum MessageKinds {
    /// Reads bytes as a message and writes it again.
    typealias Round = @Sendable ([UInt8]) throws -> [UInt8]

    /// The JWS of evidence, which the daemon writes by another module.
    private struct Flattened: Codable {
        let payload: String
        let protected: String
        let signature: String
    }

    /// Schemas that are answers, or parts of them.
    static let answers: [String: Round] = [
        "Time": kind(WireTime.self), "Money": kind(MoneyResource.self), "OrderStatus": kind(OrderStatus.self),
        "Order": kind(OrderResource.self), "Attempt": kind(AttemptResource.self), "Code": kind(CodeResource.self),
        "Transaction": kind(TransactionResource.self), "Refund": kind(RefundResource.self),
        "Print": kind(PrintResource.self), "Hold": kind(HoldResource.self),
        "HoldSettlement": kind(HoldSettlement.self), "HeldWork": kind(HeldWorkResource.self),
        "OrderPage": kind(OrderPage.self), "HoldPage": kind(HoldPage.self), "SettledHold": kind(SettledHold.self),
        "Event": kind(EventResource.self), "EventPage": kind(EventPage.self), "QueueWork": kind(QueueWork.self),
        "QueueHold": kind(QueueHoldResource.self), "QueueRow": kind(QueueRowResource.self),
        "StandingHold": kind(StandingHoldResource.self), "QueuePage": kind(QueuePage.self),
        "Drain": kind(DrainResource.self), "JournalHead": kind(JournalHeadResource.self),
        "Verification": kind(VerificationResource.self), "VerificationFault": kind(VerificationFault.self),
        "Explanation": kind(ExplanationPage.self), "Sentence": kind(SentenceResource.self),
        "Evidence": kind(Flattened.self), "ProofPage": kind(ProofPage.self),
        "AccountProof": kind(AccountProofResource.self), "ComparedDay": kind(ComparedDayResource.self),
        "Day": kind(DayResource.self), "DayLine": kind(DayResource.Line.self),
        "PrinterPage": kind(PrinterPage.self),
        "Printer": kind(PrinterResource.self), "PrintedSlip": kind(PrintedSlipResource.self),
        "PrinterProbe": kind(PrinterProbeResource.self), "Devices": kind(DevicesResource.self),
        "DisplayPage": kind(DisplayPage.self), "Display": kind(DisplayResource.self),
        "ShownCode": kind(ShownCodeResource.self), "CodeScan": kind(CodeScanResource.self),
        "DisplayTest": kind(DisplayTestResource.self), "Device": kind(DeviceHealth.self),
        "Health": kind(HealthResource.self),
        "LedgerHealth": kind(LedgerHealth.self), "AccountHealth": kind(AccountHealth.self),
        "QueueHealth": kind(QueueHealth.self), "SalesHealth": kind(IntakeHealth.self),
        "SalesRefusal": kind(IntakeReason.self), "Backup": kind(BackupResource.self),
        "Token": kind(TokenResource.self), "MadeToken": kind(MadeTokenResource.self),
        "TokenPage": kind(TokenPage.self), "Role": kind(TokenRole.self), "Problem": kind(Problem.self),
        "Webhook": kind(WebhookResource.self), "WebhookPage": kind(WebhookPage.self),
        "WebhookSecret": kind(WebhookSecretResource.self), "WebhookTest": kind(WebhookTestResource.self),
        "Delivery": kind(DeliveryResource.self), "DeliveryPage": kind(DeliveryPage.self),
        "WebhookHealth": kind(WebhookHealth.self),
    ]

    /// Schemas that are bodies of requests, read as strictly as the daemon does, and parts of them.
    static let requests: [String: Round] = [
        "OpenOrder": body(OpenOrderRequest.self), "Empty": body(EmptyRequest.self),
        "NewAttempt": body(NewAttemptRequest.self), "RefundRequest": body(RefundRequest.self),
        "SettleHold": body(SettleHoldRequest.self), "HoldWork": body(HoldWorkRequest.self),
        "ReleaseWork": body(ReleaseWorkRequest.self), "FlushQueue": body(FlushQueueRequest.self),
        "BeginDrain": body(DrainRequest.self), "EndDrain": body(EndDrainRequest.self),
        "MakeBackup": body(BackupRequest.self), "MakeToken": body(MakeTokenRequest.self),
        "AddWebhook": body(AddWebhookRequest.self), "RotateWebhook": body(RotateWebhookRequest.self),
        "Redeliver": body(RedeliverRequest.self), "Amount": kind(AmountRequest.self),
    ]

    static var all: [String: Round] { answers.merging(requests) { first, _ in first } }

    /// The members that each request knows.
    static let members: [String: [String]] = [
        "OpenOrder": OpenOrderRequest.members, "Empty": EmptyRequest.members,
        "NewAttempt": NewAttemptRequest.members, "RefundRequest": RefundRequest.members,
        "SettleHold": SettleHoldRequest.members, "HoldWork": HoldWorkRequest.members,
        "ReleaseWork": ReleaseWorkRequest.members, "FlushQueue": FlushQueueRequest.members,
        "BeginDrain": DrainRequest.members, "EndDrain": EndDrainRequest.members,
        "MakeBackup": BackupRequest.members, "MakeToken": MakeTokenRequest.members,
        "AddWebhook": AddWebhookRequest.members, "RotateWebhook": RotateWebhookRequest.members,
        "Redeliver": RedeliverRequest.members,
    ]

    private static func kind<Message: Codable & Sendable>(_ type: Message.Type) -> Round {
        { try WireJSON.bytes(of: try WireJSON.message(type, from: $0)) }
    }

    private static func body<Message: RequestMessage>(_ type: Message.Type) -> Round {
        { try WireJSON.bytes(of: try RequestReader.read(type, from: $0)) }
    }

    /// Whether two texts of JSON say the same.
    static func areEqual(_ one: [UInt8], _ other: [UInt8]) throws -> Bool {
        let values = try [one, other].map {
            try JSONSerialization.jsonObject(with: Data($0), options: .fragmentsAllowed) as? NSObject
        }
        return values[0] != nil && values[0] == values[1]
    }
}
